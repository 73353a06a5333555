import type { Nodes } from 'mdast';
import type { Block } from '../notes/notes.ts';
import { flatten, parseOutline } from '../notes/notes.ts';
import { toUniqueSlugs } from '../notes/notes.ts';
import { toLine, toSlugText } from '../notes/notes.ts';

/** What search knows of a page. */
export interface Searchable {
	id: string;
	title: string;
	kind: string;
	/** The titles of the pages above, outermost first. */
	path: readonly string[];
	/** The name of its file of notes, where there are several. */
	topic?: string | undefined;
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
	topic?: string;
	text: string[];
	code: string[];
}

/** A page before it is cut. */
interface Page extends Omit<Searchable, 'path' | 'topic'> {
	/** The ids of the pages above. */
	parents: readonly string[];
	topic?: string | undefined;
}

/** The parts of all pages; `hasTopics` says whether there are several files of notes. */
export function toAllRecords(pages: readonly Page[], hasTopics: boolean): SearchRecord[] {
	const titles = new Map(pages.map(({ id, title }) => [id, title]));
	return pages.flatMap((page) => {
		const path = page.parents.flatMap((parent) => titles.get(parent) ?? []);
		return toRecords({ ...page, path, topic: hasTopics ? page.topic : undefined });
	});
}

/** Cuts a page into the parts that a reader can land on. */
export function toRecords({ id, title, kind, path, topic, body }: Searchable): SearchRecord[] {
	const { preamble, sections } = parseOutline(body);
	const own = { kind, ...(topic !== undefined && { topic }) };
	const page = { href: `/${id}/`, title, ...own, path: [...path], ...toContent(preamble) };
	const parts = flatten(sections).filter((section) => section.title !== '');
	const slugs = toUniqueSlugs(parts.map(({ heading }) => toSlugText(heading.node)));
	const below = parts.map((section, index) => ({
		href: `${page.href}#${slugs[index]}`,
		title: section.title,
		...own,
		path: [...path, title],
		...toContent(section.blocks),
	}));
	return [page, ...below];
}

/** The words of some blocks, apart from their code. */
function toContent(blocks: readonly Block[]): { text: string[]; code: string[] } {
	const nodes = blocks
		.map(({ node }) => node)
		// Footnotes name sources: every page would be found by `docker reference`.
		.filter(({ type }) => type !== 'html' && type !== 'footnoteDefinition');
	return { text: nodes.flatMap(toLines).filter(Boolean), code: nodes.flatMap(toCode) };
}

/** One line for each paragraph, row and item, so that words of two of them do not run together. */
function toLines(node: Nodes): string[] {
	if (node.type === 'code') return [];
	if (node.type === 'tableRow') return [node.children.map((cell) => toLine(cell)).join(' · ')];
	if (node.type === 'paragraph' || !('children' in node)) return [toLine(node)];
	return node.children.flatMap(toLines);
}

function toCode(node: Nodes): string[] {
	if (node.type === 'code') return [node.value];
	return 'children' in node ? node.children.flatMap(toCode) : [];
}
