import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorker } from '../../src/output/worker.ts';

/**
 * The next version of a built site, in a folder of its own: words of its pages are others, and the
 * program of search has another name, as after a change in it. What a build does last is done to it.
 */
export async function toNextVersion(folder: string, words: string, other: string): Promise<string> {
	const next = mkdtempSync(join(tmpdir(), 'next-'));
	cpSync(folder, next, { recursive: true, filter: (path) => !/\.(?:br|gz)$/.test(path) });
	const program = readdirSync(join(next, '_astro')).find((name) => /^view\..*\.js$/.test(name));
	if (program === undefined) throw new Error('The program of search is called otherwise by now.');
	const renamed = program.replace('view.', 'view.next-');
	for (const path of readdirSync(next, { recursive: true, encoding: 'utf8' })) {
		if (!/\.(?:html|js)$/.test(path)) continue;
		const text = readFileSync(join(next, path), 'utf8');
		const changed = text.replaceAll(words, other).replaceAll(program, renamed);
		if (changed !== text) writeFileSync(join(next, path), changed);
	}
	renameSync(join(next, '_astro', program), join(next, '_astro', renamed));
	await writeWorker(next);
	return next;
}
