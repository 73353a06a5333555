import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';

/** The address of the service worker, relative to the site's: what is below it is its own. */
const workerFile = 'service-worker.js';

const kept = /\.(?:html|css|js|json|svg|webp|jpg|png|pdf|txt|woff2|pagefind|pf_\w+)$/;

/** What only machines read: facts, raw snippets, what hosts and search engines ask for. */
const unread = /^(?:api\/|snippets\/[^/]*\.txt$|llms[^/]*\.txt$|robots\.txt$|service-worker\.js$)/;

/** Files that have other names when they are others. */
const named = /^_astro\/|\.pf_\w+$/;

/**
 * Writes the service worker of a finished site, which is `serviceWorker.ts` with a list of all files:
 * after one visit pages, search and sheets are there without a network, and a page never gets parts
 * of two versions. https://developer.chrome.com/docs/workbox/modules/workbox-precaching
 */
export async function writeWorker(folder: string): Promise<void> {
	await build({
		input: join(import.meta.dirname, 'serviceWorker.ts'),
		platform: 'browser',
		transform: {
			target: ['chrome111', 'firefox115', 'safari16.4'],
			define: {
				'process.env.NODE_ENV': JSON.stringify('production'),
				files: JSON.stringify(toEntries(folder)),
			},
		},
		output: { file: join(folder, workerFile), format: 'iife', minify: true },
	});
}

/** The files to keep, by their addresses, each with what tells its versions apart. */
function toEntries(folder: string): { url: string; revision: string | null }[] {
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => kept.test(path) && !unread.test(path));
	return paths.toSorted().map((path) => ({
		// Hosts send whoever asks for an `index.html` to its folder.
		url: path.replace(/(^|\/)index\.html$/, '$1') || './',
		revision: named.test(path) ? null : toRevision(readFileSync(join(folder, path))),
	}));
}

function toRevision(content: Uint8Array): string {
	return createHash('md5').update(content).digest('hex');
}
