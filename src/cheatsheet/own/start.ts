import { renderList } from './list.ts';
import { layOut, type Paged } from './pages.ts';
import { choiceNames, choose, parseOwn, renderOwn, toEmpty, type OwnSheet } from './state.ts';
import { readStored, store } from './store.ts';

/** What of the page the own sheet is made with, and shown in. */
interface Parts {
	section: HTMLElement;
	/** Where its pages are laid out. */
	pages: HTMLElement;
	form: HTMLFormElement;
	list: HTMLElement;
	count: HTMLElement;
}

/** Lets readers make a sheet of their own from the cards of this page. */
export function startOwnSheet(): void {
	const parts = findParts();
	if (parts === undefined) return;
	const cards = new Map(
		[...document.querySelectorAll<HTMLElement>('[data-card]')].map((card) => [card.id, card]),
	);
	const titles = new Map([...cards].map(([id, card]) => [id, toTitle(card)]));
	let own = readOwn(new Set(cards.keys()));

	const show = (): void => {
		const chosen = own.cards.map((id) => ({ id, title: titles.get(id) ?? '' }));
		renderList(parts.list, chosen, { move, remove });
		for (const [id, box] of boxes) box.checked = own.cards.includes(id);
		showPages(parts, own, cards);
	};
	const change = (next: OwnSheet): void => {
		own = next;
		const query = renderOwn(own);
		store(query);
		history.replaceState(null, '', `${location.pathname}${query && '?'}${query}${location.hash}`);
		show();
	};
	const without = (id: string) => own.cards.filter((other) => other !== id);
	const remove = (id: string) => change({ ...own, cards: without(id) });
	const move = (id: string, to: number) =>
		change({ ...own, cards: without(id).toSpliced(to, 0, id) });
	const boxes = addBoxes(cards, titles, (id, isOn) =>
		isOn ? change({ ...own, cards: [...own.cards, id] }) : remove(id),
	);

	listenToChoices(parts.form, (name, value) => {
		const next = { ...own };
		if (choose(next, name, value)) change(next);
	});
	listen(parts.section, {
		print: () => print(),
		share: (button) => void share(button, renderOwn(own)),
		reset: () => change(toEmpty()),
	});
	addEventListener('resize', show);
	parts.section.hidden = false;
	show();
}

function findParts(): Parts | undefined {
	const section = document.querySelector<HTMLElement>('#own');
	const pages = document.querySelector<HTMLElement>('.own-pages');
	const form = section?.querySelector('form');
	const list = section?.querySelector<HTMLElement>('.own-list');
	const count = section?.querySelector<HTMLElement>('.own-count');
	if (!section || !pages || !form || !list || !count) return undefined;
	return { section, pages, form, list, count };
}

/** The pages as they will be printed, how many they are, and the choices that made them so. */
function showPages(
	{ section, pages, form, count }: Parts,
	own: OwnSheet,
	cards: ReadonlyMap<string, HTMLElement>,
): void {
	const chosen = own.cards.flatMap((id) => cards.get(id) ?? []);
	const isEmpty = chosen.length === 0;
	section.classList.toggle('is-empty', isEmpty);
	setPage(isEmpty ? undefined : `${own.paper}-${own.turn}`);
	for (const name of choiceNames) setValue(form, name, own[name]);
	count.textContent = isEmpty ? '' : toCount(layOut(pages, chosen, own), own);
	if (isEmpty) pages.replaceChildren();
}

function listenToChoices(
	form: HTMLFormElement,
	act: (name: (typeof choiceNames)[number], value: string) => void,
): void {
	form.addEventListener('change', ({ target }) => {
		if (!(target instanceof HTMLSelectElement)) return;
		const name = choiceNames.find((choice) => choice === target.name);
		if (name) act(name, target.value);
	});
}

function listen(
	section: HTMLElement,
	actions: Readonly<Record<string, (button: HTMLButtonElement) => void>>,
): void {
	for (const button of section.querySelectorAll<HTMLButtonElement>('[data-own]')) {
		button.addEventListener('click', () => actions[button.dataset['own'] ?? '']?.(button));
	}
}

/** The address comes first, then what the browser kept. What is neither is said, and forgotten. */
function readOwn(known: ReadonlySet<string>): OwnSheet {
	const fromAddress = parseOwn(location.search.slice(1), known);
	const parsed = fromAddress.type === 'none' ? parseOwn(readStored(), known) : fromAddress;
	if (parsed.type === 'sheet') return parsed.own;
	if (fromAddress.type === 'broken') {
		const notice = document.querySelector<HTMLElement>('.own-notice');
		if (notice) notice.hidden = false;
	} else if (parsed.type === 'broken') store('');
	return toEmpty();
}

/** What printing prints: the own sheet on its paper, or the whole sheet. */
function setPage(page: string | undefined): void {
	if (page === undefined) delete document.documentElement.dataset['own'];
	else document.documentElement.dataset['own'] = page;
}

function addBoxes(
	cards: ReadonlyMap<string, HTMLElement>,
	titles: ReadonlyMap<string, string>,
	act: (id: string, isOn: boolean) => void,
): Map<string, HTMLInputElement> {
	return new Map(
		[...cards].map(([id, card]) => {
			const label = document.createElement('label');
			const box = document.createElement('input');
			label.className = 'pick';
			box.type = 'checkbox';
			box.autocomplete = 'off';
			box.ariaLabel = `${titles.get(id)} on my sheet`;
			box.addEventListener('change', () => act(id, box.checked));
			label.append(box);
			card.querySelector('header')?.prepend(label);
			return [id, box];
		}),
	);
}

function setValue(form: HTMLFormElement, name: string, value: string): void {
	const select = form.elements.namedItem(name);
	if (select instanceof HTMLSelectElement) select.value = value;
}

function toTitle(card: HTMLElement): string {
	return card.querySelector('h4')?.textContent?.trim() ?? '';
}

function toCount({ pages, tall }: Paged, { cards }: OwnSheet): string {
	const many = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
	const [first] = tall;
	const fit = `${many(cards.length, 'card')} on ${many(pages, 'page')}`;
	return first === undefined
		? `${fit}.`
		: `${fit}. ${first} is higher than a column: choose fewer columns or smaller text.`;
}

async function share(button: HTMLButtonElement, query: string): Promise<void> {
	const address = `${location.origin}${location.pathname}?${query}`;
	const label = button.textContent;
	try {
		await navigator.clipboard.writeText(address);
		button.textContent = 'Copied';
	} catch {
		// No permission: the address of this page says the same.
		button.textContent = 'Copy the address of this page';
	}
	setTimeout(() => (button.textContent = label), 2000);
}
