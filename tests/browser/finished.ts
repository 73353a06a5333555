import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorker } from '../../src/output/worker.ts';

/**
 * The next version of a built site, in a folder of its own: words of its pages are others, and the
 * program of search has another name, as after a change in it, and so has each program that names
 * it. What a build does last is done to it.
 */
export async function toNextVersion(folder: string, words: string, other: string): Promise<string> {
	const next = mkdtempSync(join(tmpdir(), 'next-'));
	cpSync(folder, next, { recursive: true, filter: (path) => !/\.(?:br|gz)$/.test(path) });
	const renamed = findRenamed(join(next, '_astro'));
	for (const path of readdirSync(next, { recursive: true, encoding: 'utf8' })) {
		if (!/\.(?:html|js)$/.test(path)) continue;
		const text = readFileSync(join(next, path), 'utf8');
		let changed = text.replaceAll(words, other);
		for (const name of renamed) changed = changed.replaceAll(name, toNext(name));
		if (changed !== text) writeFileSync(join(next, path), changed);
	}
	for (const name of renamed) {
		renameSync(join(next, '_astro', name), join(next, '_astro', toNext(name)));
	}
	await writeWorker(next);
	return next;
}

const toNext = (name: string) => name.replace('.', '.next-');

/** The program of search, and all that name it, or name one that does: their hashes change with it. */
function findRenamed(folder: string): Set<string> {
	const programs = readdirSync(folder).filter((name) => name.endsWith('.js'));
	const texts = programs.map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
	const renamed = new Set(programs.filter((name) => name.startsWith('view.')));
	if (renamed.size === 0) throw new Error('The program of search is called otherwise by now.');
	for (const name of renamed) {
		for (const [other, text] of texts) if (text.includes(name)) renamed.add(other);
	}
	return renamed;
}
