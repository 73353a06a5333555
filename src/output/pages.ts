import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of the built site: its path below the folder, and its HTML. */
export interface BuiltPage {
	path: string;
	html: string;
}

/**
 * All pages of a folder, in the order of their paths; copies of the site are none of them. Each is read
 * when it is asked for: all of them together would need much memory.
 */
export function* readPages(folder: string): Generator<BuiltPage> {
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => /^(?!download\/).*\.html$/.test(path));
	for (const path of paths.sort()) yield { path, html: readFileSync(join(folder, path), 'utf8') };
}

/** Changes all pages of a folder, one after the other. */
export function changePages(folder: string, change: (page: BuiltPage) => string): void {
	for (const page of readPages(folder)) {
		const html = change(page);
		if (html !== page.html) writeFileSync(join(folder, page.path), html);
	}
}
