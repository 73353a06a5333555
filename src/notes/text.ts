import type { Heading, Nodes } from 'mdast';
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
 * The id that an author gives a heading behind its text, as kramdown and others know it: `## Setup
 * {#setup-1}`. No block of Svelte's (`{#if}`) is one.
 */
const ownId = /\s+\{#(?!(?:if|each|await|key|snippet)\})([\p{L}\p{N}_:.-]+)\}$/u;

/** The id behind a heading's text, if there is one. */
export function readOwnId({ children }: Heading): string | undefined {
	const last = children.at(-1);
	if (last?.type !== 'text') return undefined;
	const found = ownId.exec(last.value);
	return found !== null && (found.index > 0 || children.length > 1) ? found[1] : undefined;
}

/** The heading without the id behind its text, as it is shown. */
export function withoutOwnId(heading: Heading): Heading {
	if (readOwnId(heading) === undefined) return heading;
	const children = heading.children.map((child, at) =>
		child.type === 'text' && at === heading.children.length - 1
			? { ...child, value: child.value.replace(ownId, '') }
			: child,
	);
	return { ...heading, children };
}

/**
 * What the address of a heading is made of. GitHub takes codes for emoji as they are written, and no
 * descriptions of images.
 */
export function toSlugText(node: Nodes): string {
	const shown = node.type === 'heading' ? withoutOwnId(node) : node;
	const text = readForSlug(shown).replace(/\s+/g, ' ');
	return text.trim() === '' ? toLine(shown) : text;
}

function readForSlug(node: Nodes): string {
	if (node.type === 'break' || isLineBreakHtml(node)) return ' ';
	if (node.type === 'html') return toVisible(node.value.replace(/<img\b[^>]*>/gi, ''));
	if ('children' in node) return node.children.map(readForSlug).join('');
	return 'value' in node ? node.value : '';
}
