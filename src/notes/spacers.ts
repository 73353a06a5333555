import type { Nodes } from 'mdast';
import { isUnseen } from './html/visible.ts';

const lineBreaks = /^(?:\s*<br\s*\/?>)+\s*$/i;

/**
 * Whether a node is nothing but `<br>`: as a block it only makes space, within a text it breaks the
 * line.
 */
export function isLineBreakHtml(node: Nodes): boolean {
	return node.type === 'html' && lineBreaks.test(node.value);
}

/** Whether a node is an HTML comment, which nobody sees. */
export function isComment(node: Nodes): boolean {
	return node.type === 'html' && isUnseen(node.value);
}
