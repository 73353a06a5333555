import type { Nodes, Root } from 'mdast';
import type { Place } from '../input/message.ts';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** The nodes that have one of some types. */
export type NodeOf<Type extends Nodes['type']> = Extract<Nodes, { type: Type }>;

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Parses CommonMark with GFM's additions. Takes any text and never throws. */
export function parseMarkdown(source: string): Root {
	return parser.parse(source);
}

/** A node and everything below it, in the order of the text. */
export function toNodes(top: Nodes): Nodes[] {
	const nodes: Nodes[] = [];
	const add = (node: Nodes): void => {
		nodes.push(node);
		if ('children' in node) node.children.forEach(add);
	};
	add(top);
	return nodes;
}

/** Those of them that have one of some types. */
export function findNodes<Type extends Nodes['type']>(
	node: Nodes,
	...types: readonly Type[]
): NodeOf<Type>[] {
	const isMeant = (one: Nodes): one is NodeOf<Type> => types.some((type) => type === one.type);
	return toNodes(node).filter(isMeant);
}

/** Whether what a node holds is blocks, and not a text. */
export function isFlow({ type }: Nodes): boolean {
	return /^(?:root|blockquote|listItem|footnoteDefinition)$/.test(type);
}

/** The definitions that references stand for, by their names: of two of one name, the first. */
export function toDefined(root: Root): Map<string, NodeOf<'definition'>> {
	const all = findNodes(root, 'definition').reverse();
	return new Map(all.map((node) => [node.identifier, node]));
}

/** The source offsets of a node that came from the parser. */
export function toRange({ position }: Pick<Nodes, 'position'>): {
	start: number;
	end: number;
	line: number;
} {
	return {
		start: position?.start.offset ?? 0,
		end: position?.end.offset ?? 0,
		line: position?.start.line ?? 1,
	};
}

/** Where a node begins that came from the parser. */
export function toPlace({ position }: Pick<Nodes, 'position'>): Place {
	return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}

/** The place of an offset within a text. */
export function toPlaceAt(text: string, offset: number): Place {
	return toPlaceBehind({ line: 1, column: 1 }, text.slice(0, offset));
}

/** The first place of a line that is not blank, nor the mark of a quotation. */
export function toPlaceOn(text: string, line: number): Place {
	const [before = ''] = /^[ \t>]*/.exec(text.split(lineBreak)[line - 1] ?? '') ?? [];
	return { line, column: before.length + 1 };
}

/** The place behind some text that begins at a place; what a list puts before lines is not counted. */
export function toPlaceBehind({ line, column }: Place, text: string): Place {
	const lines = text.split(lineBreak);
	const last = lines.at(-1)?.length ?? 0;
	if (lines.length === 1) return { line, column: column + last };
	return { line: line + lines.length - 1, column: 1 + last };
}

const lineBreak = /\r\n|\r|\n/;
