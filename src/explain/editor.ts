import { mostCharacters, type Explanation } from './explanation.ts';
import { addCopying, copyText, say } from '../components/copy.ts';
import { toUrl } from '../links.ts';
import { startAsking } from './asker.ts';
import { readFragment, toFragment } from './fragment.ts';
import { toView } from './view.ts';
import { h, type ViewNode } from './node.ts';
import { count } from './words.ts';

/** How long the page waits for the next key, in milliseconds. */
const pause = 250;

/** The parts of the page. */
interface Parts {
	form: HTMLElement;
	text: HTMLTextAreaElement;
	numbers: HTMLElement;
	output: HTMLElement;
	status: HTMLElement;
	file: HTMLInputElement;
	example: string;
}

/** Brings `/explain/` to life: what is typed, pasted, dropped or opened is explained at once. */
export function startExplaining(): void {
	const parts = findParts();
	if (parts === undefined) return;
	const { text, output, status } = parts;
	const fail = (words: string) => {
		output.replaceChildren(toDom(h('p.explained-summary', words)));
		status.textContent = words;
	};
	const ask = startAsking((explanation) => show(explanation, parts), fail);
	let timer: ReturnType<typeof setTimeout> | undefined;
	const change = (delay = 0) => {
		number(parts);
		clearTimeout(timer);
		timer = setTimeout(() => void ask(text.value), delay);
	};
	const put = (source: string) => {
		text.value = source.length > mostCharacters ? '' : source;
		number(parts);
		clearTimeout(timer);
		void ask(source);
	};
	text.addEventListener('input', () => change(pause));
	text.addEventListener('scroll', () => (parts.numbers.scrollTop = text.scrollTop));
	addFiles(parts, put);
	addButtons(parts, put);
	const readAddress = async () => {
		const source = await readFragment(location.hash);
		if (source !== undefined) put(source);
	};
	addEventListener('hashchange', () => void readAddress());
	number(parts);
	// A browser brings back what was typed when it goes back to a page.
	if (/^#[zt]=/.test(location.hash)) void readAddress();
	else if (text.value !== parts.example) change();
}

function findParts(): Parts | undefined {
	const form = document.querySelector<HTMLElement>('[data-explain]');
	const text = form?.querySelector('textarea');
	const numbers = form?.querySelector<HTMLElement>('.explain-numbers');
	const file = form?.querySelector<HTMLInputElement>('input[type=file]');
	const status = form?.querySelector<HTMLElement>('[role=status]');
	const output = document.querySelector<HTMLElement>('.explained');
	if (!form || !text || !numbers || !output || !status || !file) return undefined;
	return { form, text, numbers, output, status, file, example: text.defaultValue };
}

function show(explanation: Explanation, { output, status }: Parts): void {
	output.replaceChildren(...toView(explanation, toUrl).map(toDom));
	addCopying(output);
	const { kind, findings, notices } = explanation;
	const words = [
		kind === 'nothing' ? 'Not explained' : 'Explained',
		notices.length > 0 ? count(notices.length, 'note') : '',
		kind === 'nothing' ? '' : count(findings.length, 'finding'),
	];
	status.textContent = words.filter(Boolean).join(', ');
}

/** The numbers beside the lines. */
function number({ text, numbers }: Parts): void {
	const lines = text.value.split('\n').length;
	numbers.textContent = Array.from({ length: lines }, (_, at) => at + 1).join('\n');
	numbers.scrollTop = text.scrollTop;
}

/** A file is dropped on the page or chosen; it never leaves the browser. */
function addFiles({ form, file }: Parts, put: (source: string) => void): void {
	const read = async (chosen: File | undefined) => {
		if (chosen === undefined) return;
		// Bytes that are no text become signs that no text has.
		const bytes = await chosen.slice(0, mostCharacters * 4).arrayBuffer();
		const source = new TextDecoder().decode(bytes);
		const isWhole = chosen.size <= mostCharacters * 4;
		put(isWhole ? source : source.padEnd(mostCharacters + 1));
	};
	file.addEventListener('change', () => void read(file.files?.[0]));
	form.addEventListener('dragover', (event) => {
		event.preventDefault();
		form.classList.add('over');
	});
	for (const name of ['dragleave', 'drop'])
		form.addEventListener(name, () => form.classList.remove('over'));
	form.addEventListener('drop', (event) => {
		event.preventDefault();
		const [chosen] = event.dataTransfer?.files ?? [];
		if (chosen) void read(chosen);
		else put(event.dataTransfer?.getData('text/plain') ?? '');
	});
}

function addButtons({ form, text, file, example }: Parts, put: (source: string) => void): void {
	const actions: Readonly<Record<string, () => void>> = {
		open: () => file.click(),
		link: () => void copyLink(text.value),
		print: () => print(),
		example: () => put(example),
		clear: () => {
			put('');
			text.focus();
		},
	};
	form.addEventListener('click', ({ target }) => {
		const button = target instanceof Element && target.closest<HTMLButtonElement>('[data-act]');
		if (button) actions[button.dataset['act'] ?? '']?.();
	});
}

/** The address with the text in it: on the clipboard, or in the address bar where that is closed. */
async function copyLink(text: string): Promise<void> {
	const url = new URL(location.href);
	url.hash = await toFragment(text);
	const isCopied = await copyText(url.href);
	if (!isCopied) history.replaceState(history.state, '', url);
	say(isCopied ? 'The link is copied.' : 'The link is in the address bar.');
	const button = document.querySelector<HTMLElement>('[data-act=link]');
	if (button) button.textContent = isCopied ? 'Link copied' : 'Link in the address bar';
	setTimeout(() => button && (button.textContent = 'Copy link'), 2000);
}

const svg = 'http://www.w3.org/2000/svg';

/** Elements from their description: texts go in as text, never as markup. */
function toDom(node: ViewNode): Node {
	if (typeof node === 'string') return document.createTextNode(node);
	const { tag, attributes, children } = node;
	const isDrawn = tag === 'svg' || tag === 'path';
	const element = isDrawn ? document.createElementNS(svg, tag) : document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
	element.append(...children.map(toDom));
	return element;
}
