import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toKept, workerFile } from '../offline/kept.ts';
import { toScript } from './script.ts';

/**
 * Writes the service worker of a finished site. It carries the list of what it keeps with the hash of
 * each file, so that every change of the site is a new version of the worker.
 */
export async function writeWorker(folder: string): Promise<void> {
	const hashes = new Map<string, string>();
	for (const path of await readdir(folder, { recursive: true })) {
		const file = join(folder, path);
		if ((await stat(file)).isFile()) {
			hashes.set(path.replaceAll('\\', '/'), toHash(await readFile(file)));
		}
	}
	const define = {
		kept: JSON.stringify(toKept(hashes)),
		'process.env.NODE_ENV': '"production"',
	};
	await writeFile(join(folder, workerFile), await toScript('worker', { define }));
}

function toHash(content: Uint8Array): string {
	return createHash('sha256').update(content).digest('base64');
}
