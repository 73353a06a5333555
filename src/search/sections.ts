import type { Nodes } from 'mdast';
import type { Block } from '../notes/notes.ts';
import { flatten, type Outline, toUniqueSlugs, toLine, toSlugText } from '../notes/notes.ts';

/** What the full text needs of a page. */
export interface IndexedPage {
	id: string;
	title: string;
	kind: string;
	/** The ids of the pages above, outermost first. */
	parents: readonly string[];
	/** The name of its file of notes. */
	topic?: string | undefined;
	/** The page as the reader sees it. */
	outline: Outline;
}

/** One result of the full text: a page, or a section within it. */
export interface TextSection {
	/** From the root of the site, with the section's `#`. */
	href: string;
	/** With its page in front, since many sections are called the same: `RUN › Syntax`. */
	name: string;
	title: string;
	kind: string;
	/** The titles of the pages above, outermost first. */
	path: string[];
	topic?: string;
	text: string[];
	code: string[];
}

/** Pages that only name what stands elsewhere. */
const lists: ReadonlySet<string> = new Set(['a-z', 'corrections']);

/** Sections that lead away from their page. */
const plain: ReadonlySet<string> = new Set(['Related', 'Sources', 'See also']);

/** `> [!IMPORTANT]` is the sign of a callout, and no word of it. */
const callout = /^\[!\w+\][+-]?\s*/;

/** Cuts all pages into the parts that a reader can land on; `hasTopics` says whether files of notes are told apart. */
export function toTextSections(pages: readonly IndexedPage[], hasTopics: boolean): TextSection[] {
	const titles = new Map(pages.map(({ id, title }) => [id, title]));
	return pages
		.filter(({ id }) => !lists.has(id))
		.flatMap((page) => {
			const path = page.parents.flatMap((parent) => titles.get(parent) ?? []);
			return toSections(page, path, hasTopics ? page.topic : undefined);
		});
}

function toSections(
	{ id, title, kind, outline }: IndexedPage,
	path: string[],
	topic: string | undefined,
): TextSection[] {
	const { preamble, sections } = outline;
	const own = { kind, ...(topic !== undefined && { topic }) };
	const page = { href: `/${id}/`, name: title, title, ...own, path, ...toContent(preamble) };
	const parts = flatten(sections).filter((section) => section.title !== '');
	const slugs = toUniqueSlugs(parts.map(({ heading }) => toSlugText(heading.node)));
	const below = parts.map((section, index) => ({
		href: `${page.href}#${slugs[index]}`,
		name: `${title} › ${section.title}`,
		title: section.title,
		...own,
		path: [...path, title],
		...toContent(section.blocks),
	}));
	return [page, ...below.filter(({ title }) => !plain.has(title))];
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
	if (node.type === 'paragraph' || !('children' in node))
		return [toLine(node).replace(callout, '')];
	return node.children.flatMap(toLines);
}

function toCode(node: Nodes): string[] {
	if (node.type === 'code') return [node.value];
	return 'children' in node ? node.children.flatMap(toCode) : [];
}
