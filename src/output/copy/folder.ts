import { changeAddresses, type Page } from './page.ts';
import { readTarget, toRelative } from './address.ts';

/** A page of a folder that needs no server. */
export interface FolderPage {
	/** Below the folder. */
	path: string;
	html: string;
	/** The paths of the files of the site that the page leads to. */
	files: ReadonlySet<string>;
}

/** Where the program of the folder stands in it. */
export const programFile = 'program.js';

/** What is asked of servers and machines only. */
const served = /^(?:pagefind|api)\/|^(?:404\.html|service-worker\.js)$/;

/**
 * Makes of a page one for a folder: every link names a file, from where it stands, and in place of
 * modules, which browsers do not load from files, stands one program. `base` is where the site would
 * stand; `lazy` are the style sheets that the program takes for granted. Nothing for what only a
 * server needs.
 */
export function toFolderPage(
	page: Page,
	base: string,
	lazy: readonly string[],
): FolderPage | undefined {
	const { path, $ } = page;
	if (served.test(path)) return undefined;
	const files = new Set<string>();
	$('[data-base]').attr('data-base', toRelative('', path));
	changeAddresses(page, (address) => {
		const target = readTarget(address, path, base);
		if (!target.isInside) return undefined;
		if (address.startsWith('#')) return undefined;
		if (!target.path.endsWith('.html')) files.add(target.path);
		return toRelative(target.path, path) + target.hash;
	});
	for (const sheet of lazy) {
		$('head').append(`<link rel="stylesheet" href="${toRelative(sheet, path)}">`);
	}
	$('head').append(`<script defer src="${toRelative(programFile, path)}"></script>`);
	return { path, html: $.html(), files };
}
