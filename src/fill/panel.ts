import { copyText, say } from '../components/copy.ts';
import { findHere, setValues, toShared, type Filling } from './blocks.ts';
import { findFault, toWord, type Placeholder } from './fill.ts';

/** One question of the panel, with the place where it says what is wrong with the value. */
interface Field {
	placeholder: Placeholder;
	element: HTMLElement;
	input: HTMLInputElement;
	fault: HTMLElement;
}

/** Opens the panel in the corner of the page, which can be read on; closes it when it is open. */
export function openPanel(filling: Filling): void {
	const open = document.querySelector<HTMLDialogElement>('dialog.fill');
	if (open) return open.close();
	const fields = filling.placeholders.map((one) => toField(one, filling.values[one.id] ?? ''));
	const panel = element('dialog', { className: 'fill', ariaLabel: 'Fill in' });
	panel.append(
		element('h2', { textContent: 'Use your own names, tags and ports' }),
		element('p', {
			textContent: 'They replace the examples in every snippet, and stay in this browser.',
		}),
		toForm(fields, findHere(filling), () => update(fields, filling)),
		element(
			'p',
			{ className: 'fill-buttons' },
			toButton('Reset', () => reset(fields, filling)),
			toButton('Copy as link', () => void share(filling)),
			toButton('Close', () => panel.close()),
		),
	);
	panel.addEventListener('keydown', ({ key }) => key === 'Escape' && panel.close());
	panel.addEventListener('close', () => panel.remove());
	document.body.append(panel);
	panel.show();
}

/** A labelled input that shows the word of the snippets while it is empty. */
function toField(placeholder: Placeholder, value: string): Field {
	const { id, label, match } = placeholder;
	const fault = element('span', { id: `fill-${id}`, className: 'fault', role: 'alert' });
	const input = element('input', {
		...{ name: id, value, placeholder: toWord(match[0] ?? '') },
		...{ autocomplete: 'off', autocapitalize: 'off', spellcheck: false },
	});
	input.setAttribute('aria-describedby', fault.id);
	const name = element('span', { textContent: label });
	return { placeholder, element: element('label', {}, name, input, fault), input, fault };
}

/** What this page has stands first; the rest can be opened. */
function toForm(fields: readonly Field[], here: ReadonlySet<string>, act: () => void): HTMLElement {
	const { shown = [], others = [] } = Object.groupBy(fields, ({ placeholder: { id } }) =>
		here.has(id) ? 'shown' : 'others',
	);
	const textContent = shown.length === 0 ? 'No placeholders on this page' : 'On other pages';
	const more = element(
		'details',
		{ open: shown.length === 0 },
		element('summary', { textContent }),
	);
	more.append(...others.map(({ element }) => element));
	const form = element('form', {}, ...shown.map(({ element }) => element), more);
	form.addEventListener('input', act);
	form.addEventListener('submit', (event) => event.preventDefault());
	return form;
}

/** Good values hold at once; a bad one is not used, and its field says what is wrong. */
function update(fields: readonly Field[], filling: Filling): void {
	const values: Record<string, string> = {};
	for (const { placeholder, input, fault } of fields) {
		const wrong = input.value === '' ? undefined : findFault(placeholder, input.value);
		fault.textContent = wrong ?? '';
		input.ariaInvalid = wrong === undefined ? null : 'true';
		if (input.value !== '' && wrong === undefined) values[placeholder.id] = input.value;
	}
	setValues(filling, values);
}

function reset(fields: readonly Field[], filling: Filling): void {
	for (const { input } of fields) input.value = '';
	update(fields, filling);
	say('All snippets are as they were.');
	fields[0]?.input.form?.querySelector('input')?.focus();
}

/** The address with the values: on the clipboard, and where that is closed, in the address bar. */
async function share({ values }: Filling): Promise<void> {
	const address = toShared(values);
	const isCopied = await copyText(address);
	if (!isCopied) history.replaceState(history.state, '', address);
	say(isCopied ? 'The link is copied.' : 'The link is in the address bar.');
}

function toButton(textContent: string, act: () => void): HTMLElement {
	const button = element('button', { type: 'button', textContent });
	button.addEventListener('click', act);
	return button;
}

function element<K extends keyof HTMLElementTagNameMap>(
	name: K,
	properties: Partial<HTMLElementTagNameMap[K]>,
	...children: readonly Element[]
): HTMLElementTagNameMap[K] {
	const made = Object.assign(document.createElement(name), properties);
	made.append(...children);
	return made;
}
