import { load } from 'cheerio';
import { readTarget, toRelative } from './address.ts';
import type { Site } from './site.ts';

/**
 * All that styles the pages of a site, each sheet once and in the order of the pages, as one sheet
 * with its pictures. Those for some media, as print, are bounded by them.
 */
export async function readStyles(site: Site, base: string): Promise<string> {
	const sheets = new Map<string, Promise<string>>();
	const toPicture = (path: string) => site.pictures.get(path);
	const readSheet = async (path: string) =>
		changeUrls(await readText(site, path), path, base, toPicture);
	for (const [path, html] of site.pages) {
		const $ = load(html);
		for (const element of $('link[rel=stylesheet], head style').toArray()) {
			const { href, media } = element.attribs;
			const target = href === undefined ? undefined : readTarget(href, path, base);
			const key = target?.isInside ? target.path : $(element).text();
			const read = () =>
				target?.isInside ? readSheet(key) : Promise.resolve(changeUrls(key, path, base, toPicture));
			if (!sheets.has(key))
				sheets.set(
					key,
					read().then((css) => bound(css, media)),
				);
		}
	}
	for (const path of site.lazy) sheets.set(path, readSheet(path));
	return (await Promise.all(sheets.values())).join('\n');
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
