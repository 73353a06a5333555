import type { RootContent } from 'mdast';
import type { Page, Plan } from '../../src/notes/notes.ts';
import { toString } from 'mdast-util-to-string';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { toEmoji } from '../../src/notes/notes.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** What each block of the notes says, by the parser alone; what is dropped on purpose is left out. */
export function toSourceWords({ outline, dropped }: Plan): string[] {
	const left = new Set([...dropped].map(({ start }) => start));
	const { children } = parser.parse(outline.source);
	return toWords(children.filter(({ position }) => !left.has(position?.start.offset ?? -1)));
}

/** The same for what stands on pages, parsed anew: the title and the blocks below it. */
export function toPageWords(pages: readonly Page[]): string[] {
	return pages.flatMap(({ title, body }) => [
		...(title === '' ? [] : [`heading ${toPlain(title)}`]),
		...toWords(parser.parse(body).children),
	]);
}

/** Elements that the documents have; where they are not closed on their page, their tags are words. */
const tags =
	/<\/?(?:a|b|br|details|div|h3|img|kbd|li|p|pre|script|summary|table|td|tr|ul)\b[^<>]*>/g;

/** Words without what differs by rule: white space, codes for signs, tags. */
export function toPlain(text: string): string {
	return toEmoji(text)
		.replace(/<!--[\s\S]*?-->/g, '')
		.replace(tags, '')
		.replace(/\s+/g, '');
}

/** The words of HTML that is shown, those of its footnotes and its ids. */
export function toShown(html: string): { text: string; footnotes: string[]; ids: string[] } {
	const ids: string[] = [];
	const footnotes: string[] = [];
	const walk = (node: DefaultTreeAdapterTypes.Node): string => {
		if (node.nodeName === '#text' && 'value' in node) return node.value;
		if (!('childNodes' in node)) return '';
		const attributes = 'attrs' in node ? node.attrs : [];
		const get = (name: string) => attributes.find((one) => one.name === name)?.value;
		const id = get('id');
		if (id !== undefined) ids.push(id);
		const isMade = get('data-footnote-ref') ?? get('data-footnote-backref') ?? get('aria-hidden');
		if (isMade !== undefined) return '';
		const text = node.childNodes.map(walk).join('');
		if (node.nodeName === 'li' && id?.startsWith('user-content-fn-')) footnotes.push(toPlain(text));
		return get('data-footnotes') === undefined ? text : '';
	};
	const text = walk(parseFragment(html));
	return { text: toPlain(text), footnotes, ids };
}

/** Definitions are left out, which pages have copies of, and what nobody sees. */
function toWords(nodes: readonly RootContent[]): string[] {
	return nodes.filter(isSeen).map((node) => `${node.type} ${toPlain(toString(node))}`);
}

function isSeen(node: RootContent): boolean {
	if (node.type === 'definition' || node.type === 'footnoteDefinition') return false;
	// An empty link that leads nowhere leaves nothing.
	if (node.type === 'heading' || node.type === 'paragraph') return toPlain(toString(node)) !== '';
	return node.type !== 'html' || toPlain(node.value) !== '';
}
