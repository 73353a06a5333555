import { distance } from 'fastest-levenshtein';
import { toUrl } from '../links.ts';
import { loadIndex } from '../search/starter.ts';

const most = 5;

/** Pages that share so little with an address are no help to who typed it. */
const least = 0.5;

/**
 * Lists the pages whose addresses are most like the missing one, of those that search knows and of
 * those that stand there; these stay when nothing is like it, or search cannot be loaded.
 */
export async function startNearest(): Promise<void> {
	sayOffline();
	const list = document.querySelector('[data-nearest]');
	const title = document.querySelector('[data-nearest-title]');
	const index = await loadIndex().catch(() => undefined);
	if (!list || !title || !index) return;
	const wanted = toWords(location.pathname);
	const named = index.records
		.filter(({ href }) => !href.startsWith('#'))
		.map(({ href, name = '' }) => ({ path: toUrl(href), name }));
	const listed = [...list.querySelectorAll('a')].map((link) => ({
		path: link.pathname,
		name: link.textContent,
	}));
	const all = new Map([...named, ...listed].map((page) => [page.path, page]));
	const nearest = [...all.values()]
		.map((page) => ({ ...page, likeness: compare(toWords(page.path), wanted) }))
		.filter(({ likeness }) => likeness >= least)
		.sort((a, b) => b.likeness - a.likeness)
		.slice(0, most);
	if (nearest.length === 0) return;
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
		text.textContent = 'This page is not stored on your device. Try again when you are online.';
}

function toItem({ path, name }: { path: string; name: string }): HTMLLIElement {
	const link = document.createElement('a');
	link.href = path;
	link.textContent = name;
	const item = document.createElement('li');
	item.append(link);
	return item;
}

/** How much of the words of two addresses is the same, from 0 to 1; a long word may be mistyped. */
function compare(words: readonly string[], wanted: readonly string[]): number {
	const found = wanted.filter((word) =>
		words.some(
			(other) => distance(word, other) <= Math.floor(Math.max(word.length, other.length) / 5),
		),
	);
	return (2 * found.length) / (words.length + wanted.length);
}

/** The words of the last part of an address, where names stand, and of the folder above. */
function toWords(path: string): string[] {
	const parts = path.toLowerCase().slice(toUrl('/').length).split('/').filter(Boolean);
	return parts
		.slice(-2)
		.flatMap((part) => part.split('-'))
		.filter((word) => !common.has(word));
}

/** Words that say nothing about a page. */
const common: ReadonlySet<string> = new Set(['docker', 'dockerfile', 'index', 'html', 'the', 'a']);
