import { keep, recall } from '../components/memory.ts';
import { setPages } from './ownPages.ts';

/** What an address or the browser's memory says: cards in order, nothing, or what is no sheet. */
export type ParsedOwn = { type: 'sheet'; cards: string[] } | { type: 'none' } | { type: 'broken' };

/** The part of an address that names the cards; the browser keeps it under the same name. */
const key = 'sheet';

/** Longer ones were not made here. */
const longest = 4000;

/**
 * Reads the part of an address behind the `?`: `sheet=copy.docker-run`. A card that is not among
 * `known` makes the whole of it broken, so that nothing but ids of cards ever comes out.
 */
export function parseOwn(query: string, known?: ReadonlySet<string>): ParsedOwn {
	if (query.length > longest) return { type: 'broken' };
	const text = new URLSearchParams(query).get(key);
	if (text === null) return { type: 'none' };
	const cards = text.split('.').filter(Boolean);
	const isWhole = cards.every((id) => known?.has(id) ?? true);
	return isWhole && new Set(cards).size === cards.length
		? { type: 'sheet', cards }
		: { type: 'broken' };
}

/** The part of an address that names these cards; empty without any. */
export function renderOwn(cards: readonly string[]): string {
	return cards.length === 0 ? '' : new URLSearchParams({ [key]: cards.join('.') }).toString();
}

/** Lets a page put its card on the reader's own sheet, and take it off again. */
export function startAdding(): void {
	const place = document.querySelector<HTMLElement>('[data-add]');
	const button = place?.querySelector('button');
	const id = place?.dataset['add'];
	if (!place || !button || id === undefined) return;
	const read = () => {
		const parsed = parseOwn(recall(key));
		return parsed.type === 'sheet' ? parsed.cards : [];
	};
	const show = () => {
		const isOn = read().includes(id);
		button.textContent = isOn ? 'Take off my sheet' : 'Add to my sheet';
		place.classList.toggle('is-on', isOn);
	};
	button.addEventListener('click', () => {
		keep(key, renderOwn(toToggled(read(), id)));
		show();
	});
	show();
	place.hidden = false;
}

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
	const parsed = fromAddress.type === 'none' ? parseOwn(recall(key), known) : fromAddress;
	if (parsed.type === 'sheet') return parsed.cards;
	const notice = document.querySelector<HTMLElement>('.own-notice');
	if (notice && fromAddress.type === 'broken') notice.hidden = false;
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

function toToggled(cards: readonly string[], id: string): string[] {
	return cards.includes(id) ? cards.filter((other) => other !== id) : [...cards, id];
}
