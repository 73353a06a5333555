import type { CollectionName, Draft, Drafts } from './drafts.ts';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names the folder that the build hands what it has read to Astro's process in, so that nothing is
 * read twice. Only the build sets it.
 */
export const handoverVariable = 'HANDOVER';

/** Writes what was read, with the state of the files that it was read from; see `toState`. */
export function writeHandover(folder: string, state: string, drafts: Drafts): void {
	mkdirSync(folder, { recursive: true });
	for (const [name, entries] of Object.entries(drafts)) {
		writeFileSync(join(folder, `${name}.json`), JSON.stringify(entries));
	}
	writeFileSync(join(folder, stateFile), state);
}

/** The entries of one collection as they were handed over; nothing when files have changed since. */
export function readHandover(state: string, name: CollectionName): Draft[] | undefined {
	const folder = process.env[handoverVariable];
	if (folder === undefined || readFileSync(join(folder, stateFile), 'utf8') !== state) return;
	return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Draft[];
}

const stateFile = 'state.txt';
