import type {
	BlockContent,
	DefinitionContent,
	ListItem,
	Paragraph,
	PhrasingContent,
	Table,
} from 'mdast';
import type { Address, Block, Outline, Section } from '../notes/notes.ts';
import type { Card, Content, Run } from './sheetModel.ts';
import {
	toHref,
	toLanguageName,
	toVisible,
	flatten,
	parseOutline,
	readAlert,
	toRange,
	toSlug,
	toText as toNodeText,
} from '../notes/notes.ts';

/** What is said beside a block of the notes, labelled, as Markdown, by the offset where it ends. */
export type Remarks = ReadonlyMap<number, readonly { label: string; text: string }[]>;

/** How a card begins, before what was chosen for it. */
export type Start = Pick<Card, 'id' | 'title' | 'isCode' | 'href' | 'marks'> & {
	contents: Content[];
};

/** What the notes say below a heading. Nothing when they have no such heading. */
export function toNotes(
	title: string,
	outline: Outline,
	addresses: ReadonlyMap<Section, Address>,
	remarks: Remarks,
): Start | undefined {
	const section = flatten(outline.sections).find((other) => other.title === title);
	if (section === undefined) return undefined;
	const href = toHref(addresses.get(section) ?? { page: '', fragment: '' });
	const contents = flatten([section]).flatMap(({ blocks }) => toContents(blocks, remarks));
	return { ...toTopic(section.title, href), contents };
}

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
			return [
				toCode(node.value, toLanguageName(node.lang, node.value)),
				...toRemarks(node, remarks),
			];
		case 'html':
			return isCode(node.value) ? [toCode(toLines(node.value)), ...toRemarks(node, remarks)] : [];
		case 'table':
			return [toTable(node), ...toRemarks(node, remarks)];
		case 'blockquote':
			return (readAlert(node)?.children ?? node.children).flatMap((child) =>
				fromNode(child, remarks),
			);
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
	return { type: 'code', language, code: toDedented(written) };
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
	const own = remarks.get(toRange(node).end) ?? [];
	return own.map(({ label, text }) => {
		const lead: Run = { text: `${label}: `, style: 'strong' };
		return { type: 'point', runs: [lead, ...parseRuns(text)] };
	});
}

function toTable({ children }: Table): Content {
	const [head = [], ...rows] = children.map((row) =>
		row.children.map((cell) => fromNodes(cell.children)),
	);
	return { type: 'table', head, rows };
}

/** What a card shows of Markdown that is no page. */
export function parseContents(markdown: string): Content[] {
	return toContents(parseOutline(markdown).preamble, new Map());
}

/** The runs of Markdown that is one paragraph, such as a table's cell. */
export function parseRuns(markdown: string): Run[] {
	return parseOutline(markdown).preamble.flatMap(({ node }) =>
		node.type === 'paragraph' ? fromNodes(node.children) : [],
	);
}

/** The runs of a paragraph's nodes; of a link its words. */
function fromNodes(nodes: readonly PhrasingContent[], style: Run['style'] = 'plain'): Run[] {
	return nodes.flatMap((node): Run[] => {
		switch (node.type) {
			case 'inlineCode':
				return [{ text: node.value, style: 'code' }];
			case 'strong':
			case 'emphasis':
				return fromNodes(node.children, node.type);
			case 'link':
			case 'delete':
			case 'linkReference':
				return fromNodes(node.children, style);
			default:
				return [{ text: toNodeText(node).replace(/\s+/g, ' '), style }];
		}
	});
}

/** The card of something that has no facts of its own. */
export function toTopic(title: string, href: string): Start {
	return { id: toSlug(title), title, isCode: false, href, marks: [], contents: [] };
}
