import frame from '../styles/dialog.css?inline';
import hits from '../styles/hits.css?inline';
import { copyText } from '../components/copy.ts';
import { toUrl } from '../links.ts';
import { startEngine, toGroups, type Engine, type Question } from './engine.ts';
import { addRecent, showRecent } from './recent.ts';
import { startPagefind } from './texts.ts';
import { kinds, type Details, type Kind, type SearchIndex } from './record.ts';
import { find, startResults, type Kept, type Results } from './results.ts';

/** The parts of one search box, which is in the dialog or on the page of search. */
interface View {
	box: HTMLElement;
	form: HTMLFormElement;
	input: HTMLInputElement;
	results: Results;
	recent: HTMLElement;
	status: Status;
	/** How often was asked; an answer to an older question is thrown away. */
	asked: number;
	/** Shows the answer to what the form asks now. */
	refresh: (kept?: Kept) => void;
}

/** Fills the search boxes of a page with life; without `details`, results have a title alone. */
export function startBoxes(
	boxes: readonly HTMLElement[],
	index: SearchIndex,
	details: Promise<readonly Details[]>,
): void {
	addStyles();
	const folder = toUrl('/pagefind/');
	const engine = startEngine(index, async () =>
		startPagefind(await import(/* @vite-ignore */ `${folder}pagefind.js`), folder),
	);
	const views = boxes.map((box) => bind(box, engine));
	details.then(
		(loaded) => {
			engine.addDetails(loaded);
			for (const { refresh } of views) refresh('active');
		},
		() => undefined,
	);
}

/** What stands below the field has its styles from this program, and shows when it has them. */
function addStyles(): void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(frame + hits);
	document.adoptedStyleSheets.push(sheet);
}

function bind(box: HTMLElement, engine: Engine): View {
	const form = find<HTMLFormElement>(box, 'form');
	const input = find<HTMLInputElement>(box, '[role=combobox]');
	const view: View = {
		box,
		form,
		input,
		results: startResults(box, input),
		recent: find(box, '.recent'),
		status: startStatus(find(box, '[role=status]')),
		asked: 0,
		refresh: (kept) => void update(view, engine, kept),
	};
	box.classList.add('is-ready');
	if (isPage(box)) readAddress(form);
	form.addEventListener('input', () => view.refresh());
	form.addEventListener('submit', (event) => useSubmit(event, view));
	form.addEventListener('keydown', (event) => useKey(event, view));
	box.addEventListener('click', (event) => useClick(event, view));
	view.refresh();
	return view;
}

/** Shows the answer to what the form asks now. */
async function update(view: View, engine: Engine, kept: Kept = 'nothing'): Promise<void> {
	const { box, form, results, status } = view;
	const question = toQuestion(form);
	const asked = (view.asked += 1);
	const isEmpty = question.query.trim() === '';
	if (isPage(box)) writeAddress(question);
	showRecent(view.recent, isEmpty);
	box.removeAttribute('data-none');
	if (isEmpty) {
		const kind = question.kind ?? toBrowsed(box);
		results.show([{ kind, hits: engine.browse(kind, question.topic) }], kept);
		status.count('');
		return;
	}
	let keep = kept;
	await engine.ask(question, (answer) => {
		if (asked !== view.asked) return;
		results.show(toGroups(answer), keep);
		keep = 'all';
		if (!answer.isComplete) return;
		const count = answer.hits.length + answer.texts.length;
		const warning = answer.isPartial ? '. The full text could not be loaded.' : '';
		status.count(toCount(count) + warning);
		if (count > 0 || answer.missing !== undefined) return;
		box.toggleAttribute('data-none', true);
		results.show([{ kind: 'near', hits: engine.guess(question.query) }]);
	});
}

/** What is listed while nothing is asked: the first kind that the site has. */
function toBrowsed({ dataset }: HTMLElement): Kind {
	return kinds.find((kind) => kind === dataset['browse']) ?? 'instruction';
}

function toCount(count: number): string {
	if (count === 0) return 'Nothing found.';
	return count === 1 ? '1 result' : `${count} results`;
}

