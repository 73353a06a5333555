import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { slug } from 'github-slugger';
import { toEnvironment } from '../site.ts';
import { toArchive } from './copy/archive.ts';
import { toDocument } from './copy/document.ts';
import { programFile, toFolder } from './copy/folder.ts';
import { readPage } from './copy/page.ts';
import { toProgram } from './copy/program.ts';
import { readSite, type Site } from './copy/site.ts';
import { readRelative, readStyles } from './copy/styles.ts';

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
	const copies: Copy[] = [
		{ kind: 'archive', name: `${name}.zip`, content: await pack(site, name, base) },
		{ kind: 'document', name: `${name}.html`, content: await bind(site, base, origin) },
	];
	await mkdir(join(folder, copiesFolder), { recursive: true });
	for (const { name, content } of copies)
		await writeFile(join(folder, copiesFolder, name), content);
	for (const [path, html] of site.pages) {
		const told = tell(html, base, copies);
		if (told !== html) await writeFile(join(folder, path), told);
	}
}

async function pack(site: Site, name: string, base: string): Promise<Uint8Array> {
	const made = toFolder(toPages(site), base, site.lazy);
	const files = new Map<string, Uint8Array>();
	for (const [path, html] of made.pages) files.set(path, Buffer.from(html));
	for (const path of [...made.files, ...site.lazy]) {
		const isSheet = path.endsWith('.css');
		const content = isSheet ? Buffer.from(await readRelative(site, path, base)) : site.read(path);
		files.set(path, await content);
	}
	const root = "var siteRoot=new URL('.',document.currentScript.src).href;";
	files.set(programFile, Buffer.from(root + (await toProgram('folder', site.texts))));
	return toArchive(name, files);
}

async function bind(site: Site, base: string, origin: string): Promise<Uint8Array> {
	const program = `var siteRoot='#';${await toProgram('file', site.texts)}`;
	const styles = await readStyles(site, base);
	const { name, pictures } = site;
	return Buffer.from(toDocument(toPages(site), { name, base, origin, styles, program, pictures }));
}

function toPages({ pages }: Site): ReturnType<typeof readPage>[] {
	return [...pages].map(([path, html]) => readPage(path, html));
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
