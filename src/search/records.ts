import type { Nodes } from 'mdast';
import type { Block, Section } from '../notes/outline.ts';
import { toString } from 'mdast-util-to-string';
import { flatten, parseOutline } from '../notes/outline.ts';

/** What search knows of a page. */
export interface Searchable {
	id: string;
	title: string;
	kind: string;
	/** The titles of the pages above, outermost first. */
	path: readonly string[];
	/** The page as Markdown, as the reader sees it. */
	body: string;
}

/** One result: a page, or a section within it. */
export interface SearchRecord {
	/** From the root of the site, with the section's `#`. */
	href: string;
	title: string;
	kind: string;
	path: string[];
	text: string[];
	code: string[];
}

/** Cuts a page into the parts that a reader can land on. */
export function toRecords({ id, title, kind, path, body }: Searchable): SearchRecord[] {
	const { preamble, sections } = parseOutline(body);
	const page = { href: `/${id}/`, title, kind, path: [...path], ...toContent(preamble) };
	const below = flatten(sections).map((section) => toRecord(section, page));
	return [page, ...below];
}

function toRecord(section: Section, page: SearchRecord): SearchRecord {
	return {
		href: `${page.href}#${section.slug}`,
		title: section.title,
		kind: page.kind,
		path: [...page.path, page.title],
		...toContent(section.blocks),
	};
}

/** The words of some blocks, apart from their code. */
function toContent(blocks: readonly Block[]): { text: string[]; code: string[] } {
	const outline = blocks.filter(({ type }) => type !== 'html');
	return {
		text: outline.filter(({ type }) => type !== 'code').flatMap(({ node }) => toLines(node)),
		code: outline.flatMap(({ node }) => (node.type === 'code' ? [node.value] : [])),
	};
}

/** One line for each paragraph, row and item, so that words of two of them do not run together. */
function toLines(node: Nodes): string[] {
	if (node.type === 'tableRow') return [node.children.map((cell) => toString(cell)).join(' · ')];
	if (node.type === 'paragraph' || !('children' in node)) return [toString(node)];
	return node.children.flatMap(toLines);
}
