import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, Table } from 'mdast';
import type { Block } from '../notes/outline.ts';
import { toString } from 'mdast-util-to-string';

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
	| { type: 'list'; isOrdered: boolean; items: Item[] }
	| { type: 'code'; language: string; code: string }
	| { type: 'table'; head: Run[][]; rows: Run[][][] };

/** What a card shows of blocks of the notes; raw HTML, rules and definitions are left out. */
export function toPieces(blocks: readonly Block[]): Piece[] {
	return blocks.flatMap(({ node }) => toPiece(node));
}

function toPiece(node: Block['node'] | BlockContent | DefinitionContent): Piece[] {
	switch (node.type) {
		case 'paragraph':
			return [{ type: 'text', runs: toRuns(node.children) }];
		case 'list':
			return [{ type: 'list', isOrdered: node.ordered === true, items: node.children.map(toItem) }];
		case 'code':
			return [{ type: 'code', language: node.lang ?? 'text', code: node.value }];
		case 'table':
			return [toTable(node)];
		case 'blockquote':
			return node.children.flatMap(toPiece);
		default:
			return [];
	}
}

function toItem({ children }: ListItem): Item {
	const [first, ...others] = children;
	if (first?.type !== 'paragraph') return { runs: [], pieces: children.flatMap(toPiece) };
	return { runs: toRuns(first.children), pieces: others.flatMap(toPiece) };
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
			case 'break':
			case 'html':
				return [{ text: ' ', style }];
			default:
				return [{ text: toString(node).replace(/\s+/g, ' '), style }];
		}
	});
}
