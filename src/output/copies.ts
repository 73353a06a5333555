import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { slug } from 'github-slugger';
import { toEnvironment } from '../site.ts';
import { toArchive } from './copy/archive.ts';
import { toArticle, toDocument, type Article, type Parts, type Place } from './copy/document.ts';
import { programFile, toFolderPage, type FolderPage } from './copy/folder.ts';
import { readPage } from './copy/page.ts';
import { toProgram } from './copy/program.ts';
import { readSite, type Site } from './copy/site.ts';
import { addSheets, readRelative, readStyles, type Sheets } from './copy/styles.ts';

/** Where the copies stand below the site's folder. */
export const copiesFolder = 'download/';

/** One of the copies: what it is on pages, its name, and its bytes. */
interface Copy {
	kind: 'archive' | 'document';
	name: string;
	content: Uint8Array;
}

/**
 * Makes two copies of a finished site that need no server, a ZIP of a folder and a single document,
 * and tells on its pages where they are and how large.
 */
export async function writeCopies(folder: string): Promise<void> {
	const { base, site: origin } = toEnvironment(process.env);
	const site = await readSite(folder);
	const name = slug(site.name);
	const place = { base, origin, pictures: site.pictures };
	const { articles, pages, sheets } = divide(site, place);
	const program = `var siteRoot='#';${await toProgram('file', site.texts)}`;
	const styles = await readStyles(site, base, sheets);
	const parts = { ...place, name: site.name, program, styles };
	const copies: Copy[] = [
		{ kind: 'archive', name: `${name}.zip`, content: await pack(site, name, base, pages) },
		{ kind: 'document', name: `${name}.html`, content: bind(site, articles, parts) },
	];
	await mkdir(join(folder, copiesFolder), { recursive: true });
	for (const { name, content } of copies)
		await writeFile(join(folder, copiesFolder, name), content);
	for (const [path, html] of site.pages) {
		const told = tell(html, base, copies);
		if (told !== html) await writeFile(join(folder, path), told);
	}
}

/** What both copies are made of. */
interface Divided {
	articles: Article[];
	pages: FolderPage[];
	sheets: Sheets;
}

/** Reads every page once: that takes longer than all the rest, and a page that is read much memory. */
function divide(site: Site, place: Place): Divided {
	const divided: Divided = { articles: [], pages: [], sheets: new Map() };
	for (const [path, html] of site.pages) {
		const page = readPage(path, html);
		addSheets(divided.sheets, page, place.base);
		const article = toArticle(page, place);
		const own = toFolderPage(page, place.base, site.lazy);
		if (article) divided.articles.push(article);
		if (own) divided.pages.push(own);
	}
	return divided;
}

async function pack(
	site: Site,
	name: string,
	base: string,
	pages: readonly FolderPage[],
): Promise<Uint8Array> {
	const files = new Map<string, Uint8Array>();
	for (const { path, html } of pages) files.set(path, Buffer.from(html));
	const named = new Set(pages.flatMap((page) => [...page.files]));
	for (const path of [...named, ...site.lazy]) {
		const isSheet = path.endsWith('.css');
		const content = isSheet ? Buffer.from(await readRelative(site, path, base)) : site.read(path);
		files.set(path, await content);
	}
	const root = "var siteRoot=new URL('.',document.currentScript.src).href;";
	files.set(programFile, Buffer.from(root + (await toProgram('folder', site.texts))));
	return toArchive(name, files);
}

/** In the frame of any page that has a sidebar, or else of the first that is read. */
function bind({ pages }: Site, articles: readonly Article[], parts: Parts): Uint8Array {
	const read = articles.map(({ path }) => path);
	const path = read.find((one) => pages.get(one)?.includes('<nav class="sidebar')) ?? read[0];
	if (path === undefined) throw new Error('There is no page to make a document of.');
	const shell = readPage(path, pages.get(path) ?? '');
	return Buffer.from(toDocument(articles, shell, parts));
}

/** Fills the links to copies of a page: `<p data-take hidden><a data-take="archive">…<span></span>`. */
function tell(html: string, base: string, copies: readonly Copy[]): string {
	if (!html.includes('data-take')) return html;
	const $ = load(html);
	for (const { kind, name, content } of copies) {
		const link = $(`a[data-take=${kind}]`)
			.attr('href', base + copiesFolder + name)
			.attr('download', '');
		link.find('span').text(toSize(content.length));
	}
	$('[data-take][hidden]').removeAttr('hidden');
	return $.html();
}

/** As people read it: `1.2 MB`. */
function toSize(bytes: number): string {
	return `${(bytes / 1e6).toFixed(1)} MB`;
}
