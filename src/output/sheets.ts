import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { assets } from './assets.ts';
import { kinds, minify, writeBundle } from './bundle.ts';
import { changePages, readPages } from './pages.ts';
import { describe, purge, readWords, toAsked, type Described } from './purge.ts';
import { findSeam } from './seam.ts';
import { tidy } from './tidy.ts';
import { renderLooks, replaceStyles, type Looks } from './tokens.ts';

const linked = 'link[rel=stylesheet]';

/** What the pages hold together. A page that is parsed takes much memory, so each is parsed once. */
interface Gathered {
	/** How many there are. */
	count: number;
	/** The addresses of their style sheets, in their order, and on how many pages each is. */
	links: Map<string, number>;
	looks: Looks;
	/** The paths of the scripts that they name; what those fetch brings its own style sheets. */
	scripts: Set<string>;
	/** What is styled in a page itself. */
	styles: Set<string>;
	elements: Described[];
}

/**
 * Gives all pages one style sheet for screens with what they use of those that Astro has built, and
 * one for print that no screen waits for; what styles a single page goes into that page.
 */
export async function writeSheets(folder: string): Promise<void> {
	const files = await readSheets(folder);
	const gathered = gather(folder, [...files.values()].join('\n'));
	const { links, count } = gathered;
	// A few pages that are alike (a sheet for each topic) carry theirs, so that the others do not.
	const isShared = (href: string) => (links.get(href) ?? 0) > Math.max(1, count / 10);
	const read = (href: string) => files.get(toPath(href)) ?? '';
	const shared = [...links.keys()].filter(isShared);
	const css = shared.map(read).join('\n') + renderLooks(gathered.looks);
	const scripts = [...gathered.scripts].map((path) => readFile(join(folder, path), 'utf8'));
	const words = readWords(await Promise.all(scripts));
	const purged = purge(css, { elements: gathered.elements, words });
	const named = new Set(shared.map(toPath));
	// Scripts fetch some as they are.
	const kept = [...files].flatMap(([path, text]) => (named.has(path) ? [] : [text]));
	const written = await writeBundle(folder, toBase(shared), purged, [...kept, ...gathered.styles]);

	const inlined = [...links.keys()].map((href) => {
		const text = isShared(href) ? '' : `<style>${minify(read(href))}</style>`;
		return [toMark(href), text] as const;
	});
	const known = [...inlined, ...kinds.map((kind) => [toMark(kind), written[kind]] as const)];
	changePages(folder, ({ html }) => fill(html, known));
	const old = [...links.keys()].map((href) => join(folder, toPath(href)));
	await Promise.all(old.map((path) => rm(path)));
}

/** All style sheets that Astro has written, by their paths. */
async function readSheets(folder: string): Promise<Map<string, string>> {
	const names = (await readdir(join(folder, assets))).filter((name) => name.endsWith('.css'));
	const paths = names.map((name) => assets + name);
	const read = async (path: string) => [path, await readFile(join(folder, path), 'utf8')] as const;
	return new Map(await Promise.all(paths.map(read)));
}

/** No text has it. */
const secret = randomUUID();

/** Stands for an address, or for a sheet in the page, until it is known. */
function toMark(name: string): string {
	return `<!--${secret} ${name}-->`;
}

/** Puts what is known now in the place of its mark. */
function fill(html: string, known: readonly (readonly [string, string])[]): string {
	return known.reduce((text, [mark, is]) => text.replaceAll(mark, () => is), html);
}

/** Reads all pages, and leaves marks in them for what is not known before all have been read. */
function gather(folder: string, css: string): Gathered {
	const plain = toPlain(css);
	const gathered: Gathered = {
		...{ count: 0, links: new Map(), looks: new Map() },
		...{ scripts: new Set(), styles: new Set(), elements: [] },
	};
	const read = function* () {
		for (const { path, html } of readPages(folder)) {
			const $ = load(html);
			tidy($);
			replaceStyles($, gathered.looks, plain);
			note($, gathered);
			link($);
			yield $;
			writeFileSync(join(folder, path), $.html());
			gathered.count += 1;
		}
	};
	gathered.elements = describe(read(), toAsked(css));
	return gathered;
}

function note($: CheerioAPI, { links, scripts, styles }: Gathered): void {
	const hrefs = $(linked)
		.toArray()
		.map(({ attribs }) => attribs['href'] ?? '');
	for (const href of new Set(hrefs)) links.set(href, (links.get(href) ?? 0) + 1);
	for (const { attribs } of $('script[src]').toArray()) scripts.add(toPath(attribs['src'] ?? ''));
	for (const element of $('style').toArray()) styles.add($(element).text());
}

/** How a word of code looks that nothing is known of: as Expressive Code would say it of each. */
function toPlain(css: string): string | undefined {
	const [dark, light] = [...css.matchAll(/--ec-codeFg:\s*(#\w+)/g)].map(([, colour = '']) =>
		colour.toUpperCase(),
	);
	return dark && light && `--0:${dark};--1:${light}`;
}

/**
 * In the seam of a long page stands its sheet for print, for which a browser waits there. The block
 * with the seam has a class, so that what follows it can be laid out later.
 *
 * First the script in the page: it would wait for a sheet before it, and the page for it. The page's
 * program comes when the sheet is there; nothing is painted sooner for it.
 */
function link($: CheerioAPI): void {
	const old = $(linked).remove().toArray();
	$('head').append(old.map(({ attribs }) => toMark(attribs['href'] ?? '')).join(''));
	if ($('.page').length === 0) return;
	const isLight = '(prefers-color-scheme:light)';
	const early = $('head script:not([src])').first().remove();
	const program = $('head script[src]').remove().attr('fetchpriority', 'low');
	$('title')
		.first()
		.before(early, `<link rel="stylesheet" href="${toMark('screen')}">`, program);
	const seam = findSeam($);
	if (seam) {
		$(seam).append(`<link rel="stylesheet" href="${toMark('print')}">`);
		$(seam).closest('.sl-markdown-content > *').addClass('seam');
	} else {
		$('head').append(`<link rel="stylesheet" href="${toMark('print')}" media="print">`);
	}
	$('head').append(
		`<noscript><link rel="stylesheet" href="${toMark('light')}" media="${isLight}"></noscript>`,
	);
}

/** The path below the folder, whatever path the site stands under. */
function toPath(href: string): string {
	return href.slice(href.lastIndexOf(assets));
}

function toBase(shared: readonly string[]): string {
	const [first = assets] = shared;
	return first.slice(0, first.lastIndexOf(assets));
}
