import type { Notice } from '../report/notice.ts';
import { askEvent, newsEvent, type News } from './news.ts';
import { style } from './style.ts';

/** More than these are for `npm run notes:check`. */
const most = 50;

/** Where the browser remembers which news its user has closed. */
const storeKey = 'notes:closed';

const panel = document.createElement('notes-problems');
const shadow = panel.attachShadow({ mode: 'open' });

import.meta.hot?.on(newsEvent, show);
import.meta.hot?.send(askEvent);

/** Shows what there is to say, or nothing. */
function show(news: News): void {
	const { notices } = news;
	if (notices.length === 0) return panel.remove();
	const errors = notices.filter(({ severity }) => severity === 'error');
	const key = JSON.stringify(errors);
	const details = document.createElement('details');
	details.className = errors.length > 0 ? 'error' : 'warning';
	details.open = errors.length > 0 && sessionStorage.getItem(storeKey) !== key;
	details.addEventListener('toggle', () => {
		sessionStorage.setItem(storeKey, details.open ? '' : key);
	});
	const summary = document.createElement('summary');
	summary.textContent = toSummary(errors.length, notices.length - errors.length);
	details.append(summary, ...toBody(news));
	shadow.replaceChildren(toStyle(), details);
	document.body.append(panel);
}

function toSummary(errors: number, warnings: number): string {
	const count = (number: number, name: string) =>
		number === 0 ? [] : [`${number} ${name}${number === 1 ? '' : 's'}`];
	return [...count(errors, 'error'), ...count(warnings, 'warning')].join(', ');
}

function toBody({ notices, isOk }: News): HTMLElement[] {
	const said = isOk ? '' : 'The pages are the last good ones.';
	const list = document.createElement('ul');
	const inOrder = [...notices].sort((a, b) => rank(a) - rank(b));
	list.append(...inOrder.slice(0, most).map(toItem));
	const more = notices.length - most;
	const rest = more > 0 ? `${more} more: npm run notes:check` : '';
	return [...toNote(said), list, ...toNote(rest)];
}

function rank({ severity }: Notice): number {
	return severity === 'error' ? 0 : 1;
}

function toNote(text: string): HTMLElement[] {
	if (text === '') return [];
	const note = document.createElement('p');
	note.textContent = text;
	return [note];
}

function toItem({ file, line, column = 1, severity, text, rule, hint = '' }: Notice): HTMLElement {
	const item = document.createElement('li');
	item.className = severity;
	const place = document.createElement('a');
	place.textContent = `${file.replace(/^src\/content\//, '')}:${line}:${column}`;
	place.title = 'Open in the editor';
	// Vite's own address, which starts the editor that runs or that LAUNCH_EDITOR names.
	place.href = `${import.meta.env.BASE_URL}__open-in-editor?file=${encodeURIComponent(`${file}:${line}:${column}`)}`;
	place.addEventListener('click', (event) => {
		event.preventDefault();
		void fetch(place.href);
	});
	const what = document.createElement('span');
	what.textContent = ` ${severity}: ${text}${rule === undefined ? '' : ` [${rule}]`}`;
	item.append(place, what, ...toNote(hint));
	return item;
}

function toStyle(): HTMLStyleElement {
	const element = document.createElement('style');
	element.textContent = style;
	return element;
}
