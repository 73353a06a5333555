import type { Searcher } from './pagefind.ts';
import type { Asked, Told } from './worker.ts';
import workerUrl from './worker.ts?worker&url';
import { toScriptUrl } from '../components/trusted.ts';

type Results = Awaited<ReturnType<Searcher['search']>>;

/** Starts Pagefind in its worker, which goes on loading while the first query is typed. */
export function startPagefind(): Promise<Searcher> {
	const worker = new Worker(toScriptUrl(workerUrl), { type: 'module' });
	const waiting = new Map<number, (told: Told) => void>();
	let asked = 0;
	const tell = (told: Told): void => {
		waiting.get(told.id)?.(told);
		waiting.delete(told.id);
	};
	worker.addEventListener('message', ({ data }: MessageEvent<Told>) => tell(data));
	return new Promise((resolve, reject) => {
		const search: Searcher['search'] = (query, options): Promise<Results> =>
			new Promise((resolve, reject) => {
				const id = (asked += 1);
				waiting.set(id, ({ found }) => {
					if (found === undefined) reject(new Error('The full text could not be loaded.'));
					else resolve({ results: found.map((each) => ({ data: () => Promise.resolve(each) })) });
				});
				worker.postMessage({ id, query, options } satisfies Asked);
			});
		worker.addEventListener('error', () => {
			for (const id of waiting.keys()) tell({ id });
			reject(new Error('The worker of search could not be loaded.'));
		});
		// A first question, so that a worker that cannot work is asked for again.
		search('').then(() => resolve({ search }), reject);
	});
}
