import type { ListItem, RootContent, Table } from 'mdast';
import type { Section } from './outline.ts';
import { toLine, toText } from './text.ts';

/** What says nothing of the section by itself. */
const silent = new Set(['code', 'definition', 'footnoteDefinition', 'thematicBreak']);

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** What search engines show of a description; a list ends there. */
const longest = 160;

/**
 * The first sentence of a section without markup, for the page's description and for lists of
 * pages. A table gives its column heads and the first cell of each row; a sentence that ends in a
 * colon takes the list below it along; a section that opens with a sub-section names all of them. The
 * words of pictures and badges count where there are no others.
 */
export function toDescription(section: Section): string {
	const telling = section.blocks.filter(
		({ node }) => !silent.has(node.type) && toLine(node) !== '',
	);
	const block = telling.find(({ node }) => toText(node, true).trim() !== '') ?? telling[0];
	if (block !== undefined) return describe(block.node);
	return toSentence(section.children.map(({ title }) => title).filter(Boolean));
}

function describe(node: RootContent): string {
	if (node.type === 'table') return describeTable(node);
	if (node.type === 'list') return describeItem(node.children[0]);
	return firstSentence(toLine(node));
}

function describeTable(table: Table): string {
	const [head, ...rows] = table.children;
	const columns = (head?.children ?? []).slice(1).map((cell) => toLine(cell));
	const keys = rows.map((row) => toLine(row.children[0]).toLowerCase());
	return toSentence([`${columns.join(' and ')} by ${keys.join(', ')}`]);
}

function describeItem(item: ListItem | undefined): string {
	const [text, list] = item?.children ?? [];
	const sentence = text === undefined ? '' : firstSentence(toLine(text));
	if (!sentence.endsWith(':') || list?.type !== 'list') return sentence;
	return `${sentence} ${toSentence(list.children.map((child) => toLine(child.children[0])))}`;
}

function toSentence(parts: readonly string[]): string {
	const text = parts.join(', ');
	const [first = '', ...others] = parts;
	if (text.length <= longest || others.length === 0) return text === '' ? '' : `${text}.`;
	let shown = 0;
	let start = first;
	const room = longest - ' and 99 more.'.length;
	while (start.length + (others[shown]?.length ?? 0) + 2 <= room) {
		start += `, ${others[shown]}`;
		shown += 1;
	}
	return `${start} and ${others.length - shown} more.`;
}

/** The first sentence of a plain text, on one line. */
export function firstSentence(text: string): string {
	const plain = text.trim().replace(/\s+/g, ' ');
	return [...sentences.segment(plain)][0]?.segment.trim() ?? '';
}
