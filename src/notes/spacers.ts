import type { Nodes } from 'mdast';

const lineBreaks = /^(?:\s*<br\s*\/?>)+\s*$/i;

/**
 * Whether a node is nothing but `<br>`, the one piece of raw HTML that the notes use: as a block it
 * only makes space, within a text it breaks the line.
 */
export function isLineBreakHtml(node: Nodes): boolean {
	return node.type === 'html' && lineBreaks.test(node.value);
}

/** Whether a node is an HTML comment, which nobody sees. */
export function isComment(node: Nodes): boolean {
	return node.type === 'html' && /^<!--[\s\S]*-->\s*$/.test(node.value);
}
