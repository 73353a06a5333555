import { readTarget, toRelative } from './address.ts';
import type { Page } from './page.ts';
import type { Site } from './site.ts';

/** What styles a page: a sheet by its address, or the text of one. */
interface Sheet {
	/** The page's. */
	path: string;
	/** Where the sheet stands in the site, if it is no text of the page. */
	file: string | undefined;
	text: string;
	media: string | undefined;
}

/** What styles some pages, each once and in the order of the pages, by address or text. */
export type Sheets = Map<string, Sheet>;

/** Adds the sheets of a page to those of the pages before it. */
export function addSheets(sheets: Sheets, { path, $ }: Page, base: string): void {
	for (const element of $('link[rel=stylesheet], head style').toArray()) {
		const { href, media } = element.attribs;
		const target = href === undefined ? undefined : readTarget(href, path, base);
		const file = target?.isInside ? target.path : undefined;
		const text = $(element).text();
		if (!sheets.has(file ?? text)) sheets.set(file ?? text, { path, file, text, media });
	}
}

/**
 * Some sheets and those that programs fetch, as one sheet with its pictures. Those for some media, as
 * print, are bounded by them.
 */
export async function readStyles(site: Site, base: string, sheets: Sheets): Promise<string> {
	const toPicture = (path: string) => site.pictures.get(path);
	const readSheet = async (path: string) =>
		changeUrls(await readText(site, path), path, base, toPicture);
	const named = [...sheets.values()].map(async ({ path, file, text, media }) =>
		bound(file ? await readSheet(file) : changeUrls(text, path, base, toPicture), media),
	);
	return (await Promise.all([...named, ...site.lazy.map(readSheet)])).join('\n');
}

/** A style sheet for a folder that nobody serves: its pictures are named from where it stands. */
export async function readRelative(site: Site, path: string, base: string): Promise<string> {
	return changeUrls(await readText(site, path), path, base, (target) => toRelative(target, path));
}

/** Changes the addresses in a style sheet at `path` that lead to files of the site. */
function changeUrls(
	css: string,
	path: string,
	base: string,
	change: (target: string) => string | undefined,
): string {
	return css.replace(/url\((["']?)(?!data:|#)([^"')]+)\1\)/g, (whole, _quote, address: string) => {
		const target = readTarget(address, path, base);
		const next = target.isInside ? change(target.path) : undefined;
		return next === undefined ? whole : `url("${next}")`;
	});
}

async function readText({ read }: Site, path: string): Promise<string> {
	return (await read(path)).toString().replace(/^@charset "utf-8";/i, '');
}

function bound(css: string, media: string | undefined): string {
	return media === undefined ? css : `@media ${media}{${css}}`;
}
