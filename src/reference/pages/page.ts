import type { Kind, Page } from '../../notes/notes.ts';
import {
	cut,
	firstSentence,
	flatten,
	parseOutline,
	toLine,
	toSlugText,
	toUniqueSlugs,
	type Outline,
} from '../../notes/notes.ts';
import { folders } from '../addresses.ts';
import { join, renderFrame, renderList, renderSection, toTitle } from '../markdown.ts';

/** A heading of a page, as its table of contents shows it. */
export interface PageHeading {
	depth: number;
	slug: string;
	text: string;
}

/** What a page is about; the last two are made from facts alone. */
export type PageKind = Kind | 'answer' | 'guide';

/** One page of the site as Markdown: everything else (HTML, `.md`, search) is made from it. */
export interface SitePage {
	/** The address without slashes at the ends. */
	id: string;
	title: string;
	description: string;
	kind: PageKind;
	/** Whether the page only leads to others. */
	isIndex: boolean;
	/** The ids of the pages above, outermost first. */
	parents: string[];
	body: string;
	headings: readonly PageHeading[];
	/** A few words about the thing, for beside the title. */
	tags: string[];
	/** The line of the heading in the notes, for pages that come from there. */
	line?: number | undefined;
	/** The file that the author of the page would edit. */
	file?: string | undefined;
	/** The name of the file of notes that the page belongs to; none for what leads to all. */
	topic?: string | undefined;
	/** One line that shows it in use. */
	example?: string | undefined;
}

/** A whole page, parsed once for all that look into it: contents, snippets, search, machines. */
export type OutlinedPage = SitePage & { outline: Outline };

/** A page of the notes with the file that it comes from. */
export type NotesPage = Page & { file: string; topic: string };

/** A page of facts; what is not given is as most pages have it. */
export function toFactPage(
	page: Omit<SitePage, 'isIndex' | 'headings' | 'tags'> & Partial<SitePage>,
): SitePage {
	return { isIndex: false, headings: [], tags: [], ...page };
}

/** What is said of one of the things that a folder has pages of. */
type Own = Pick<SitePage, 'title' | 'description' | 'body'> & Partial<SitePage>;

/** The page that leads to all things of a kind, and one for each; none where there are no things. */
export function toFolder<T extends { id: string; file: string }>(
	kind: 'answer' | 'check' | 'command' | 'guide',
	index: Own,
	things: readonly T[],
	toOwn: (thing: T) => Own,
): SitePage[] {
	if (things.length === 0) return [];
	const id = folders[`${kind}s`];
	const pages = things.map((thing) =>
		toFactPage({ id: `${id}/${thing.id}`, kind, parents: [id], file: thing.file, ...toOwn(thing) }),
	);
	return [toFactPage({ id, kind, isIndex: true, parents: [], ...index }), ...pages];
}

/** Things below the names of their groups, which stand together, each as an item of a list. */
export function renderGroups<T extends { group: string }>(
	things: readonly T[],
	renderItem: (thing: T) => string,
): string {
	const groups = [...Map.groupBy(things, ({ group }) => group)];
	return join(
		groups.map(([group, own]) => renderSection(toTitle(group), renderList(own.map(renderItem)))),
	);
}

/** What a page says first, without markup. */
export function toDescription(markdown: string): string {
	return firstSentence(toLine(parseOutline(markdown).root));
}

/** The headings of a page with the ids that they get when it is rendered. */
export function toHeadings({ sections }: Outline): PageHeading[] {
	const named = flatten(sections).filter(({ title }) => title !== '');
	const slugs = toUniqueSlugs(named.map(({ heading }) => toSlugText(heading.node)));
	return named.map(({ depth, title }, at) => ({ depth, slug: slugs[at] ?? '', text: title }));
}

/**
 * The author's text for the page of an instruction or a command, marked as the author's. Takes the
 * Markdown of a page of the notes, or only the section below one of its headings. Headings in it
 * go one deeper, because they stand below "From the notes".
 */
export function embedNotes(body: string, heading?: string): string {
	const outline = parseOutline(body);
	const sections = flatten(outline.sections);
	const section = sections.find(({ title }) => title === heading);
	const start = section === undefined ? 0 : section.heading.end;
	const end = section === undefined ? outline.source.length : section.end;
	const deeper = sections.map(({ start }) => ({ start, end: start, text: '#' }));
	const text = cut(outline.source, start, end, deeper)
		.replace(/(?:\s*<br\s*\/?>)+\s*$/i, '')
		.trim();
	return renderFrame('notes', text);
}
