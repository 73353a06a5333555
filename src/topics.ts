import type { CollectionEntry } from 'astro:content';
import type { Sheet } from './cheatsheet/model.ts';
import { getCollection } from 'astro:content';
import { toFiles } from './cheatsheet/files.ts';
import { toAbsoluteUrl } from './links.ts';

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

/** What the route of a sheet's files is told of each. */
export interface FileProps {
	sheet: Sheet;
	path: string;
}

/**
 * Whether the build makes beside Astro what needs no Astro, see scripts/beside.ts: then it has laid the
 * sheets out already.
 */
export async function isMadeBeside(): Promise<boolean> {
	return (await toSheetPaths()).some(({ sheet }) => sheet.settled !== undefined);
}

/** The files of all sheets that end like this, where they are made here. */
export async function toFilePaths(extension: 'pdf' | 'png') {
	if (await isMadeBeside()) return [];
	return (await toSheetPaths()).flatMap(({ topic, sheet }) =>
		toFiles(sheet)
			.filter(({ path }) => path.endsWith(`.${extension}`))
			.map(({ path }) => ({
				params: { topic, sheet: path.slice(path.lastIndexOf('/') + 1, -1 - extension.length) },
				props: { sheet, path },
			})),
	);
}

/** Answers with one of them. */
export async function renderFile({ sheet, path }: FileProps): Promise<Response> {
	const file = toFiles(sheet).find((one) => one.path === path);
	if (file === undefined) return new Response(undefined, { status: 404 });
	const content = await file.render(toAbsoluteUrl('/'));
	return new Response(new Uint8Array(content), { headers: { 'content-type': file.type } });
}
