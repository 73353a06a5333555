import type { CollectionEntry } from 'astro:content';
import type { Sheet } from './sheet/model.ts';
import { getCollection } from 'astro:content';

/** The files of notes in the order of the site. Never empty. */
export async function readTopics(): Promise<
	[CollectionEntry<'topics'>, ...CollectionEntry<'topics'>[]]
> {
	const [first, ...others] = (await getCollection('topics')).sort(
		(a, b) => a.data.order - b.data.order,
	);
	if (first === undefined) throw new Error('There are no notes.');
	return [first, ...others];
}

/** The file of notes at the root of the site, if one is. */
export async function readRoot(): Promise<CollectionEntry<'topics'> | undefined> {
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
