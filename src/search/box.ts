import { element } from './element.ts';
import { kinds, type Kind } from './entry.ts';
import { toIndex } from './shell.ts';

/** Puts into a box what belongs below its field: kinds, messages, results, keys. Once each. */
export function completeBox(box: HTMLElement): void {
	const form = box.querySelector('form');
	const input = box.querySelector('input');
	if (!form || !input || form.querySelector('fieldset')) return;
	const shown = readKinds();
	box.classList.toggle('plain', shown.length < 2);
	box.dataset['browse'] = shown[0] ?? '';
	const isDialog = box.closest('dialog') !== null;
	if (isDialog) {
		const close = element('button', '', 'Close');
		close.type = 'button';
		close.dataset['close'] = '';
		input.after(close);
	}
	if (shown.length > 1) form.append(toKinds(shown));
	const topics = readTopics();
	if (topics.length > 1) form.append(toTopics(topics));
	box.append(...toMessages(), toResults(input.getAttribute('aria-controls') ?? ''));
	box.append(toFoot(isDialog, shown.length > 1));
}

/** The kinds that the site has something of. */
function readKinds(): Kind[] {
	const told = document.querySelector<HTMLElement>('[data-kinds]')?.dataset['kinds']?.split(' ');
	return kinds.filter((kind) => told?.includes(kind) ?? true);
}

/** The files of notes by their names, with their titles; none where there is only one. */
function readTopics(): [name: string, title: string][] {
	const told = document.querySelector<HTMLElement>('[data-topics]')?.dataset['topics'];
	return told === undefined ? [] : JSON.parse(told);
}

function toTopics(topics: ReturnType<typeof readTopics>): HTMLElement {
	const select = element('select', '');
	select.name = 'topic';
	select.autocomplete = 'off';
	select.append(new Option('all', ''), ...topics.map(([name, title]) => new Option(title, name)));
	return element('label', 'search-topic', element('span', '', 'Topic'), select);
}

function toKinds(shown: readonly Kind[]): HTMLElement {
	const labels = ['', ...shown].map((kind) => {
		const radio = element('input', '');
		Object.assign(radio, { type: 'radio', name: 'kind', value: kind, checked: kind === '' });
		// Reset and the page's address both start from what the attribute says.
		radio.defaultChecked = kind === '';
		return element('label', kind, radio, kind === '' ? 'all' : `${kind}s`);
	});
	return element('fieldset', 'search-kinds', element('legend', 'sr-only', 'Show'), ...labels);
}

function toMessages(): HTMLElement[] {
	const none = [
		'Nothing here is called that. Look through the ',
		', or try one of these:',
	] as const;
	return [element('p', 'search-none', none[0], toIndex(), none[1]), element('div', 'recent')];
}

function toResults(id: string): HTMLElement {
	const list = element('div', '');
	list.id = id;
	list.setAttribute('role', 'listbox');
	list.setAttribute('aria-label', 'Results');
	return element('div', 'search-results', list, element('div', 'card'));
}

function toFoot(isDialog: boolean, hasKinds: boolean): HTMLElement {
	const keys: [string[], string][] = [
		[['↑', '↓'], ' move'],
		[['↵'], ' open'],
		[['Ctrl ↵'], ' copy'],
		...(hasKinds ? [[['tab'], ' kinds'] as [string[], string]] : []),
		...(isDialog ? [[['esc'], ' close'] as [string[], string]] : []),
	];
	const spans = keys.map(([names, act]) =>
		element('span', '', ...names.flatMap((name) => [element('kbd', '', name), ' ']), act.trim()),
	);
	const help = element('p', 'search-keys', ...spans);
	help.setAttribute('aria-hidden', 'true');
	const status = element('p', 'search-status');
	status.setAttribute('role', 'status');
	return element('div', 'search-foot', help, status);
}
