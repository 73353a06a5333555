import type { Nodes, Parents, Root } from 'mdast';
import type { Outline } from '../notes/notes.ts';
import type { Edit } from '../notes/notes.ts';
import { toString } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { flatten, toRange } from '../notes/notes.ts';

/** Something to say beside a block of the notes. */
export interface Remark {
	/** The offset right behind the block, where the remark goes. */
	at: number;
	/** The line of the block. */
	line: number;
	/** What stands before each line of the remark, so that it stays in the block's list item. */
	indent: string;
}

/**
 * Finds the smallest block below a heading that has the quoted words: a list item, a paragraph, a
 * table or a fence. Nothing when the heading or the words are gone.
 */
export function findPlace(outline: Outline, heading: string, quote: string): Remark | undefined {
	const section = flatten(outline.sections).find(({ title }) => title === heading);
	if (section === undefined) return undefined;
	const wanted = toPlain(quote);
	let found: { node: Nodes; parents: Parents[] } | undefined;
	for (const { node } of section.blocks) {
		const root: Root = { type: 'root', children: [node] };
		visitParents(root, (inner, parents) => {
			if (isPlace(inner) && toPlain(toText(inner)).includes(wanted)) {
				found = { node: inner, parents: [...parents] };
			}
		});
		if (found !== undefined) break;
	}
	return found && toRemark(found.node, found.parents, outline.source);
}

/** The remarks as edits of the source; several at one block keep their order. */
export function toRemarkEdits(remarks: readonly (Remark & { lines: readonly string[] })[]): Edit[] {
	return remarks.map(({ at, indent, lines }) => ({
		start: at,
		end: at,
		text: `\n\n${lines.map((line) => `${indent}${line}`.trimEnd()).join('\n')}\n`,
	}));
}

function isPlace({ type }: Nodes): boolean {
	return type === 'paragraph' || type === 'table' || type === 'code';
}

function toText(node: Nodes): string {
	return node.type === 'table'
		? node.children.flatMap((row) => row.children.map((cell) => toString(cell))).join('\n')
		: toString(node);
}

function toPlain(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/**
 * The place right behind a block. Lines of a remark within a list item have to begin in the column
 * of the item's text.
 */
export function toRemark(node: Nodes, parents: readonly Parents[], source: string): Remark {
	const { start, end, line } = toRange(node);
	const isInItem = parents.some(({ type }) => type === 'listItem');
	const column = start - (source.lastIndexOf('\n', start - 1) + 1);
	return { at: end, line, indent: isInItem ? ' '.repeat(column) : '' };
}
