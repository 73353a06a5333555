/**
 * Sets cards on pages to print: as few as type of the smallest size needs, and then in the largest
 * type that needs no more. Landscape and portrait are both made, of as many pages; the style sheet
 * shows the one that the paper lies in.
 */

/** Type in points, largest first. */
const sizes: readonly number[] = [14, 13, 12, 11, 10.5, 10, 9.5, 9, 8.5, 8];
const smallest = 7.5;

/** What each page says above its cards. */
export interface Heading {
	title: string;
	/** Where it is from, and the day. */
	source: string;
}

/** The same cards in one direction of the paper. */
interface Layout {
	root: HTMLElement;
	columns: number;
	/** Pixels. */
	room: number;
}

/** What lines may be broken differently in print, of a column. */
const slack = 0.98;

/** Makes the pages and says how many there are. */
export function setPages(cards: readonly HTMLElement[], heading: Heading): number {
	for (const former of document.querySelectorAll('.own-pages')) former.remove();
	if (cards.length === 0) return 0;
	const layouts = [toLayout('landscape', 4), toLayout('portrait', 3)];
	const copies = cards.map(toCopy);
	const needed = (layout: Layout) => countPages(measure(copies, layout, smallest), layout);
	const count = Math.max(...layouts.map(needed));
	for (const layout of layouts)
		fill(copies, layout, findSize(copies, layout, count), count, heading);
	return count;
}

function countPages(heights: readonly number[], { room, columns }: Layout): number {
	return Math.ceil(toColumns(heights, room).length / columns);
}

/** The largest type that needs no more pages, and has room for each card in a column. */
function findSize(cards: readonly HTMLElement[], layout: Layout, count: number): number {
	let [first, last] = [0, sizes.length];
	while (first < last) {
		const middle = Math.floor((first + last) / 2);
		const heights = measure(cards, layout, sizes[middle] ?? smallest);
		const fits = heights.every((height) => height <= layout.room);
		if (fits && countPages(heights, layout) <= count) last = middle;
		else first = middle + 1;
	}
	return sizes[first] ?? smallest;
}

/** An empty layout, and how high its columns are. */
function toLayout(direction: 'landscape' | 'portrait', columns: number): Layout {
	const root = document.createElement('div');
	root.className = `sheet own-pages ${direction}`;
	root.ariaHidden = 'true';
	document.body.append(root);
	const page = toPage({ title: '', source: '' }, columns);
	root.append(page);
	const room = (page.lastElementChild?.getBoundingClientRect().height ?? 0) * slack;
	return { root, columns, room };
}

/** A card as it is printed: without controls, and without a name that addresses lead to. */
function toCopy(card: HTMLElement): HTMLElement {
	const copy = card.cloneNode(true) as HTMLElement;
	copy.removeAttribute('id');
	copy.removeAttribute('data-card');
	copy.classList.add(...(card.closest('section')?.classList ?? []));
	for (const control of copy.querySelectorAll('.pick, button')) control.remove();
	for (const code of copy.querySelectorAll('[tabindex]')) code.removeAttribute('tabindex');
	return copy;
}

/** How high cards are in type of a size, in a column of a layout. */
function measure(cards: readonly HTMLElement[], { root }: Layout, size: number): number[] {
	root.style.fontSize = `${size}pt`;
	const column = root.querySelector('.own-column');
	column?.replaceChildren(...cards);
	const tops = cards.map((card) => card.getBoundingClientRect().top);
	const end = cards.at(-1)?.getBoundingClientRect().bottom ?? 0;
	return tops.map((top, at) => (tops[at + 1] ?? end) - top);
}

/** Columns filled each as far as it goes: the numbers of their cards. */
function toColumns(heights: readonly number[], room: number): number[][] {
	const columns: number[][] = [];
	let used = Infinity;
	for (const [at, height] of heights.entries()) {
		if (used + height > room) {
			columns.push([]);
			used = 0;
		}
		columns.at(-1)?.push(at);
		used += height;
	}
	return columns;
}

/** Puts the cards on so many pages, with columns as level as they get. */
function fill(
	cards: readonly HTMLElement[],
	layout: Layout,
	size: number,
	count: number,
	heading: Heading,
): void {
	const { root, columns, room } = layout;
	const heights = measure(cards, layout, size);
	const fits = (height: number) => toColumns(heights, height).length <= columns * count;
	let level = room;
	for (let step = room / 2; step > 1; step /= 2) if (fits(level - step)) level -= step;
	const filled = toColumns(heights, level);
	const start = (at: number) => Math.floor((at * filled.length) / count);
	const pages = Array.from({ length: count }, (_, at) => {
		const place = `${at + 1} of ${count}`;
		const page = toPage({ ...heading, source: `${heading.source} · ${place}` }, columns);
		const places = page.querySelectorAll('.own-column');
		for (const [index, column] of filled.slice(start(at), start(at + 1)).entries()) {
			places[index]?.append(...column.flatMap((number) => toSpread(cards[number])));
		}
		return page;
	});
	root.replaceChildren(...pages);
}

function toSpread(card: HTMLElement | undefined): Node[] {
	return card ? [card.cloneNode(true)] : [];
}

function toPage({ title, source }: Heading, columns: number): HTMLElement {
	const page = document.createElement('div');
	page.className = 'own-page';
	const header = document.createElement('header');
	const strong = document.createElement('strong');
	const span = document.createElement('span');
	strong.textContent = title;
	span.textContent = source;
	header.append(strong, span);
	const all = document.createElement('div');
	all.className = 'own-columns';
	for (let at = 0; at < columns; at += 1) {
		const column = document.createElement('div');
		column.className = 'own-column';
		all.append(column);
	}
	page.append(header, all);
	return page;
}
