import type { Nodes } from 'mdast';
import { isComment, isLineBreakHtml } from './spacers.ts';

/** The words of a node as a reader sees them: breaks are spaces, comments are nothing. */
export function toText(node: Nodes): string {
	if (node.type === 'break' || isLineBreakHtml(node)) return ' ';
	if (isComment(node)) return '';
	if ('children' in node) return node.children.map(toText).join('');
	if ('value' in node) return node.value;
	return 'alt' in node ? (node.alt ?? '') : '';
}

/** The same on one line; empty for nothing. */
export function toLine(node: Nodes | undefined): string {
	return (node === undefined ? '' : toText(node)).trim().replace(/\s+/g, ' ');
}
