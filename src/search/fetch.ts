import type { Sources } from './engine.ts';
import type { Details, Names } from './names.ts';
import { options, type Pagefind } from './pagefind.ts';

/** The parts of the index as files of the site; `base` is its base path. */
export function toSources(base: string, names: Names): Sources {
	return {
		names: () => Promise.resolve(names),
		details: async (): Promise<Details> => {
			const response = await fetch(`${base}search/details.json`);
			if (!response.ok) throw new Error(`details.json: ${response.status}`);
			return response.json();
		},
		ranking: () => import('./ranking.ts'),
		pagefind: () => startPagefind(base),
	};
}

/** Pagefind works in a worker of its own. */
async function startPagefind(base: string): Promise<Pagefind> {
	const pagefind: Pagefind = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`);
	await pagefind.options({ ...options, basePath: `${base}pagefind/` });
	await pagefind.init();
	return pagefind;
}
