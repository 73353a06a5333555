import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** How much a built site is, in bytes. */
export interface Weight {
	/** HTML files. */
	pages: number;
	/** All files as they are published, without those that are packed beside others. */
	dist: number;
	/** What is packed beside them, for servers that send that. */
	packed: number;
	/** The middle one of all pages, by gzip. */
	page: number;
	/** The small index of search, by gzip; 0 where there is none. */
	names: number;
	/** Pagefind's folder. */
	pagefind: number;
}

/** Weighs the files of a built site. */
export function weigh(dist: string): Weight {
	const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
		.map((path) => ({ path: path.replaceAll('\\', '/'), stats: statSync(join(dist, path)) }))
		.filter(({ stats }) => stats.isFile());
	const sum = (isWanted: (path: string) => boolean): number =>
		files.reduce((all, { path, stats }) => all + (isWanted(path) ? stats.size : 0), 0);
	const isPacked = (path: string): boolean => /\.(?:gz|br)$/.test(path);
	const pages = files.flatMap(({ path }) => (path.endsWith('.html') ? [join(dist, path)] : []));
	return {
		pages: pages.length,
		dist: sum((path) => !isPacked(path)),
		packed: sum(isPacked),
		page: toMedian(sample(pages).map(toPacked)),
		names: toPacked(join(dist, 'search/names.json')),
		pagefind: sum((path) => path.startsWith('pagefind/') && !isPacked(path)),
	};
}

/** The middle of some numbers. */
export function toMedian(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Some files of many, evenly. */
function sample(paths: readonly string[], most = 200): string[] {
	const step = Math.ceil(paths.length / most);
	return paths.filter((_, index) => index % step === 0);
}

function toPacked(path: string): number {
	return existsSync(path) ? gzipSync(readFileSync(path)).length : 0;
}
