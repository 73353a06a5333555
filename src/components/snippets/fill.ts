import type { Grammar } from '../../snippets/language.ts';
import type { Placeholder, Values } from '../../snippets/placeholder.ts';
import { toUrl } from '../../links.ts';
import { fill, toFills } from '../../snippets/fill.ts';
import { codes, toText } from './code.ts';
import { toGrammar, toRange } from './ranges.ts';
import { saveFilled, saveLink } from './save.ts';
import { keepValues, readValues } from './store.ts';

/** The placeholders with the reader's values. */
export interface Filling {
	placeholders: readonly Placeholder[];
	values: Values;
}

let filling: Promise<Filling> | undefined;

/** What each snippet was when it came. */
const originals = new WeakMap<HTMLElement, readonly Node[]>();

/** Fetches the placeholders once; fills in what the address or this browser has. */
export function startFill(): Promise<Filling> {
	return (filling ??= fetch(toUrl('/snippets/placeholders.json'))
		.then((answer) => answer.json())
		.then((placeholders: Placeholder[]) => {
			const started = { placeholders, values: readValues(placeholders) };
			if (Object.keys(started.values).length > 0) apply(started);
			document.addEventListener('click', (event) => saveFilled(event, started));
			return started;
		}));
}

/** Takes a reader's values: for the page as it stands, and for the pages to come. */
export function setValues(filling: Filling, values: Values): void {
	filling.values = values;
	keepValues(values);
	apply(filling);
}

/** Saves a whole Dockerfile with the reader's values in it. */
export async function saveDockerfile(link: HTMLAnchorElement): Promise<void> {
	await saveLink(link, await startFill());
}

/** A text with the reader's values in it, for what is not shown as a snippet of the page. */
export async function toFilled(text: string, grammar: Grammar): Promise<string> {
	const { placeholders, values } = await startFill();
	return fill(text, grammar, placeholders, values);
}

/** The text of a snippet as the site wrote it. */
export function toOriginal(code: HTMLElement): string {
	const kept = originals.get(code);
	if (kept === undefined) return toText(code);
	const copy = code.cloneNode(false) as HTMLElement;
	copy.append(...kept.map((node) => node.cloneNode(true)));
	return toText(copy);
}

/** Fills in every snippet of the page anew, always from what it was. Values go in as text. */
function apply({ placeholders, values }: Filling): void {
	for (const code of document.querySelectorAll<HTMLElement>(codes)) {
		const kept = originals.get(code);
		if (kept) code.replaceChildren(...kept.map((node) => node.cloneNode(true)));
		const fills = toFills(toText(code), toGrammar(code), placeholders, values);
		if (fills.length === 0) continue;
		if (!kept) originals.set(code, toPlain(code));
		for (const { start, end, text } of fills.toReversed()) {
			const range = toRange(code, start, end);
			const mark = document.createElement('span');
			mark.className = 'filled';
			mark.title = `in place of ${range.toString()}`;
			mark.textContent = text;
			range.deleteContents();
			range.insertNode(mark);
		}
	}
}

/** Without the links of explained words, which are made anew when they are wanted. */
function toPlain(code: HTMLElement): Node[] {
	const copy = code.cloneNode(true) as HTMLElement;
	for (const link of copy.querySelectorAll('.explained')) link.replaceWith(...link.childNodes);
	return [...copy.childNodes];
}
