import type { Topic } from '../notes/notes.ts';
import type { PlacedCorrection } from './corrections.ts';
import type { Reference } from './facts.ts';
import { homeId, parseOutline, toExample } from '../notes/notes.ts';
import { folders } from './addresses.ts';
import { addAges } from './ages.ts';
import { renderTruthTable } from './options.ts';
import { toAnswerPages, toGuidePages } from './pages/articles.ts';
import { toAtozPage } from './pages/atoz.ts';
import { toCheckPages } from './pages/checkPages.ts';
import { toCommandPages } from './pages/commandPages.ts';
import { addContents, toCorrectionsPages } from './pages/indexes.ts';
import { toInstructionPage } from './pages/instructionPages.ts';
import {
	toFactPage,
	toHeadings,
	type NotesPage,
	type OutlinedPage,
	type SitePage,
} from './pages/page.ts';

export { findLostWords } from './names.ts';
export { atozId } from './pages/atoz.ts';
export { toLead, toStatement } from './pages/instructionPages.ts';
export type { OutlinedPage, PageKind, SitePage } from './pages/page.ts';

/** What the pages are made from. */
export interface Ingredients {
	/** The files of notes in the order of the site, with their pages. */
	topics: readonly Topic[];
	reference: Reference;
	placed: readonly PlacedCorrection[];
	/** The day that supports of images are compared with, as `2026-11-24`. */
	today: string;
	/** Pages of an earlier site: a page that says the same is not parsed again. */
	before?: readonly Pick<OutlinedPage, 'outline'>[];
}

/** All pages in the order of the site: the notes with the facts, then commands, answers, guides, checks. */
export function toSitePages(ingredients: Ingredients): OutlinedPage[] {
	const { topics, reference, placed, today, before = [] } = ingredients;
	const known = new Map(before.map(({ outline }) => [outline.source, outline]));
	const parse = (body: string) => known.get(body) ?? parseOutline(body);
	// The page at the root of the site is made elsewhere.
	const notes = topics.flatMap(({ name, file, pages }) =>
		pages.filter(({ id }) => id !== homeId).map((page) => ({ ...page, file, topic: name })),
	);
	const pages = [
		...toNotesPages(notes, reference),
		...toTablePages(notes, reference),
		...toCommandPages(notes, reference),
		...toAnswerPages(reference),
		...toGuidePages(reference),
		...toCheckPages(reference),
		...toCorrectionsPages(topics, reference, placed),
	];
	const complete = addContents(toOwned(pages, notes, topics)).map((page) => {
		const plain = parse(page.body);
		const body = addAges(plain, reference.lifecycles, today);
		const outline = body === page.body ? plain : parse(body);
		return { ...page, body, outline, headings: toHeadings(outline) };
	});
	const atoz = toAtozPage(reference, complete);
	const outline = parse(atoz.body);
	return [...complete, { ...atoz, outline, headings: toHeadings(outline) }];
}

/** The pages of the notes; instructions with their facts, those that the notes lack behind them. */
function toNotesPages(notes: readonly NotesPage[], reference: Reference): SitePage[] {
	const known = new Set(notes.map(({ title }) => title));
	const missing = reference.instructions.filter(({ name }) => !known.has(name));
	const last = notes.findLast(({ kind, isIndex }) => kind === 'instruction' && !isIndex);
	return notes.flatMap((page) => {
		const facts =
			page.kind === 'instruction' && reference.instructions.find(({ name }) => name === page.title);
		const own = facts ? toInstructionPage(facts, reference, page) : toNotesPage(page);
		const others = page === last ? missing.map((facts) => toInstructionPage(facts, reference)) : [];
		return [own, ...others];
	});
}

function toNotesPage(page: NotesPage): SitePage {
	const { sections: _sections, blocks: _blocks, ...own } = page;
	return { ...own, tags: [], example: toExample(page) };
}

function toTablePages(notes: readonly NotesPage[], reference: Reference): SitePage[] {
	const home = notes.find(({ id }) => id === folders.tables);
	return reference.tables.map((table) =>
		toFactPage({
			id: `${folders.tables}/${table.id}`,
			title: table.title,
			description: table.summary,
			kind: 'concept',
			parents: home ? [home.id] : [],
			body: renderTruthTable(table, reference),
			file: 'src/content/tables.yaml',
		}),
	);
}

/** The pages file by file. Facts belong to the file of notes that has instructions, or to the first. */
function toOwned(
	pages: readonly SitePage[],
	notes: readonly NotesPage[],
	topics: readonly Topic[],
): SitePage[] {
	const owner = notes.find(({ kind }) => kind === 'instruction')?.topic ?? topics[0]?.name;
	const known = new Set(pages.map(({ id }) => id));
	const owned = pages.map((page) => ({
		...page,
		topic: page.topic ?? owner,
		parents: page.parents.filter((id) => known.has(id)),
	}));
	return topics.flatMap(({ name }) => owned.filter(({ topic }) => topic === name));
}
