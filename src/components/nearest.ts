import { distance } from 'fastest-levenshtein';

const most = 5;

/** Puts the pages whose addresses are most like the missing one first, and hides the rest. */
export function startNearest(): void {
	const list = document.querySelector('[data-nearest]');
	const title = document.querySelector('[data-nearest-title]');
	if (!list || !title) return;
	const wanted = toWords(location.pathname);
	const items = [...list.children]
		.map((item) => ({ item, far: distanceTo(item.querySelector('a')?.pathname ?? '', wanted) }))
		.sort((a, b) => a.far - b.far)
		.slice(0, most);
	list.replaceChildren(...items.map(({ item }) => item));
	title.textContent = 'Nearest pages';
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
