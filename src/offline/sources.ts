import type { Sources } from '../search/engine.ts';
import type { Details, Names } from '../search/names.ts';
import * as ranking from '../search/ranking.ts';

/** The small index for copies of the site: all of it is there, and no full text. */
export function toSources(base: string, names: Names): Sources {
	return {
		names: () => Promise.resolve(names),
		details: async (): Promise<Details> => (await fetch(`${base}search/details.json`)).json(),
		ranking: () => Promise.resolve(ranking),
		pagefind: () =>
			Promise.resolve({
				options: () => Promise.resolve(),
				init: () => Promise.resolve(),
				search: () => Promise.resolve({ results: [] }),
			}),
	};
}
