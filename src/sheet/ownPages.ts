/**
 * The reader's own sheet: cards that are ticked, seen alone, and set on pages to print; as few pages as
 * type of the smallest size needs, and then in the largest type that needs no more. Landscape and
 * portrait are both made, of as many pages; the style sheet shows the one that the paper lies in.
 * Columns are the browser's: what is too much for those of one page goes on beside them, where the next
 * page begins.
 */
import { keep, recall } from '../components/memory.ts';
import { key, parseOwn, renderOwn, toToggled } from './own.ts';

/** Lets readers tick cards of the sheet, see those alone, and print them. */
export function startOwnSheet(): void {
	const section = document.querySelector<HTMLElement>('#own');
	const count = section?.querySelector<HTMLElement>('.own-count');
	const only = section?.querySelector<HTMLInputElement>('input');
	if (!section || !count || !only) return;
	const cards = new Map(
		[...document.querySelectorAll<HTMLElement>('[data-card]')].map((card) => [card.id, card]),
	);
	let own = readOwn(new Set(cards.keys()));
	const setOwn = () => {
		const { title = '', source = '' } = section.dataset;
		const chosen = [...cards].flatMap(([id, card]) => (own.includes(id) ? [card] : []));
		const pages = setPages(chosen, { title, source });
		count.textContent = `${toCount(own.length, 'card')} · ${toCount(pages, 'page')}`;
	};
	const show = (): void => {
		const isEmpty = own.length === 0;
		if (isEmpty) only.checked = false;
		section.hidden = isEmpty;
		document.documentElement.toggleAttribute('data-own', !isEmpty);
		document.documentElement.toggleAttribute('data-only', only.checked);
		for (const [id, card] of cards) card.classList.toggle('is-own', own.includes(id));
		for (const [id, box] of boxes) box.checked = own.includes(id);
		setOwn();
	};
	const change = (next: string[]): void => {
		own = next;
		const query = renderOwn(own);
		keep(key, query);
		history.replaceState(null, '', `${location.pathname}${query && '?'}${query}${location.hash}`);
		show();
	};
	const boxes = addBoxes(cards, (id) => change(toToggled(own, id)));
	only.addEventListener('change', show);
	section.querySelector('[data-own="print"]')?.addEventListener('click', () => print());
	section.querySelector('[data-own="reset"]')?.addEventListener('click', () => change([]));
	// Readers may have put their own names into snippets since.
	window.addEventListener('beforeprint', setOwn);
	document.querySelector<HTMLElement>('.own-hint')?.removeAttribute('hidden');
	show();
}

function toCount(number: number, name: string): string {
	return `${number} ${name}${number === 1 ? '' : 's'}`;
}

/** The address comes first, then what the browser kept. An address that is no sheet is said. */
function readOwn(known: ReadonlySet<string>): string[] {
	const fromAddress = parseOwn(location.search.slice(1), known);
	const parsed = fromAddress === 'none' ? parseOwn(recall(key), known) : fromAddress;
	if (typeof parsed !== 'string') return parsed;
	const notice = document.querySelector<HTMLElement>('.own-notice');
	if (notice && fromAddress === 'broken') notice.hidden = false;
	return [];
}

function addBoxes(
	cards: ReadonlyMap<string, HTMLElement>,
	toggle: (id: string) => void,
): Map<string, HTMLInputElement> {
	return new Map(
		[...cards].map(([id, card]) => {
			const label = document.createElement('label');
			const box = document.createElement('input');
			label.className = 'pick';
			box.type = 'checkbox';
			box.autocomplete = 'off';
			box.ariaLabel = `${card.querySelector('h4')?.textContent?.trim()} on my sheet`;
			box.addEventListener('change', () => toggle(id));
			label.append(box);
			card.querySelector('header')?.prepend(label);
			return [id, box];
		}),
	);
}

/** Type in points. */
const smallest = 7.5;
const sizes: readonly number[] = [smallest, 8, 8.5, 9, 9.5, 10, 10.5, 11, 12, 13, 14];

/** What each page says above its cards. */
interface Heading {
	title: string;
	/** Where it is from, and the day. */
	source: string;
}

/** Cards in one direction of the paper, all in the columns of one page and beside them. */
interface Layout {
	root: HTMLElement;
	columns: HTMLElement;
	cards: HTMLElement[];
}

/** How much of a column is filled: lines may be broken differently in print. */
const filled = '98%';

/** Makes the pages and says how many there are. */
function setPages(cards: readonly HTMLElement[], heading: Heading): number {
	for (const former of document.querySelectorAll('.own-pages')) former.remove();
	if (cards.length === 0) return 0;
	const layouts = ['landscape', 'portrait'].map((direction) => toLayout(direction, cards));
	const count = Math.max(...layouts.map((layout) => divide(layout, smallest).length));
	for (const layout of layouts) {
		const fits = (size: number) =>
			divide(layout, size).length <= count &&
			layout.cards.every((card) => card.getClientRects().length === 1);
		// From below: few sizes fit many cards, so that those are not laid out often.
		const past = sizes.findIndex((size) => size > smallest && !fits(size));
		const pages = divide(layout, sizes.at(past < 0 ? past : past - 1) ?? smallest);
		const made = Array.from({ length: count }, (_, at) => {
			const source = `${heading.source} · ${at + 1} of ${count}`;
			return toPage({ ...heading, source }, pages[at] ?? []);
		});
		layout.root.replaceChildren(...made);
	}
	return count;
}

function toLayout(direction: string, originals: readonly HTMLElement[]): Layout {
	const root = make('div', { className: `sheet own-pages ${direction}`, ariaHidden: 'true' });
	const cards = originals.map(toCopy);
	const page = toPage({ title: '', source: '' }, cards);
	const columns = page.lastElementChild as HTMLElement;
	Object.assign(columns.style, { columnFill: 'auto', height: filled });
	root.append(page);
	document.body.append(root);
	return { root, columns, cards };
}

/** The cards of each page in type of a size. */
function divide({ root, columns, cards }: Layout, size: number): HTMLElement[][] {
	root.style.fontSize = `${size}pt`;
	const { left, width } = columns.getBoundingClientRect();
	const gap = Number.parseFloat(getComputedStyle(columns).columnGap);
	const pages: HTMLElement[][] = [];
	for (const card of cards) {
		const at = Math.floor((card.getBoundingClientRect().left - left + gap / 2) / (width + gap));
		(pages[at] ??= []).push(card);
	}
	return pages;
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

function toPage({ title, source }: Heading, cards: readonly HTMLElement[]): HTMLElement {
	const header = make('header');
	header.append(make('strong', { textContent: title }), make('span', { textContent: source }));
	const columns = make('div', { className: 'own-columns' });
	columns.append(...cards);
	const page = make('div', { className: 'own-page' });
	page.append(header, columns);
	return page;
}

function make(name: string, properties: Partial<HTMLElement> = {}): HTMLElement {
	return Object.assign(document.createElement(name), properties);
}
