import type { Names } from './names.ts';

/** Fills a search box with life; see view.ts. */
type Bind = (box: HTMLElement) => void;

/** What is fetched when somebody reaches for search: the program, and with it the small index. */
let reached: Promise<Bind> | undefined;

/** How long a slow network is waited for before it is said that search cannot be loaded. */
const patience = 15_000;

/**
 * Makes search open by its buttons and keys. This is all of search that every page carries; the rest
 * is fetched when somebody reaches for it.
 */
export function startSearch(): void {
	const dialog = document.querySelector<HTMLDialogElement>('dialog.search');
	const input = dialog?.querySelector('input');
	const boxes = document.querySelectorAll<HTMLElement>('.search-box');
	if (!dialog || !input) return;
	const openDialog = () => {
		if (dialog.open) return;
		dialog.showModal();
		input.select();
		void reach(boxes);
	};
	for (const button of document.querySelectorAll<HTMLElement>('[data-search]')) {
		button.addEventListener('pointerenter', () => void reach(boxes));
		button.addEventListener('focus', () => void reach(boxes));
		button.addEventListener('click', openDialog);
	}
	const shortcut = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';
	for (const key of document.querySelectorAll('[data-search] kbd')) key.textContent = shortcut;
	document.addEventListener('keydown', (event) => {
		if (!isKey(event)) return;
		event.preventDefault();
		openDialog();
	});
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
	// The page of search is reached for by its address.
	if (boxes.length > 1) void reach(boxes);
}

/** Fetches what is needed, once, and binds the boxes; says so in them when it cannot be fetched. */
async function reach(boxes: NodeListOf<HTMLElement>): Promise<void> {
	const base = boxes[0]?.dataset['base'] ?? '/';
	reached ??= load(base);
	const failed = await reached.then(
		(bind) => {
			boxes.forEach(bind);
			return false;
		},
		() => true,
	);
	if (failed) reached = undefined;
	for (const box of boxes) box.toggleAttribute('data-failed', failed);
}

/** In one round trip: the program and the names do not wait for each other. */
async function load(base: string): Promise<Bind> {
	const names = fetch(`${base}search/names.json`).then((response): Promise<Names> => {
		if (!response.ok) throw new Error(`names.json: ${response.status}`);
		return response.json();
	});
	names.catch(() => undefined);
	const late = new Promise<never>((_, reject) => setTimeout(reject, patience));
	const { startView } = await Promise.race([import('./view.ts'), late]);
	return startView(base, await Promise.race([names, late]));
}

function isKey(event: KeyboardEvent): boolean {
	const isTyping =
		event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
	const isSlash = event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey;
	const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
	return isSlash || isK;
}
