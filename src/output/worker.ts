import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { toKept, workerFile, type Kept } from '../offline/kept.ts';

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
	await writeFile(join(folder, workerFile), await bundle(toKept(hashes)));
}

function toHash(content: Uint8Array): string {
	return createHash('sha256').update(content).digest('base64');
}

/** One classic script: a worker that is a module would leave out older browsers. */
async function bundle(kept: Kept): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [fileURLToPath(new URL('../offline/worker.ts', import.meta.url))],
		define: { kept: JSON.stringify(kept), 'process.env.NODE_ENV': '"production"' },
		bundle: true,
		format: 'iife',
		minify: true,
		target: 'es2022',
		write: false,
		legalComments: 'none',
	});
	return outputFiles[0]?.text ?? '';
}
