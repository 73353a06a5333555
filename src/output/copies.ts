import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { slug } from 'github-slugger';
import { toEnvironment } from '../site.ts';
import { startArchive, type Archive } from './copy/archive.ts';
import { toArticle, toDocument, type Article, type Parts, type Place } from './copy/document.ts';
import { programFile, toFolderPage } from './copy/folder.ts';
import { readPage } from './copy/page.ts';
import { toProgram } from './copy/program.ts';
import { readSite, type Site } from './copy/site.ts';
import { addSheets, readRelative, readStyles, type Sheets } from './copy/styles.ts';
import { changePages } from './pages.ts';

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
	const archive = startArchive(name);
	const divided = divide(site, place, archive);
	await packFiles(site, base, divided.files, archive);
	const program = `var siteRoot='#';${await toProgram('file', site.texts)}`;
	const styles = await readStyles(site, base, divided.sheets);
	const parts = { ...place, name: site.name, program, styles };
	const copies: Copy[] = [
		{ kind: 'archive', name: `${name}.zip`, content: archive.end() },
		{ kind: 'document', name: `${name}.html`, content: bind(site, divided.articles, parts) },
	];
	await mkdir(join(folder, copiesFolder), { recursive: true });
	for (const { name, content } of copies)
		await writeFile(join(folder, copiesFolder, name), content);
	changePages(folder, ({ html }) => tell(html, base, copies));
}

/** What is left of the pages once each is packed. */
interface Divided {
	articles: Article[];
	/** The paths of the files that they lead to. */
	files: Set<string>;
	sheets: Sheets;
}

/** Reads every page once: that takes longer than all the rest, and a page that is read much memory. */
function divide(site: Site, place: Place, archive: Archive): Divided {
	const divided: Divided = { articles: [], files: new Set(), sheets: new Map() };
	for (const path of site.pages) {
		const page = readPage(path, site.readHtml(path));
		addSheets(divided.sheets, page, place.base);
		const article = toArticle(page, place);
		const own = toFolderPage(page, place.base, site.lazy);
		if (article) divided.articles.push(article);
		if (own === undefined) continue;
		archive.add(path, Buffer.from(own.html));
		for (const file of own.files) divided.files.add(file);
	}
	return divided;
}

/** Packs what the pages of the folder need besides themselves. */
async function packFiles(
	site: Site,
	base: string,
	named: ReadonlySet<string>,
	archive: Archive,
): Promise<void> {
	for (const path of [...new Set([...named, ...site.lazy])].filter(site.has).sort()) {
		const isSheet = path.endsWith('.css');
		const content = isSheet ? Buffer.from(await readRelative(site, path, base)) : site.read(path);
		archive.add(path, await content);
	}
	const root = "var siteRoot=new URL('.',document.currentScript.src).href;";
	archive.add(programFile, Buffer.from(root + (await toProgram('folder', site.texts))));
}

/** In the frame of any page that has a sidebar, or else of the first that is read. */
function bind(site: Site, articles: readonly Article[], parts: Parts): Uint8Array {
	const read = articles.map(({ path }) => path);
	const isFramed = (path: string) => site.readHtml(path).includes('<nav class="sidebar');
	const path = read.find(isFramed) ?? read[0];
	if (path === undefined) throw new Error('There is no page to make a document of.');
	const shell = readPage(path, site.readHtml(path));
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
