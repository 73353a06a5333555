import type { Placeholder } from '../../snippets/placeholder.ts';
import { findPlaces } from '../../snippets/fill.ts';
import { findFault } from '../../snippets/values.ts';
import { put, say } from './clipboard.ts';
import { codes } from './code.ts';
import { toGrammar } from './ranges.ts';
import { setValues, startFill, toOriginal, type Filling } from './fill.ts';
import { toField, type Field } from './field.ts';
import { forgetShared, toShared } from './store.ts';

/** The panel in the corner of the page; it lets the page be read on. */
interface Panel {
	box: HTMLElement;
	fields: Field[];
	filling: Filling;
	/** What has the focus when the panel closes. */
	opener: HTMLElement;
}

let panel: Panel | undefined;

/** Opens the panel, or closes it when it is open. */
export async function openPanel(opener: HTMLElement): Promise<void> {
	if (panel) return close(panel);
	const filling = await startFill();
	const here = findHere(filling.placeholders);
	const ordered = [
		...filling.placeholders.filter(({ id }) => here.has(id)),
		...filling.placeholders.filter(({ id }) => !here.has(id)),
	];
	const fields = ordered.map((placeholder) =>
		toField(placeholder, filling.values[placeholder.id] ?? ''),
	);
	panel = { box: document.createElement('section'), fields, filling, opener };
	build(panel, here.size);
	// On a phone the button stands in the menu, which would cover the page.
	document.querySelector<HTMLElement>(':popover-open')?.hidePopover();
	document.body.append(panel.box);
	opener.setAttribute('aria-expanded', 'true');
	fields[0]?.input.focus();
}

function build(view: Panel, count: number): void {
	const { box, fields } = view;
	box.className = 'fill';
	box.setAttribute('role', 'dialog');
	box.setAttribute('aria-label', 'Your names');
	const lead = document.createElement('p');
	lead.textContent = 'Put in once, used in every snippet. It stays in this browser.';
	const more = document.createElement('details');
	const summary = document.createElement('summary');
	summary.textContent = count === 0 ? 'Nothing of it on this page' : 'Not on this page';
	more.append(summary, ...fields.slice(count).map(({ element }) => element));
	more.open = count === 0;
	const form = document.createElement('form');
	form.append(...fields.slice(0, count).map(({ element }) => element), more);
	form.addEventListener('input', () => update(view));
	form.addEventListener('submit', (event) => event.preventDefault());
	const buttons = document.createElement('p');
	buttons.className = 'fill-buttons';
	buttons.append(
		toButton('Reset', () => reset(view)),
		toButton('Copy as link', () => void share(view)),
		toButton('Close', () => close(view)),
	);
	box.append(lead, form, buttons);
	box.addEventListener('keydown', (event) => event.key === 'Escape' && close(view));
}

function toButton(text: string, act: () => void): HTMLElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.textContent = text;
	button.addEventListener('click', act);
	return button;
}

/** Good values hold at once; a bad one is not used, and its field says what is wrong. */
function update({ fields, filling }: Panel): void {
	const values: Record<string, string> = {};
	for (const { placeholder, input, fault } of fields) {
		const wrong = input.value === '' ? undefined : findFault(placeholder.kind, input.value);
		fault.textContent = wrong ?? '';
		if (wrong) input.setAttribute('aria-invalid', 'true');
		else input.removeAttribute('aria-invalid');
		if (input.value !== '' && !wrong) values[placeholder.id] = input.value;
	}
	forgetShared();
	setValues(filling, values);
}

function reset(view: Panel): void {
	for (const { input } of view.fields) input.value = '';
	update(view);
	say('All snippets are as they were.');
	view.fields[0]?.input.focus();
}

/** The address with the values: on the clipboard, and where that is closed, in the address bar. */
async function share({ filling }: Panel): Promise<void> {
	const address = toShared(filling.values);
	const isCopied = await put(address);
	if (!isCopied) history.replaceState(history.state, '', address);
	say(isCopied ? 'The link is copied.' : 'The link is in the address bar.');
}

function close({ box, opener }: Panel): void {
	box.remove();
	panel = undefined;
	opener.removeAttribute('aria-expanded');
	const menu = document.querySelector<HTMLElement>('[popovertarget]');
	(opener.checkVisibility() ? opener : menu)?.focus();
}

/** The placeholders that the snippets of this page have. */
function findHere(placeholders: readonly Placeholder[]): Set<string> {
	const all = [...document.querySelectorAll<HTMLElement>(codes)];
	return new Set(
		all.flatMap((code) =>
			findPlaces(toOriginal(code), toGrammar(code), placeholders).map(({ id }) => id),
		),
	);
}
