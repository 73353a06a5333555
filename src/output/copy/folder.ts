import { changeAddresses, type Page } from './page.ts';
import { readTarget, toRelative } from './address.ts';

/** A folder of pages that need no server. */
export interface Folder {
	/** The pages by their paths, as HTML. */
	pages: ReadonlyMap<string, string>;
	/** The paths of the files of the site that the pages lead to. */
	files: ReadonlySet<string>;
}

/** Where the program of the folder stands in it. */
export const programFile = 'program.js';

/** What is asked of servers and machines only. */
const served = /^(?:pagefind|api)\/|^(?:404\.html|service-worker\.js)$/;

/**
 * Makes pages for a folder: every link names a file, from where it stands, and in place of modules,
 * which browsers do not load from files, stands one program. `base` is where the site would stand;
 * `lazy` are the style sheets that the program takes for granted.
 */
export function toFolder(pages: readonly Page[], base: string, lazy: readonly string[]): Folder {
	const files = new Set<string>();
	const made = new Map<string, string>();
	for (const page of pages.filter(({ path }) => !served.test(path))) {
		const { path, $ } = page;
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
		made.set(path, $.html());
	}
	return { pages: made, files };
}
