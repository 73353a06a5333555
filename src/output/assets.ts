import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Where Astro puts what it has built; the names there change with the content. */
export const assets = '_astro/';

/** The path of the sheet that all pages of a folder wait for, if it is written. */
export async function findScreen(folder: string): Promise<string | undefined> {
	const names = await readdir(join(folder, assets)).catch(() => []);
	const name = names.find((one) => /^screen\.[\w-]+\.css$/.test(one));
	return name && assets + name;
}
