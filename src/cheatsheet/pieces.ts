import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, Table } from 'mdast';
import type { Block } from '../notes/outline.ts';
import { parseOutline, toRange } from '../notes/outline.ts';
import { toText } from '../notes/text.ts';

/** A stretch of text in one style. */
export interface Run {
	text: string;
	style: 'plain' | 'strong' | 'emphasis' | 'code';
}

/** A point of a list with what stands below it. */
export interface Item {
	runs: Run[];
	pieces: Piece[];
}

/** What a card is made of. Kept small, because two renderers have to agree on it. */
export type Piece =
	| { type: 'text'; runs: Run[] }
	| { type: 'note'; runs: Run[] }
	| { type: 'list'; isOrdered: boolean; items: Item[] }
	| { type: 'code'; language: string; code: string }
	| { type: 'table'; head: Run[][]; rows: Run[][][] };

/** What is said beside a block of the notes, as Markdown, by the offset where the block ends. */
export type Notes = ReadonlyMap<number, readonly string[]>;

/** What a card shows of blocks of the notes; raw HTML, rules and definitions are left out. */
export function toPieces(blocks: readonly Block[], notes: Notes = new Map()): Piece[] {
	return blocks.flatMap(({ node }) => toPiece(node, notes));
}

function toPiece(node: Content, notes: Notes): Piece[] {
	return [...toOwnPiece(node, notes), ...toNotes(node, notes)];
}

function toOwnPiece(node: Content, notes: Notes): Piece[] {
	switch (node.type) {
		case 'paragraph':
			return [{ type: 'text', runs: toRuns(node.children) }];
		case 'list': {
			const items = node.children.map((item) => toItem(item, notes));
			return [{ type: 'list', isOrdered: node.ordered === true, items }];
		}
		case 'code':
			return [{ type: 'code', language: node.lang ?? 'text', code: node.value }];
		case 'table':
			return [toTable(node)];
		case 'blockquote':
			return node.children.flatMap((child) => toPiece(child, notes));
		default:
			return [];
	}
}

type Content = Block['node'] | BlockContent | DefinitionContent;

/** Notes stand behind paragraphs, tables and fences; a list ends where its last paragraph does. */
function toNotes(node: Content, notes: Notes): Piece[] {
	if (node.type === 'list' || node.type === 'blockquote') return [];
	return (notes.get(toRange(node).end) ?? []).map((text) => ({
		type: 'note',
		runs: parseOutline(text).preamble.flatMap(({ node: inner }) =>
			inner.type === 'paragraph' ? toRuns(inner.children) : [],
		),
	}));
}

function toItem({ children }: ListItem, notes: Notes): Item {
	const [first, ...others] = children;
	const below = others.flatMap((child) => toPiece(child, notes));
	if (first?.type !== 'paragraph') {
		return { runs: [], pieces: children.flatMap((child) => toPiece(child, notes)) };
	}
	return { runs: toRuns(first.children), pieces: [...toNotes(first, notes), ...below] };
}

function toTable({ children }: Table): Piece {
	const [head = [], ...rows] = children.map((row) =>
		row.children.map((cell) => toRuns(cell.children)),
	);
	return { type: 'table', head, rows };
}

function toRuns(nodes: readonly PhrasingContent[], style: Run['style'] = 'plain'): Run[] {
	return nodes.flatMap((node): Run[] => {
		switch (node.type) {
			case 'inlineCode':
				return [{ text: node.value, style: 'code' }];
			case 'strong':
			case 'emphasis':
				return toRuns(node.children, node.type);
			case 'link':
			case 'delete':
			case 'linkReference':
				return toRuns(node.children, style);
			default:
				return [{ text: toText(node).replace(/\s+/g, ' '), style }];
		}
	});
}
