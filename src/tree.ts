import type { Navigation, NavigationIndex } from './navigation.ts';
import { getEntry } from 'astro:content';
import { toIndex } from './navigation.ts';

let last: { digest: string; index: NavigationIndex } | undefined;

/** The tree of all pages, read once for each state of the content. */
export async function readNavigation(): Promise<NavigationIndex> {
	const entry = await getEntry('navigation', 'site');
	const digest = String(entry?.digest);
	if (last?.digest !== digest) {
		const navigation: Navigation = entry
			? JSON.parse(entry.data.json)
			: { topics: [], others: [], kinds: [] };
		last = { digest, index: toIndex(navigation) };
	}
	return last.index;
}
