/** A file that is kept: its address, relative to the worker's, and the SHA-256 of its bytes in base64. */
export type KeptFile = readonly [address: string, hash: string];

/** What a reader has without a network after the first visit. */
export interface Kept {
	/** What reading and searching needs. */
	pages: KeptFile[];
	/** What is downloaded or printed; a reader who saves data goes without it. */
	downloads: KeptFile[];
}

/** The address of the worker, relative to the site's: what is below it is its own. */
export const workerFile = 'service-worker.js';

/** The page for addresses where nothing stands. */
export const missingPage = '404.html';

/** What machines or servers read, and what is packed or kept already. */
const left = [
	/\.(?:br|gz|map)$/,
	/(?:^|\/)[._][^/]*$/,
	// The copies hold everything once more.
	/^download\//,
	/^(?:robots\.txt|opensearch\.xml|sitemap.*\.xml|service-worker\.js)$/,
];

const reading =
	/\.(?:html|css|js|svg|pagefind|pf_\w+|woff2)$|^(?:search|pagefind|snippets)\/.*\.json$/;

/** Whether the name of a file changes with its content, so that one name never has two contents. */
export function isHashed(path: string): boolean {
	return /^_astro\/|^pagefind\/.*\.pf_\w+$/.test(path);
}

/** What is kept of the files of a finished site, given the hash of each by its path. */
export function toKept(hashes: ReadonlyMap<string, string>): Kept {
	const kept: Kept = { pages: [], downloads: [] };
	for (const [path, hash] of [...hashes].sort(([a], [b]) => (a < b ? -1 : 1))) {
		if (left.some((pattern) => pattern.test(path))) continue;
		kept[reading.test(path) ? 'pages' : 'downloads'].push([toAddress(path), hash]);
	}
	return kept;
}

/** Hosts send whoever asks for an `index.html` to its folder; that of the root is `./`. */
function toAddress(path: string): string {
	return path.replace(/(^|\/)index\.html$/, '$1') || './';
}
