import { distance } from 'fastest-levenshtein';
import { toUrl } from '../links.ts';
import { loadIndex } from '../search/starter.ts';

const most = 5;

/**
 * Lists the pages whose addresses are most like the missing one, of those that search
 * knows and of those that stand there; they stay when search cannot be loaded.
 */
export async function startNearest(): Promise<void> {
	sayOffline();
	const list = document.querySelector('[data-nearest]');
	const title = document.querySelector('[data-nearest-title]');
	const index = await loadIndex().catch(() => undefined);
	if (!list || !title || !index) return;
	const wanted = toWords(location.pathname);
	const named = index.records
		.filter(({ page }) => page === undefined)
		.map(({ href, name }) => ({ path: toUrl(href), name }));
	const listed = [...list.querySelectorAll('a')].map((link) => ({
		path: link.pathname,
		name: link.textContent,
	}));
	const all = new Map([...named, ...listed].map((page) => [page.path, page]));
	const nearest = [...all.values()]
		.map((page) => ({ ...page, far: distanceTo(page.path, wanted) }))
		.sort((a, b) => a.far - b.far)
		.slice(0, most);
	list.replaceChildren(...nearest.map(toItem));
	title.textContent = 'Nearest pages';
}

/** The worker shows this page for any that it does not keep; its own answer says that it was found. */
function sayOffline(): void {
	const [visit] = performance.getEntriesByType('navigation');
	const status = visit instanceof PerformanceNavigationTiming ? visit.responseStatus : undefined;
	const isFallback = navigator.serviceWorker?.controller && status === 200;
	if (navigator.onLine && !isFallback) return;
	const title = document.querySelector('h1');
	const text = document.querySelector('.sl-markdown-content > p');
	if (title) title.textContent = 'No network';
	if (text)
		text.textContent = 'This address is not kept on your machine. Try again with a network.';
}

function toItem({ path, name }: { path: string; name: string }): HTMLLIElement {
	const link = document.createElement('a');
	link.href = path;
	link.textContent = name;
	const item = document.createElement('li');
	item.append(link);
	return item;
}

/** How far an address is from the wanted one; the last part counts most, since names stand there. */
function distanceTo(path: string, wanted: readonly string[]): number {
	const words = toWords(path);
	const name = relative(words.at(-1) ?? '', wanted.at(-1) ?? '');
	return 3 * name + relative(words.join('/'), wanted.join('/'));
}

function relative(a: string, b: string): number {
	return distance(a, b) / Math.max(a.length, b.length, 1);
}

function toWords(path: string): string[] {
	return path.toLowerCase().split('/').filter(Boolean);
}
