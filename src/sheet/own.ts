import { keep, recall } from '../components/memory.ts';

/** The part of an address that names the cards; the browser keeps it under the same name. */
export const key = 'sheet';

/** Longer ones were not made here. */
const longest = 4000;

/**
 * Reads the part of an address behind the `?`: `sheet=copy.docker-run`. A card that is not among
 * `known` makes the whole of it broken, so that nothing but ids of cards ever comes out.
 */
export function parseOwn(query: string, known?: ReadonlySet<string>): string[] | 'none' | 'broken' {
	if (query.length > longest) return 'broken';
	const text = new URLSearchParams(query).get(key);
	if (text === null) return 'none';
	const cards = text.split('.').filter(Boolean);
	const isWhole = cards.every((id) => known?.has(id) ?? true);
	return isWhole && new Set(cards).size === cards.length ? cards : 'broken';
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
		return typeof parsed === 'string' ? [] : parsed;
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

/** The cards with one more, or without it where it is among them. */
export function toToggled(cards: readonly string[], id: string): string[] {
	return cards.includes(id) ? cards.filter((other) => other !== id) : [...cards, id];
}
