import type { Engine } from './engine.ts';
import type { Names } from './names.ts';
import { startEngine } from './engine.ts';
import { toSources } from './fetch.ts';
import { useClick, useKey, useSubmit } from './input.ts';
import { startList, type List } from './list.ts';
import { completeBox } from './box.ts';
import { isPage, readAddress } from './address.ts';
import { update } from './update.ts';

// The page for missing pages measures words as search does; apart, that would be one more request.
export { startNearest } from '../components/nearest.ts';

/** The parts of one search box, which is in the dialog or on the page of search. */
export interface View {
	box: HTMLElement;
	form: HTMLFormElement;
	input: HTMLInputElement;
	/** Holds the list and, between its first and second group, the card. */
	results: HTMLElement;
	list: List;
	card: HTMLElement;
	recent: HTMLElement;
	status: HTMLElement;
	/** The base path of the site. */
	base: string;
}

/** Starts the engine, and gives the function that fills a box with life, each box once. */
export function startView(base: string, names: Names): (box: HTMLElement) => void {
	const engine = startEngine(toSources(base, names));
	return (box) => {
		completeBox(box);
		if (box.dataset['bound'] !== undefined) return;
		box.dataset['bound'] = '';
		bind(box, base, engine);
	};
}

function bind(box: HTMLElement, base: string, engine: Engine): void {
	const find = <T extends Element>(selector: string): T => {
		const found = box.querySelector<T>(selector);
		if (found === null) throw new Error(`The search box lacks ${selector}.`);
		return found;
	};
	const form = find<HTMLFormElement>('form');
	const input = find<HTMLInputElement>('[role=combobox]');
	const view: View = {
		box,
		form,
		input,
		results: find('.search-results'),
		list: startList(input, find('[role=listbox]'), base),
		card: find('.card'),
		recent: find('.recent'),
		status: find('[role=status]'),
		base,
	};
	const refresh = () => void update(view, engine);
	if (isPage(box)) readAddress(form);
	form.addEventListener('input', refresh);
	form.addEventListener('submit', (event) => useSubmit(event, view));
	form.addEventListener('keydown', (event) => useKey(event, view));
	box.addEventListener('click', (event) => useClick(event, view, refresh));
	refresh();
}
