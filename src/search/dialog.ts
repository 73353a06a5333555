import { search, warm, type Hit } from './engine.ts';
import { renderHit } from './hit.ts';

/** Makes search work: the buttons that open it, its keys, and the list of results. */
export function startSearch(): void {
	const dialog = document.querySelector<HTMLDialogElement>('dialog.search');
	const input = dialog?.querySelector('input');
	const list = dialog?.querySelector<HTMLElement>('[role=listbox]');
	const status = dialog?.querySelector<HTMLElement>('[role=status]');
	if (!dialog || !input || !list || !status) return;
	const view = { dialog, input, list, status, base: dialog.dataset['base'] ?? '/' };

	for (const button of document.querySelectorAll<HTMLElement>('[data-search]')) {
		const preload = () => void warm(view.base).catch(() => undefined);
		button.addEventListener('pointerenter', preload);
		button.addEventListener('focus', preload);
		button.addEventListener('click', () => open(view));
	}
	for (const key of document.querySelectorAll('[data-search] kbd')) key.textContent = shortcut();
	document.addEventListener('keydown', (event) => openByKey(event, view));
	dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close());
	dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
	input.addEventListener('input', () => void update(view));
	input.addEventListener('keydown', (event) => moveByKey(event, view));
	list.addEventListener('click', () => dialog.close());
}

interface View {
	dialog: HTMLDialogElement;
	input: HTMLInputElement;
	list: HTMLElement;
	status: HTMLElement;
	base: string;
}

function shortcut(): string {
	return /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';
}

/** A modal dialog gives the focus back to where it was when it closes. */
function open({ dialog, input, base }: View): void {
	if (dialog.open) return;
	void warm(base).catch(() => undefined);
	dialog.showModal();
	input.select();
}

function openByKey(event: KeyboardEvent, view: View): void {
	const isTyping =
		event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
	const isSlash = event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey;
	const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
	if (!isSlash && !isK) return;
	event.preventDefault();
	open(view);
}

/** Shows the results of what is typed now; an answer to an older query is thrown away. */
async function update(view: View): Promise<void> {
	const query = view.input.value;
	if (query.trim() === '') return show(view, [], '');
	try {
		const hits = await search(view.base, query);
		if (query !== view.input.value) return;
		show(view, hits, hits.length === 0 ? 'Nothing found.' : count(hits.length));
	} catch {
		if (query !== view.input.value) return;
		show(view, [], 'Search could not be loaded. The list of all instructions is in the menu.');
	}
}

function count(hits: number): string {
	return hits === 1 ? '1 result' : `${hits} results`;
}

function show({ input, list, status }: View, hits: readonly Hit[], message: string): void {
	list.replaceChildren(...hits.map(renderHit));
	status.textContent = message;
	input.setAttribute('aria-expanded', String(hits.length > 0));
	mark(input, list, 0);
}

function moveByKey(event: KeyboardEvent, { input, list }: View): void {
	const options = [...list.children];
	const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
	const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
	const step = steps[event.key];
	if (event.key === 'Enter' && !event.isComposing)
		list.querySelector<HTMLElement>('[aria-selected=true]')?.click();
	if (step === undefined || options.length === 0) return;
	event.preventDefault();
	mark(input, list, (at + step + options.length) % options.length);
}

/** Makes one option the active one, for eyes and for screen readers. */
function mark(input: HTMLInputElement, list: HTMLElement, active: number): void {
	for (const [index, option] of [...list.children].entries()) {
		option.setAttribute('aria-selected', String(index === active));
		if (index === active) option.scrollIntoView({ block: 'nearest' });
	}
	const id = list.children[active]?.id;
	if (id === undefined) input.removeAttribute('aria-activedescendant');
	else input.setAttribute('aria-activedescendant', id);
}
