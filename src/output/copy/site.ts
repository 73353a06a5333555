import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { load } from 'cheerio';
import type { Texts } from './program.ts';

/** A finished site, to make copies of. */
export interface Site {
	/** What it is called on its pages. */
	name: string;
	/** The paths of its pages. */
	pages: readonly string[];
	/** What its programs fetch when a reader reaches for it, by its path. */
	texts: Texts;
	/** Its pictures as `data:` addresses, by their paths. */
	pictures: ReadonlyMap<string, string>;
	/** The style sheets that no page names, because programs fetch them. */
	lazy: readonly string[];
	/** Whether the site has a file: notes may link to one that it has not. */
	has: (path: string) => boolean;
	/** A file as it stands in the site. Rejects when there is none. */
	read: (path: string) => Promise<Buffer>;
	/** A page as HTML, which is not kept: all of them would need much memory. */
	readHtml: (path: string) => string;
}

const fetched = /^(?:search\/(?:names|details)|snippets\/\w+)\.json$|^snippets\/.*\/Dockerfile$/;

const types: Readonly<Record<string, string>> = {
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.webp': 'image/webp',
	'.avif': 'image/avif',
	'.gif': 'image/gif',
};

/** Reads what copies are made of. Throws when the home page does not say the site's name. */
export async function readSite(folder: string): Promise<Site> {
	const found = await readdir(folder, { recursive: true });
	const paths = found.map((path) => path.replaceAll('\\', '/')).sort();
	const all = new Set(paths);
	const has = (path: string) => all.has(path);
	const read = (path: string) => readFile(join(folder, path));
	const readAll = async (chosen: readonly string[], encoding: 'utf8' | 'base64') =>
		Promise.all(chosen.map(async (path) => [path, (await read(path)).toString(encoding)] as const));

	const readHtml = (path: string) => readFileSync(join(folder, path), 'utf8');
	const pages = paths.filter((path) => path.endsWith('.html'));
	const home = pages.includes('index.html') ? readHtml('index.html') : '';
	const name = load(home)('meta[property="og:site_name"]').attr('content');
	if (name === undefined) throw new Error('The home page does not say what the site is called.');
	const texts = await readAll(
		paths.filter((path) => fetched.test(path)),
		'utf8',
	);
	const images = await readAll(
		paths.filter((path) => types[extname(path)]),
		'base64',
	);
	const lazy = new Set(paths.filter((path) => path.endsWith('.css')));
	for (const html of pages.values().map(readHtml)) {
		for (const path of lazy) if (html.includes(path)) lazy.delete(path);
	}
	return {
		name,
		pages,
		texts: Object.fromEntries(texts),
		pictures: new Map(
			images.map(([path, data]) => [path, `data:${types[extname(path)]};base64,${data}`]),
		),
		lazy: [...lazy],
		...{ has, read, readHtml },
	};
}
