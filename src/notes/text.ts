import type { Nodes } from 'mdast';
import { readAlert } from './alerts.ts';
import { toEmoji } from './emoji.ts';
import { toVisible } from './html/visible.ts';
import { isLineBreakHtml } from './spacers.ts';

/** The words of a node as a reader sees them: breaks are spaces, comments and tags are nothing. */
export function toText(node: Nodes): string {
	switch (node.type) {
		case 'break':
			return ' ';
		case 'text':
			return toEmoji(node.value);
		case 'html':
			return isLineBreakHtml(node) ? ' ' : toEmoji(toVisible(node.value));
		case 'blockquote':
			return (readAlert(node)?.children ?? node.children).map(toText).join('');
		case 'image':
		case 'imageReference':
			return node.alt ?? '';
	}
	if ('children' in node) return node.children.map(toText).join('');
	return 'value' in node ? node.value : '';
}

/** The same on one line; empty for nothing. */
export function toLine(node: Nodes | undefined): string {
	return (node === undefined ? '' : toText(node)).trim().replace(/\s+/g, ' ');
}

/**
 * What the address of a heading is made of. GitHub takes codes for emoji as they are written, and no
 * descriptions of images.
 */
export function toSlugText(node: Nodes): string {
	const text = readForSlug(node).replace(/\s+/g, ' ');
	return text.trim() === '' ? toLine(node) : text;
}

function readForSlug(node: Nodes): string {
	if (node.type === 'break' || isLineBreakHtml(node)) return ' ';
	if (node.type === 'html') return toVisible(node.value.replace(/<img\b[^>]*>/gi, ''));
	if ('children' in node) return node.children.map(readForSlug).join('');
	return 'value' in node ? node.value : '';
}
