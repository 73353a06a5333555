import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { transform } from 'lightningcss';
import postcss from 'postcss';
import { assets } from './assets.ts';
import { dropEmpty, splitPrint, toLight } from './media.ts';
import { readPages, writePages } from './pages.ts';
import { describe, purge, readWords } from './purge.ts';
import { renderLooks, replaceStyles, type Looks } from './tokens.ts';
import { foldVariables } from './variables.ts';

const links = 'link[rel=stylesheet]';

/** The oldest browsers that know what the site is built on: popovers, `:has`, `scripting`. */
const targets = { chrome: 123 << 16, firefox: 125 << 16, safari: (17 << 16) | (5 << 8) };

/** What the links of the pages lead to. */
interface Linked {
	/** The style sheets of more than one page, in their order. */
	shared: string[];
	/** Those of few pages, which go into them: no other page would find them in its cache. */
	single: ReadonlySet<string>;
}

/** The addresses of the sheets that are written. */
interface Written {
	screen: string;
	print: string;
	light: string;
}

/**
 * Gives all pages one style sheet for screens with what they use of those that Astro has built, and
 * one for print that no screen waits for; what styles a single page goes into that page.
 */
export async function writeSheets(folder: string): Promise<void> {
	const pages = (await readPages(folder)).map(({ path, html }) => ({ path, $: load(html) }));
	const linked = readLinks(pages.map(({ $ }) => $));
	const read = (href: string) => readFile(join(folder, toPath(href)), 'utf8');
	const css = (await Promise.all(linked.shared.map(read))).join('\n');
	const looks: Looks = new Map();
	const plain = toPlain(css);
	for (const { $ } of pages) {
		tidy($);
		replaceStyles($, looks, plain);
	}
	const single = new Map(
		await Promise.all([...linked.single].map(async (href) => [href, await read(href)] as const)),
	);
	for (const { $ } of pages) inline($, single);

	const scripts = await readScripts(
		folder,
		pages.map(({ $ }) => $),
	);
	const kept = [...(await readLazy(folder, linked)), ...pages.map(({ $ }) => $('style').text())];
	const vocabulary = { elements: describe(pages.map(({ $ }) => $)), words: readWords(scripts) };
	const purged = purge(css + renderLooks(looks), vocabulary);
	const written = await write(folder, toBase(linked), purged, kept);
	for (const { $ } of pages) if ($('.page').length > 0) link($, written);
	await writePages(
		folder,
		pages.map(({ path, $ }) => ({ path, html: $.html() })),
	);
	const old = [...linked.shared, ...linked.single].map((href) => join(folder, toPath(href)));
	await Promise.all(old.map((path) => rm(path)));
}

/** Takes out what Starlight and Astro say to others, or twice. */
function tidy($: CheerioAPI): void {
	$('meta[name=generator], meta[property="og:locale"], link[rel=sitemap]').remove();
	$('link[rel~=icon]').removeAttr('type');
	$('main').removeAttr('data-pagefind-body').removeAttr('lang').removeAttr('dir');
	$('[class=""]').removeAttr('class');
	$('figcaption:empty').remove();
}

function readLinks(pages: readonly CheerioAPI[]): Linked {
	const counts = new Map<string, number>();
	for (const $ of pages) {
		const hrefs = new Set(
			$(links)
				.toArray()
				.map(({ attribs }) => attribs['href'] ?? ''),
		);
		for (const href of hrefs) counts.set(href, (counts.get(href) ?? 0) + 1);
	}
	const hrefs = [...counts.keys()];
	// A few pages that are alike (a sheet for each topic) carry theirs, so that the others do not.
	const isShared = (href: string) => (counts.get(href) ?? 0) > Math.max(1, pages.length / 10);
	return {
		shared: hrefs.filter(isShared),
		single: new Set(hrefs.filter((each) => !isShared(each))),
	};
}

/** How a word of code looks that nothing is known of: as Expressive Code would say it of each. */
function toPlain(css: string): string | undefined {
	const [dark, light] = [...css.matchAll(/--ec-codeFg:\s*(#\w+)/g)].map(([, colour = '']) =>
		colour.toUpperCase(),
	);
	return dark && light && `--0:${dark};--1:${light}`;
}

function inline($: CheerioAPI, single: ReadonlyMap<string, string>): void {
	for (const element of $(links).toArray()) {
		const css = single.get(element.attribs['href'] ?? '');
		if (css !== undefined) $('head').append($('<style></style>').text(minify(css)));
		$(element).remove();
	}
}

async function write(
	folder: string,
	base: string,
	css: string,
	readers: readonly string[],
): Promise<Written> {
	const { screen, print } = splitPrint(css);
	foldVariables(
		screen,
		[print],
		readers.map((text) => postcss.parse(text)),
	);
	const light = toLight(screen);
	const name = async (kind: string, root: postcss.Root): Promise<string> => {
		const text = minify(String(dropEmpty(root)));
		const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
		const path = `${assets}${kind}.${hash}.css`;
		await writeFile(join(folder, path), text);
		return base + path;
	};
	return {
		screen: await name('screen', screen),
		print: await name('print', print),
		light: await name('light', light),
	};
}

/**
 * First the script that sets the theme: it would wait for a sheet before it, and the page for it. The
 * page's program comes when the sheet is there; nothing is painted sooner for it.
 */
function link($: CheerioAPI, { screen, print, light }: Written): void {
	const isLight = '(prefers-color-scheme:light)';
	const theme = $('head script:not([src])').first().remove();
	const program = $('head script[src]').remove().attr('fetchpriority', 'low');
	$('title').first().before(theme, `<link rel="stylesheet" href="${screen}">`, program);
	$('head').append(
		`<link rel="stylesheet" href="${print}" media="print">`,
		`<noscript><link rel="stylesheet" href="${light}" media="${isLight}"></noscript>`,
	);
}

function minify(css: string): string {
	return transform({
		filename: 'site.css',
		code: Buffer.from(css),
		minify: true,
		targets,
	}).code.toString();
}

/** The scripts that pages name; what those fetch brings its own style sheets. */
async function readScripts(folder: string, pages: readonly CheerioAPI[]): Promise<string[]> {
	const sources = pages.flatMap(($) =>
		$('script[src]')
			.toArray()
			.map(({ attribs }) => toPath(attribs['src'] ?? '')),
	);
	return Promise.all([...new Set(sources)].map((path) => readFile(join(folder, path), 'utf8')));
}

/** The style sheets that scripts fetch; they stay as they are. */
async function readLazy(folder: string, { shared, single }: Linked): Promise<string[]> {
	const linked = new Set([...shared, ...single].map(toPath));
	const names = (await readdir(join(folder, assets))).filter((name) => name.endsWith('.css'));
	const lazy = names.map((name) => assets + name).filter((path) => !linked.has(path));
	return Promise.all(lazy.map((path) => readFile(join(folder, path), 'utf8')));
}

/** The path below the folder, whatever path the site stands under. */
function toPath(href: string): string {
	return href.slice(href.lastIndexOf(assets));
}

function toBase({ shared }: Linked): string {
	const [first = assets] = shared;
	return first.slice(0, first.lastIndexOf(assets));
}
