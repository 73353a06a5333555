import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load, type CheerioAPI } from 'cheerio';
import { toEnvironment } from '../src/env.ts';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../', import.meta.url));

/** One way to build the site, which the test program has done before the tests start. */
export interface Site {
	name: string;
	/** Where the files are, from the project's folder. */
	folder: string;
	base: string;
	/** What canonical links start with. */
	origin: string;
}

export const atRoot: Site = {
	name: 'at /',
	folder: 'dist',
	base: '/',
	origin: new URL(toEnvironment(process.env).site).origin,
};

/** The same site elsewhere: tests/base.test.ts holds that it differs in nothing but its addresses. */
export const underBase: Site = {
	name: 'under a base path',
	folder: '.cache/base',
	base: '/some/repo/',
	origin: 'https://docs.example',
};

/** What tests of pages go through. */
export const sites: readonly Site[] = [atRoot];

/** A built site: its files, and its pages by address, which is the path below the base. */
export interface Built extends Site {
	pages: Pages;
	/** The paths of all files below the folder, with `/` between their parts. */
	files: readonly string[];
}

/** Pages by address. Each is parsed when it is asked for: most tests need a few of them. */
export interface Pages extends Iterable<[string, CheerioAPI]> {
	get: (address: string) => CheerioAPI | undefined;
	has: (address: string) => boolean;
	keys: () => Iterable<string>;
	values: () => Iterable<CheerioAPI>;
}

const read = new Map<Site, Built>();

/** A built site. Tests of one process share it, so they change no page: what one changes is a copy. */
export function readBuilt(site: Site): Built {
	const built = read.get(site) ?? readFolder(site);
	read.set(site, built);
	return built;
}

/** Whether a page only leads on to where another one has moved. */
function isMoved(html: string): boolean {
	return html.slice(0, 600).includes('http-equiv="refresh"');
}

function readFolder(site: Site): Built {
	const folder = join(root, site.folder);
	if (!existsSync(folder)) throw new Error(`${site.folder} is not built; run \`npm test\`.`);
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => statSync(join(folder, path)).isFile())
		.map((path) => path.replaceAll('\\', '/'));
	const paths = files
		.filter((file) => file.endsWith('.html') && !isMoved(readText(site, file)))
		.map((path) => [`/${path.replace(/(^|\/)index\.html$/, '$1')}`, path] as const);
	return { ...site, pages: toPages(site, new Map(paths)), files };
}

function toPages(site: Site, paths: ReadonlyMap<string, string>): Pages {
	const parsed = new Map<string, CheerioAPI>();
	const get = (address: string) => {
		const path = paths.get(address);
		const page = parsed.get(address) ?? (path && load(readText(site, path)));
		if (!page) return undefined;
		parsed.set(address, page);
		return page;
	};
	const entries = function* (): Generator<[string, CheerioAPI]> {
		for (const address of paths.keys()) {
			const page = get(address);
			if (page) yield [address, page];
		}
	};
	return {
		get,
		has: (address) => paths.has(address),
		keys: () => paths.keys(),
		values: () => entries().map(([, page]) => page),
		[Symbol.iterator]: entries,
	};
}

/** The text of one file of a built site. */
export function readText({ folder }: Site, path: string): string {
	return readFileSync(join(root, folder, path), 'utf8');
}

/** The page at an address. Throws when there is none. */
export function pageAt({ pages, folder }: Built, address: string): CheerioAPI {
	const page = pages.get(address);
	if (page === undefined) throw new Error(`${folder} has no page at ${address}`);
	return page;
}

/** The texts of some elements of a page, as a reader sees them. */
export function toTexts($: CheerioAPI, selector: string): string[] {
	const elements = $(selector).toArray();
	return elements.map((element) => normalise($(element).text()));
}

/** Where some links of a page lead, as it is written there. */
export function toHrefs($: CheerioAPI, selector: string): string[] {
	const links = $(selector).toArray();
	return links.map((link) => $(link).attr('href') ?? '');
}

/** The texts of some code blocks of a page; Expressive Code makes an element of each line. */
export function findCodes($: CheerioAPI, selector: string): string[] {
	return $(selector)
		.toArray()
		.map((block) =>
			$(block)
				.find('.ec-line .code')
				.toArray()
				.map((line) => $(line).text().replace(/\n$/, ''))
				.join('\n'),
		);
}

/** The whole address that a path of the site is published at. */
export function toPublicUrl({ origin, base }: Site, address: string): string {
	return origin + base + address.slice(1);
}

/** The paths within the site, below its base, from the addresses of links on its pages. */
export function toAddress(site: Site, href: string): string {
	return href.startsWith(site.base) ? `/${href.slice(site.base.length)}` : `outside: ${href}`;
}

/** Text as a reader sees it: every run of white space is one blank. */
export function normalise(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** Every reference from a page to a file, a page or an anchor of this site that is not there. */
export function findBroken(built: Built): string[] {
	const files = new Set(built.files);
	const known = new Map<string, ReadonlySet<string>>();
	const idsOf = (path: string) => {
		const ids = known.get(path) ?? toIds(built.pages.get(path));
		known.set(path, ids);
		return ids;
	};
	return [...built.pages].flatMap(([address, $]) =>
		// The page for missing pages stands at whatever address is missing.
		toReferences($, address !== '/404.html').flatMap((reference) => {
			const url = new URL(reference, toPublicUrl(built, address));
			if (url.origin !== built.origin) return [];
			const path = toAddress(built, decodeURI(url.pathname));
			const isThere = files.has(path.slice(1).replace(/(^|\/)$/, '$1index.html'));
			const anchor = decodeURIComponent(url.hash.slice(1));
			// What follows `#z=` is a text to explain, no place of a page.
			const isFound = anchor === '' || anchor.startsWith('z=') || idsOf(path).has(anchor);
			return isThere && isFound ? [] : [`${address} → ${reference}`];
		}),
	);
}

/** Every address that a page names, in links, sources and what is said to search engines. */
function toReferences($: CheerioAPI, hasAddress: boolean): string[] {
	const aboutItself = hasAddress ? ['link[rel=canonical]', 'meta[property="og:url"]'] : [];
	return [
		...['a[href]', 'link[href]:not([rel=canonical])', '[src]', '[srcset]', '[poster]'],
		...['meta[property="og:image"]', 'use[href]', 'image[href]', ...aboutItself],
	].flatMap((selector) =>
		$(selector)
			.toArray()
			.flatMap((element) => {
				const names = ['href', 'src', 'poster', 'content'];
				const sources = $(element).attr('srcset')?.split(',') ?? [];
				return [
					...names.map((name) => $(element).attr(name)),
					...sources.map((source) => source.trim().split(' ')[0]),
				];
			})
			.filter((url) => url !== undefined),
	);
}

function toIds($: CheerioAPI | undefined): ReadonlySet<string> {
	const elements = $?.('[id]').toArray() ?? [];
	return new Set(elements.map(({ attribs }) => attribs['id'] ?? ''));
}
