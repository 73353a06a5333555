import { toUrl } from '../links.ts';
import { options as started, type Found, type Pagefind } from './pagefind.ts';
import { most } from './weights.ts';

/** What a page asks, and what it is told. */
export interface Asked {
	id: number;
	query: string;
	/** What a section has to be of; see `Pagefind`. */
	options: Parameters<Pagefind['search']>[1];
}

/** `found` is missing when Pagefind cannot be loaded. */
export interface Told {
	id: number;
	found?: Found[];
}

/**
 * Pagefind in a worker of its own: it is WebAssembly, which the policy of pages forbids and that of
 * this file allows. See src/output/policy.ts.
 */
const engine = start();
// Said to each query that is asked; nobody else waits for it.
engine.catch(() => undefined);

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
	void answer(data).then((told) => postMessage(told));
});

async function start(): Promise<Pagefind> {
	const pagefind: Pagefind = await import(/* @vite-ignore */ toUrl('/pagefind/pagefind.js'));
	await pagefind.options({ ...started, basePath: toUrl('/pagefind/') });
	await pagefind.init();
	return pagefind;
}

/** More sections than are shown, because some are shown already or are of another kind. */
async function answer({ id, query, options }: Asked): Promise<Told> {
	try {
		const results = (await (await engine).search(query, options))?.results ?? [];
		const sections = results.slice(0, 2 * most.texts);
		return { id, found: await Promise.all(sections.map((section) => section.data())) };
	} catch {
		return { id };
	}
}
