import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { toStarlightSite, type Bench } from './sites.ts';

/** A built site to measure beside ours. */
export interface Peer {
	name: string;
	folder: string;
	/** The address of the page that is compared. */
	page: string;
}

/**
 * What the same notes took as other sites, first visit of the page on COPY: gzip, requests, largest
 * contentful paint on slow 4G with a processor four times slower. As issue 8 gives them, 2026-11.
 */
export const given = [
	{ name: 'default Starlight', bytes: 53_600, requests: 11, lcp: 790 },
	{ name: 'VitePress', bytes: 167_000, requests: 27 },
	{ name: 'Docusaurus', bytes: 214_000, requests: 29 },
	{ name: 'MkDocs Material', bytes: 75_000, requests: 6 },
	{ name: 'Rspress', bytes: 180_000, requests: 9 },
	{ name: 'Hugo, own theme', bytes: 49_000, requests: 3, lcp: 600 },
] as const;

/** Finds the page on COPY in each folder of a built site. Throws for a folder that has none. */
export function findPeers(folders: readonly string[]): Peer[] {
	return folders.map((folder) => {
		const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
		const found = paths.find((path) => /(?:^|[\\/])copy(?:[\\/]index)?\.html$/.test(path));
		if (found === undefined) throw new Error(`${folder} has no page on COPY.`);
		const page = `/${found.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
		return { name: basename(folder), folder, page };
	});
}

/** Default Starlight with every page of a built site of ours that has Markdown. */
export function toStarlightOf(dist: string): Bench {
	const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => path.endsWith('.md'))
		.map((path) => [path, toDoc(readFileSync(join(dist, path), 'utf8'))] as const);
	const home = '---\ntitle: Docker Notes\n---\n\nA reference to read, search and print.\n';
	if (pages.length === 0) throw new Error(`${dist} has no pages; run \`npm run build\` first.`);
	return toStarlightSite({ 'index.md': home, ...Object.fromEntries(pages) });
}

/** The title as front matter; links stay within the site. */
function toDoc(markdown: string): string {
	const [, title = '', body = ''] = /^# (.*)\n([^]*)$/.exec(markdown) ?? [];
	const links = /(\]\()https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(\/)/g;
	return `---\ntitle: ${JSON.stringify(title)}\n---\n${body.replace(links, '$1$2')}`;
}

/** Whether a folder has a built site. */
export function isBuilt(folder: string): boolean {
	return existsSync(join(folder, 'index.html'));
}
