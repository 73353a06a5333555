/**
 * What pages and components ask of the content collections (src/content.config.ts), with the types
 * that it was stored with: the files of notes with their sheets, the facts, and the tree of pages.
 */
import type { CollectionEntry } from 'astro:content';
import type { Sheet } from './sheet/sheetModel.ts';
import type { NavigationIndex } from './reference/navigation.ts';
import type { Placeholder } from './fill/fill.ts';
import type { Versions } from './reference/schema/lists.ts';
import type { Snippet } from './snippets/snippet.ts';
import { getCollection, getEntry } from 'astro:content';
import { toIndex } from './reference/navigation.ts';
import { renderVersions } from './reference/versions.ts';

type Topic = CollectionEntry<'topics'>;

/** The pages that are made from Markdown, in the order of the site. */
export async function readPages(): Promise<CollectionEntry<'docs'>[]> {
	const pages = await getCollection('docs');
	return pages.sort((a, b) => (a.data.order ?? 0) - (b.data.order ?? 0));
}

/** The files of notes in the order of the site. Never empty. */
export async function readTopics(): Promise<[Topic, ...Topic[]]> {
	const topics = await getCollection('topics');
	const [first, ...others] = topics.sort((a, b) => a.data.order - b.data.order);
	if (first === undefined) throw new Error('There are no notes.');
	return [first, ...others];
}

/** The file of notes at the root of the site, if one is. */
export async function readRoot(): Promise<Topic | undefined> {
	return (await readTopics()).find(({ data }) => data.prefix === '');
}

/** What the site is called. */
export async function readName(): Promise<string> {
	const [{ data }] = await readTopics();
	return data.site;
}

/** The sheet of the file at the root, or else of the first one. */
export async function readSheet(): Promise<Sheet> {
	const [first] = await readTopics();
	return ((await readRoot()) ?? first).data.sheet;
}

/** What an address has in place of `[...topic]` for each file, with its sheet. */
export async function toSheetPaths() {
	return (await readTopics()).map(({ data }) => ({
		topic: data.prefix === '' ? undefined : data.prefix,
		sheet: data.sheet,
	}));
}

/** What the pages need of the facts. */
interface Facts {
	snippets: Snippet[];
	placeholders: Placeholder[];
	/** What the snippets were verified with, a line for each language. */
	tools: string[];
}

/** The catalogue, its placeholders or its tools. Throws when the notes gave no pages. */
export async function readFacts<N extends keyof Facts>(name: N): Promise<Facts[N]> {
	const entry = await getEntry('facts', name);
	if (entry === undefined) throw new Error(`The facts have no ${name}.`);
	return entry.data.facts as Facts[N];
}

/** What the facts hold for, as one line; none without facts. */
export async function readVersions(): Promise<string | undefined> {
	const versions = (await getEntry('facts', 'versions'))?.data.facts as Versions | undefined;
	return versions && renderVersions(versions);
}

/** Whether the site has the facts that a text is explained with. */
export async function canExplain(): Promise<boolean> {
	const entry = await getEntry('facts', 'instructions');
	return Array.isArray(entry?.data.facts) && entry.data.facts.length > 0;
}

/** The pages to use rather than to read that the site has something on. */
export async function readUses(): Promise<{ id: string; title: string }[]> {
	const snippets = await readFacts('snippets');
	return [
		{ id: 'cheatsheet', title: 'Cheatsheet' },
		...(snippets.length > 0 ? [{ id: 'snippets', title: 'Snippets' }] : []),
		...((await canExplain()) ? [{ id: 'explain', title: 'Explain' }] : []),
	];
}

/** The tree of all pages. What lies in the frame of a page has it as `Astro.locals.navigation`. */
export async function readNavigation(): Promise<NavigationIndex> {
	const entry = await getEntry('navigation', 'site');
	return toIndex(entry ? JSON.parse(entry.data.json) : { topics: [], others: [], kinds: [] });
}
