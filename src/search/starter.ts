import type { Details, SearchIndex } from './record.ts';
import { toUrl } from '../links.ts';

/** How long a slow network is waited for before it is said that search cannot be loaded. */
const patience = 15_000;

/**
 * Makes search open by its buttons and keys. This is all of search that every page carries; its field
 * stands in the page and takes the first keys, the rest is fetched when somebody reaches for it.
 */
export function startSearch(): void {
	const dialog = document.querySelector<HTMLDialogElement>('dialog.search');
	const input = dialog?.querySelector('input');
	if (!dialog || !input) return;
	const reach = startReaching();
	const open = (): void => {
		if (dialog.open) return;
		dialog.showModal();
		input.select();
		reach();
	};
	for (const button of document.querySelectorAll<HTMLElement>('[data-search]')) {
		button.addEventListener('pointerenter', reach);
		button.addEventListener('focus', reach);
		button.addEventListener('click', open);
	}
	const shortcut = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';
	for (const key of document.querySelectorAll('[data-search] kbd')) key.textContent = shortcut;
	document.addEventListener('keydown', (event) => {
		if (!isKey(event)) return;
		event.preventDefault();
		open();
	});
	letClose(dialog, input);
	startPage(reach);
}

/** Gives what fetches search and brings its boxes to life: once, and again when that failed. */
function startReaching(): () => void {
	const boxes = [...document.querySelectorAll<HTMLElement>('.search-box')];
	let isReached = false;
	const load = async () => {
		// In one round trip: the program and what it finds do not wait for each other.
		const [{ startBoxes }, index] = await Promise.all([import('./dialog.ts'), loadIndex()]);
		startBoxes(boxes, index, loadData<Details[]>('search-details.json'));
	};
	const setFailed = (isFailed: boolean) => {
		for (const box of boxes) box.toggleAttribute('data-failed', isFailed);
	};
	return () => {
		if (isReached) return;
		isReached = true;
		load().then(
			() => setFailed(false),
			() => {
				isReached = false;
				setFailed(true);
			},
		);
	};
}

/** Fetches what is found by name. Rejects when it is not there, or does not come. */
export function loadIndex(): Promise<SearchIndex> {
	return loadData('search.json');
}

/** Fetches a file of search. Rejects when it is not there, or does not come. */
async function loadData<Data>(file: string): Promise<Data> {
	const response = await fetch(toUrl(`/${file}`), { signal: AbortSignal.timeout(patience) });
	if (!response.ok) throw new Error(`${file}: ${response.status}`);
	return response.json();
}

function letClose(dialog: HTMLDialogElement, input: HTMLInputElement): void {
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
}

/** The page of search is reached for by its address. */
function startPage(reach: () => void): void {
	const input = document.querySelector<HTMLElement>('.search-box[data-page] input');
	if (!input) return;
	if (document.activeElement === document.body) input.focus();
	reach();
}

function isKey(event: KeyboardEvent): boolean {
	const isTyping =
		event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
	const isSlash = event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey;
	const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
	return isSlash || isK;
}
