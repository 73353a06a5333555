import type { BlockContent, DefinitionContent, PhrasingContent } from 'mdast';
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
import { toPlainText } from './sheetModel.ts';

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

/** A list in a list becomes points of the same list: paper has no room for steps. */
function fromNode(node: Node, remarks: Remarks, type: 'text' | 'point' = 'text'): Content[] {
	if (node.type === 'list')
		return node.children.flatMap(({ children }) =>
			children.flatMap((child) => fromNode(child, remarks, 'point')),
		);
	if (node.type === 'blockquote') {
		const children = readAlert(node)?.children ?? node.children;
		return children.flatMap((child) => fromNode(child, remarks));
	}
	return [...fromLeaf(node, type), ...toRemarks(node, remarks)];
}

function fromLeaf(node: Node, type: 'text' | 'point'): Content[] {
	switch (node.type) {
		case 'paragraph': {
			const runs = fromNodes(node.children);
			// A picture or breaks alone have no words.
			return toPlainText(runs).trim() === '' ? [] : [{ type, runs }];
		}
		case 'code':
			return [toCode(node.value, toLanguageName(node.lang, node.value))];
		case 'html':
			return isCode(node.value) ? [toCode(toLines(node.value))] : [];
		case 'table': {
			const [head = [], ...rows] = node.children.map((row) =>
				row.children.map((cell) => fromNodes(cell.children)),
			);
			return [{ type: 'table', head, rows }];
		}
		default:
			return [];
	}
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

function toRemarks(node: Node, remarks: Remarks): Content[] {
	const own = remarks.get(toRange(node).end) ?? [];
	return own.map(({ label, text }) => {
		const lead: Run = { text: `${label}: `, style: 'strong' };
		return { type: 'point', runs: [lead, ...parseRuns(text)] };
	});
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
