import type { Hit } from '../../src/search/hit.ts';
import type { Details, Names } from '../../src/search/names.ts';
import type { Pagefind } from '../../src/search/pagefind.ts';
import type { Ask } from './cases.ts';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startEngine, type Answer, type Engine, type Sources } from '../../src/search/engine.ts';
import { toGroups } from '../../src/search/group.ts';
import { options } from '../../src/search/pagefind.ts';

/** The built site that is asked: its folder, and where it is served. */
export interface Place {
	folder: string;
	origin: string;
}

/** The engine of the dialog, with the real index of a built site, in Node; `others` replace parts. */
export function startBuiltEngine({ folder, origin }: Place, others: Partial<Sources> = {}): Engine {
	const get = async (file: string) => (await fetch(`${origin}/search/${file}`)).json();
	return startEngine({
		names: (): Promise<Names> => get('names.json'),
		details: (): Promise<Details> => get('details.json'),
		ranking: () => import('../../src/search/ranking.ts'),
		pagefind: () => loadPagefind(`${folder}/pagefind`, `${origin}/pagefind/`, options),
		...others,
	});
}

/** Asks as the dialog does, and gives the addresses in the order in which it shows them. */
export function toAsk(engine: Engine): Ask {
	return async (query) => (await toShown(engine, query)).map(({ href }) => href);
}

/** What the dialog shows for a query once everything is there, from top to bottom. */
export async function toShown(engine: Engine, query: string): Promise<Hit[]> {
	let answer: Answer | undefined;
	await engine.ask(query, undefined, (next) => (answer = next));
	const { hits = [], texts = [] } = answer ?? {};
	return toGroups(hits, texts).flatMap((group) => group.hits);
}

/** Pagefind's browser interface in Node; `url` is where its files are served. */
export async function loadPagefind(
	folder: string,
	url: string,
	options: Record<string, unknown>,
): Promise<Pagefind> {
	const engine: Pagefind = await import(pathToFileURL(resolve(folder, 'pagefind.js')).href);
	await engine.options({ ...options, basePath: url });
	await engine.init();
	return engine;
}