function toQuestion(form: HTMLFormElement): Question {
	const data = new FormData(form);
	const kind = data.get('kind');
	const topic = String(data.get('topic') ?? '') || undefined;
	return { query: String(data.get('q') ?? ''), kind: kinds.find((known) => known === kind), topic };
}

/** Whether a box stands on the page of search, whose address holds the question. */
function isPage(box: HTMLElement): boolean {
	return box.dataset['page'] !== undefined;
}

/** Puts the question of the address into the form: `/search/?q=copy&kind=option`. */
function readAddress(form: HTMLFormElement): void {
	for (const [name, value] of new URLSearchParams(location.search)) {
		for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')) {
			if (field.name !== name) continue;
			if (field.type === 'radio' && 'checked' in field) field.checked = field.value === value;
			else field.value = value;
		}
	}
}

/** Puts the question into the address, so that it can be shared. */
function writeAddress({ query, kind, topic }: Question): void {
	const asked = new URLSearchParams({ q: query, ...(kind && { kind }), ...(topic && { topic }) });
	history.replaceState(history.state, '', query === '' ? location.pathname : `?${asked}`);
}

/** Enter opens the active result. Without one, the form leads to the page of search. */
function useSubmit(event: SubmitEvent, { results }: View): void {
	const active = results.active();
	if (active === undefined) return;
	event.preventDefault();
	active.option.click();
}

/** Arrows move, Ctrl or ⌘ with Enter copies, and letters go where they are read. */
function useKey(event: KeyboardEvent, view: View): void {
	const { input, results } = view;
	const { key, target, isComposing } = event;
	if (isComposing) return;
	const hasCommand = event.ctrlKey || event.metaKey;
	const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
	const step = target === input ? steps[key] : undefined;
	if (step !== undefined) {
		event.preventDefault();
		results.move(step);
	}
	if (key === 'Enter' && hasCommand) {
		event.preventDefault();
		const { code, title } = results.active()?.hit ?? {};
		void copy(code || title?.join('') || '', view, results.copyButton());
	}
	const isChoosing = target instanceof HTMLSelectElement;
	const isLetter = key.length === 1 && key !== ' ' && !hasCommand && !isChoosing;
	if (isLetter && target !== input) input.focus();
}

/** Follows results, copies the snippet of the card, and asks recent questions again. */
function useClick(event: MouseEvent, view: View): void {
	const { box, input } = view;
	const target = event.target instanceof Element ? event.target : box;
	const again = target.closest<HTMLElement>('[data-recent]')?.dataset['recent'];
	if (again !== undefined) {
		input.value = again;
		input.focus();
		view.refresh();
	}
	const button = target.closest<HTMLElement>('button.copy');
	if (button)
		void copy(button.parentElement?.querySelector('pre')?.textContent ?? '', view, button);
	if (target.closest('a') === null) return;
	addRecent(input.value);
	if (!event.ctrlKey && !event.metaKey && !event.shiftKey) box.closest('dialog')?.close();
}

async function copy(text: string, { input, status }: View, button?: HTMLElement): Promise<void> {
	if (text === '') return;
	addRecent(input.value);
	const said = (await copyText(text)) ? 'Copied' : 'Not copied: the browser does not allow it';
	if (button) button.textContent = said;
	button?.classList.add('is-done');
	await status.say(said);
	button?.classList.remove('is-done');
	if (button) button.textContent = 'Copy';
}

/** The line that says how many results there are, and for a moment something else. */
interface Status {
	count: (text: string) => void;
	/** Resolves when it has stood there long enough. */
	say: (text: string) => Promise<void>;
}

/** How long a message stands before the count of results comes back, in milliseconds. */
const shown = 2000;

function startStatus(line: HTMLElement): Status {
	let count = '';
	let said = 0;
	return {
		count: (text) => {
			count = text;
			// A message that stands there is not cut short.
			if (said === 0) line.textContent = text;
		},
		say: async (text) => {
			said += 1;
			line.textContent = text;
			await new Promise((resolve) => setTimeout(resolve, shown));
			said -= 1;
			if (said === 0) line.textContent = count;
		},
	};
}
