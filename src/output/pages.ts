import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A page of the built site: its path below the folder, and its HTML. */
export interface BuiltPage {
	path: string;
	html: string;
}

/** Reads all pages of a folder, in the order of their paths; copies of the site are none of them. */
export async function readPages(folder: string): Promise<BuiltPage[]> {
	const paths = (await readdir(folder, { recursive: true })).filter((path) =>
		/^(?!download[\\/]).*\.html$/.test(path),
	);
	return Promise.all(
		paths.sort().map(async (path) => ({ path, html: await readFile(join(folder, path), 'utf8') })),
	);
}

/** Writes pages back to where they were. */
export async function writePages(folder: string, pages: readonly BuiltPage[]): Promise<void> {
	await Promise.all(pages.map(({ path, html }) => writeFile(join(folder, path), html)));
}
