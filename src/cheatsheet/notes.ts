import type { BlockContent, DefinitionContent, ListItem, Paragraph, Table } from 'mdast';
import type { Block } from '../notes/notes.ts';
import type { Content, Run } from './model.ts';
import { toVisible } from '../notes/notes.ts';
import { toRange } from '../notes/notes.ts';
import { fromNodes, parseRuns } from './runs.ts';

/** What is said beside a block of the notes, as Markdown, by the offset where the block ends. */
export type Remarks = ReadonlyMap<number, readonly string[]>;

/** What a card shows of blocks of the notes; rules, definitions and raw HTML but code are left out. */
export function toContents(blocks: readonly Block[], remarks: Remarks): Content[] {
	return blocks.flatMap(({ node }) => fromNode(node, remarks));
}

type Node = Block['node'] | BlockContent | DefinitionContent;

function fromNode(node: Node, remarks: Remarks): Content[] {
	switch (node.type) {
		case 'paragraph':
			return [...toText('text', node), ...toRemarks(node, remarks)];
		case 'list':
			return node.children.flatMap((item) => fromItem(item, remarks));
		case 'code':
			return [toCode(node.value, node.lang?.toLowerCase()), ...toRemarks(node, remarks)];
		case 'html':
			return isCode(node.value) ? [toCode(toLines(node.value)), ...toRemarks(node, remarks)] : [];
		case 'table':
			return [toTable(node), ...toRemarks(node, remarks)];
		case 'blockquote':
			return node.children.flatMap((child) => fromNode(child, remarks));
		default:
			return [];
	}
}

/** Nothing where there are no words, but a picture or breaks. */
function toText(type: 'text' | 'point', { children }: Paragraph): Content[] {
	const runs = fromNodes(children);
	return runs.some(({ text }) => text.trim() !== '') ? [{ type, runs }] : [];
}

function toCode(written: string, language = 'text'): Content {
	const code = toDedented(written);
	return { type: 'code', language, code, tokens: [{ text: code, look: 'plain' }] };
}

/** Code without what all its lines are set in: columns are narrow. */
function toDedented(code: string): string {
	const lines = code.split('\n').filter((line) => line.trim() !== '');
	const [first = '', ...others] = lines.map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
	let shared = first;
	while (!others.every((start) => start.startsWith(shared))) shared = shared.slice(0, -1);
	return shared === '' ? code : code.replaceAll(new RegExp(`^${shared}`, 'gm'), '');
}

/** Whether raw HTML is code that somebody wrote so, to mark a part of it. */
function isCode(html: string): boolean {
	return /^\s*<pre\b/i.test(html) && /<\/pre>\s*$/i.test(html) && toVisible(html).trim() !== '';
}

function toLines(html: string): string {
	return toVisible(html.replace(/<br\b[^>]*>/gi, '\n')).replace(/^\s*\n|\s+$/g, '');
}

/** A list in a list becomes points of the same list: paper has no room for steps. */
function fromItem({ children }: ListItem, remarks: Remarks): Content[] {
	return children.flatMap((child): Content[] =>
		child.type === 'paragraph'
			? [...toText('point', child), ...toRemarks(child, remarks)]
			: fromNode(child, remarks),
	);
}

function toRemarks(node: Node, remarks: Remarks): Content[] {
	const today: Run = { text: 'Today: ', style: 'strong' };
	const texts = remarks.get(toRange(node).end) ?? [];
	return texts.map((text) => ({ type: 'point', runs: [today, ...parseRuns(text)] }));
}

function toTable({ children }: Table): Content {
	const [head = [], ...rows] = children.map((row) =>
		row.children.map((cell) => fromNodes(cell.children)),
	);
	return { type: 'table', head, rows };
}
