import type { Names } from '../search/names.ts';
import { distance } from 'fastest-levenshtein';
import { toUrl } from '../links.ts';
import { element } from '../search/element.ts';
import { toEntries } from '../search/entry.ts';

const most = 5;

/**
 * Lists the pages whose addresses are most like the missing one, of those that the names of the index
 * tell and of those that stand there; they stay when there are no names.
 */
export async function startNearest(names: Promise<Names>): Promise<void> {
	const list = document.querySelector('[data-nearest]');
	const title = document.querySelector('[data-nearest-title]');
	const known = await names.catch(() => undefined);
	if (!list || !title || !known) return;
	const wanted = toWords(location.pathname);
	const named = toEntries(known)
		.filter(({ owner }) => owner === undefined)
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

function toItem({ path, name }: { path: string; name: string }): HTMLLIElement {
	const link = element('a', '', name);
	link.href = path;
	return element('li', '', link);
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
