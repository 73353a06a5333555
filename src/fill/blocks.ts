import styles from '../styles/fill.css?inline';
import { codes, toLines } from '../components/copy.ts';
import { keep, recall } from '../components/memory.ts';
import { toUrl } from '../links.ts';
import { findPlaces, toValues, type Place, type Placeholder, type Values } from './fill.ts';

/** The placeholders with the reader's values. */
export interface Filling {
	placeholders: readonly Placeholder[];
	values: Values;
}

/** Where the browser keeps the values, and what they are called in an address. */
const key = 'fill';

/** Fetches the placeholders, and fills in what the address or else this browser has. */
export async function startFill(): Promise<Filling> {
	const answer = await fetch(toUrl('/snippets/placeholders.json'));
	const placeholders = (await answer.json()) as Placeholder[];
	const filling = { placeholders, values: readValues(placeholders) };
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(styles);
	document.adoptedStyleSheets.push(sheet);
	fillBlocks(filling);
	return filling;
}

/** Takes a reader's values: for the page as it stands, and for the pages to come. */
export function setValues(filling: Filling, values: Values): void {
	filling.values = values;
	keep(key, Object.keys(values).length === 0 ? '' : JSON.stringify(values));
	// What an address had is not to come back with the next load.
	const url = new URL(location.href);
	if (url.searchParams.has(key)) {
		url.searchParams.delete(key);
		history.replaceState(history.state, '', url);
	}
	fillBlocks(filling);
}

/** The address of this page with the values in it. */
export function toShared(values: Values): string {
	const url = new URL(location.href);
	url.searchParams.set(key, new URLSearchParams(values).toString());
	return url.href;
}

/** The ids of the placeholders that the snippets of this page have. */
export function findHere(filling: Filling): Set<string> {
	restore();
	const ids = findLines(filling.placeholders).flatMap(({ places }) => places.map(({ id }) => id));
	fillBlocks(filling);
	return new Set(ids);
}

function readValues(placeholders: readonly Placeholder[]): Values {
	const shared = new URLSearchParams(location.search).get(key);
	if (shared !== null) return toValues(new URLSearchParams(shared), placeholders);
	try {
		return toValues(Object.entries(JSON.parse(recall(key) || '{}') ?? {}), placeholders);
	} catch {
		return {};
	}
}

/** Fills in every snippet of the page anew, always from what it was. Values go in as text. */
function fillBlocks({ placeholders, values }: Filling): void {
	restore();
	const given = placeholders.filter(({ id }) => values[id] !== undefined);
	// All are looked for, because one that is declared first may stand in another's place.
	for (const { line, places } of given.length === 0 ? [] : findLines(placeholders)) {
		for (const { start, end, id } of places.toReversed()) {
			const value = values[id];
			if (value === undefined) continue;
			const range = toRange(line, start, end);
			const mark = document.createElement('span');
			mark.className = 'filled';
			mark.title = `in place of ${range.toString()}`;
			mark.dataset['was'] = range.toString();
			mark.textContent = value;
			range.deleteContents();
			range.insertNode(mark);
		}
	}
}

function restore(): void {
	for (const mark of document.querySelectorAll<HTMLElement>('.filled')) {
		const { parentElement: line } = mark;
		mark.replaceWith(mark.dataset['was'] ?? '');
		line?.normalize();
	}
}

/** The lines of the page's snippets, with their placeholders. */
function findLines(placeholders: readonly Placeholder[]): { line: Element; places: Place[] }[] {
	return [...document.querySelectorAll<HTMLElement>(codes)].flatMap((code) =>
		toLines(code).map((line) => {
			const { language } = code.dataset;
			return { line, places: findPlaces(line.textContent ?? '', language, placeholders) };
		}),
	);
}

/** The stretch between two offsets of a line's text, which may be cut into coloured parts. */
function toRange(line: Element, start: number, end: number): Range {
	const range = document.createRange();
	const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
	let before = 0;
	for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
		const { length } = node.textContent ?? '';
		if (before <= start && start < before + length) range.setStart(node, start - before);
		if (before < end && end <= before + length) range.setEnd(node, end - before);
		before += length;
	}
	return range;
}
