import type { Names } from './names.ts';
import { toUrl } from '../links.ts';
import { createDialog, createShell, setFailed } from './shell.ts';

/** Fills a search box with life; see view.ts. */
type Bind = (box: HTMLElement) => void;

/** What is fetched when somebody reaches for search: the program, and with it the small index. */
let reached: Promise<Bind> | undefined;

/** How long a slow network is waited for before it is said that search cannot be loaded. */
const patience = 15_000;

/**
 * Makes search open by its buttons and keys. This is all of search that every page carries, with the
 * field that takes the first keys; the rest is fetched when somebody reaches for it.
 */
export function startSearch(): void {
	const page = document.querySelector<HTMLElement>('.search-box[data-page]');
	let made: ReturnType<typeof createDialog> | undefined;
	const open = (): void => {
		made ??= startDialog();
		if (made.dialog.open) return;
		made.dialog.showModal();
		made.input.select();
		void reach();
	};
	for (const button of document.querySelectorAll<HTMLElement>('[data-search]')) {
		button.addEventListener('pointerenter', () => void reach());
		button.addEventListener('focus', () => void reach());
		button.addEventListener('click', open);
	}
	const shortcut = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';
	for (const key of document.querySelectorAll('[data-search] kbd')) key.textContent = shortcut;
	document.addEventListener('keydown', (event) => {
		if (!isKey(event)) return;
		event.preventDefault();
		open();
	});
	if (page) startPage(page);
}

function startDialog(): ReturnType<typeof createDialog> {
	const { dialog, input } = createDialog();
	dialog.addEventListener('click', ({ target }) => {
		const isClose = target instanceof Element && target.closest('[data-close]') !== null;
		if (target === dialog || isClose) dialog.close();
	});
	// A search field would only be emptied by it.
	dialog.addEventListener('keydown', (event) => {
		if (event.key !== 'Escape' || event.isComposing) return;
		event.preventDefault();
		// The focus would stay in the hidden field for a moment, and the next `/` would be typed there.
		input.blur();
		dialog.close();
	});
	return { dialog, input };
}

/** The page of search is reached for by its address. */
function startPage(box: HTMLElement): void {
	const input = createShell(box, 'searched');
	if (document.activeElement === document.body) input.focus();
	void reach();
}

/** Fetches what is needed, once, and binds the boxes; says so in them when it cannot be fetched. */
async function reach(): Promise<void> {
	reached ??= load();
	const [bind] = await Promise.allSettled([reached]);
	if (bind.status === 'rejected') reached = undefined;
	for (const box of document.querySelectorAll<HTMLElement>('.search-box')) {
		setFailed(box, bind.status === 'rejected');
		if (bind.status === 'fulfilled') bind.value(box);
	}
}

/** In one round trip: the program and the names do not wait for each other. */
async function load(): Promise<Bind> {
	const names = loadNames();
	const late = new Promise<never>((_, reject) => setTimeout(reject, patience));
	const { startView } = await Promise.race([import('./view.ts'), late]);
	return startView(toUrl('/'), await Promise.race([names, late]));
}

/** The small index, as far as it answers names. */
export function loadNames(): Promise<Names> {
	const names = fetch(toUrl('/search/names.json')).then((response): Promise<Names> => {
		if (!response.ok) throw new Error(`names.json: ${response.status}`);
		return response.json();
	});
	// Who waits for it is told; that it is waited for late is no fault of the page.
	names.catch(() => undefined);
	return names;
}

function isKey(event: KeyboardEvent): boolean {
	const isTyping =
		event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
	const isSlash = event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey;
	const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
	return isSlash || isK;
}
