import type { Ask } from './cases.ts';
import { rmSync } from 'node:fs';
import { close, createIndex } from 'pagefind';
import { loadPagefind } from './ask.ts';

/**
 * Starlight's defaults for ranking.
 * https://starlight.astro.build/reference/configuration/#pagefind
 */
const ranking = { pageLength: 0.1, termFrequency: 0.1, termSaturation: 2, termSimilarity: 9 };

/** Indexes built pages as Starlight does: all of the HTML, with no options. */
export async function writeDefaultIndex(site: string, folder: string): Promise<void> {
	rmSync(folder, { recursive: true, force: true });
	const { index } = await createIndex();
	if (index === undefined) throw new Error('Pagefind gives no index.');
	await index.addDirectory({ path: site });
	await index.writeFiles({ outputPath: folder });
	await close();
}

/** Asks that index with Starlight's defaults; its results are pages. */
export async function toDefaultAsk(folder: string, url: string): Promise<Ask> {
	const engine = await loadPagefind(folder, url, { baseUrl: '/', ranking });
	return async (query) => {
		const found = await engine.search(query);
		const pages = (found?.results ?? []).slice(0, 10).map((result) => result.data());
		return (await Promise.all(pages)).map(({ url }) => url);
	};
}
