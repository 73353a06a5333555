import type { CollectionName, Draft, Drafts } from './drafts.ts';
import type { Sheet } from './cheatsheet/model.ts';
import type { SearchRecord } from './search/records.ts';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Names the folder that the build hands what it has read to Astro's process in, so that nothing is
 * read twice. Only the build sets it.
 */
export const handoverVariable = 'HANDOVER';

/**
 * Writes what was read, with the state of the files that it was read from; see `toState`. `records` are
 * what the full text is searched in.
 */
export function writeHandover(
	folder: string,
	state: string,
	drafts: Drafts,
	records: readonly SearchRecord[],
): void {
	mkdirSync(folder, { recursive: true });
	for (const [name, entries] of Object.entries({ ...drafts, records })) {
		writeFileSync(join(folder, `${name}.json`), JSON.stringify(entries));
	}
	writeFileSync(join(folder, stateFile), state);
}

/** The entries of one collection as they were handed over; nothing when files have changed since. */
export function readHandover(state: string, name: CollectionName): Draft[] | undefined {
	const folder = process.env[handoverVariable];
	if (folder === undefined || readFileSync(join(folder, stateFile), 'utf8') !== state) return;
	return readJson<Draft[]>(folder, name);
}

/**
 * Keeps what a page was rendered to in the build's folder. Astro would write all pages into a program,
 * and read that again: with thousands of them, most of the memory that a build needs. Gives whether
 * there is a build that hands over.
 */
export function keepHtml(id: string, html: string): boolean {
	const folder = process.env[handoverVariable];
	if (folder !== undefined) writeFileSync(toHtmlFile(folder, id), html);
	return folder !== undefined;
}

/** What was kept of a page. */
export function readHtml(id: string): string | undefined {
	const folder = process.env[handoverVariable];
	const file = folder === undefined ? undefined : toHtmlFile(folder, id);
	return file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** What is made beside Astro: sheets that are laid out, and the full text. */
export function readBeside(folder: string): { sheets: Sheet[]; records: SearchRecord[] } {
	return {
		sheets: readJson<Draft[]>(folder, 'topics').map(({ data }) => data['sheet'] as Sheet),
		records: readJson<SearchRecord[]>(folder, 'records'),
	};
}

/** Keeps a file that was made beside Astro; `path` is its address from the root of the site. */
export function writeBeside(folder: string, path: string, content: Uint8Array): void {
	const file = join(folder, besideFolder, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, content);
}

/** Puts those files into a built site, but for what Astro has made itself of newer notes. */
export function placeBeside(folder: string, site: string): void {
	const from = join(folder, besideFolder);
	if (existsSync(from)) cpSync(from, site, { recursive: true, force: false });
}

const stateFile = 'state.txt';
const besideFolder = 'beside';

function readJson<T>(folder: string, name: string): T {
	return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T;
}

function toHtmlFile(folder: string, id: string): string {
	return join(folder, `${encodeURIComponent(id)}.html`);
}
