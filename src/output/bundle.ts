import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'lightningcss';
import postcss from 'postcss';
import { assets } from './assets.ts';
import { dropEmpty, splitPrint, toLight } from './media.ts';
import { foldVariables } from './variables.ts';

/** The addresses of the style sheets that all pages have. */
export interface Addresses {
	screen: string;
	print: string;
	light: string;
}

/** Their names. */
export const kinds = ['screen', 'print', 'light'] as const satisfies readonly (keyof Addresses)[];

/** The oldest browsers that know what the site is built on: popovers, `:has`, `scripting`. */
const targets = { chrome: 123 << 16, firefox: 125 << 16, safari: (17 << 16) | (5 << 8) };

/**
 * Writes what is left of the style sheets of all pages: for screens, for print, and for pages in the
 * light that no script has given a theme. `base` stands before the addresses; `readers` are other
 * sheets that read variables of these.
 */
export async function writeBundle(
	folder: string,
	base: string,
	css: string,
	readers: readonly string[],
): Promise<Addresses> {
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

/** A style sheet in as few bytes as it takes. */
export function minify(css: string): string {
	return transform({
		filename: 'site.css',
		code: Buffer.from(css),
		minify: true,
		targets,
	}).code.toString();
}
