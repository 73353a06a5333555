/** How long the pointer may be on its way from a word to its tip, in milliseconds. */
const patience = 200;

let tip: HTMLElement | undefined;
let closing: ReturnType<typeof setTimeout> | undefined;

/**
 * Shows a sentence beside a link while the pointer or the focus is on it. The tip stays while the
 * pointer is on the tip itself, and Escape closes it (WCAG 2.2, 1.4.13). A finger's first tap shows
 * the tip, the second one follows the link.
 */
export function startTip(link: HTMLAnchorElement, text: string): void {
	let isByTouch = false;
	link.addEventListener('pointerdown', ({ pointerType }) => {
		isByTouch = pointerType === 'touch';
	});
	link.addEventListener('pointerenter', ({ pointerType }) => {
		if (pointerType !== 'touch') show(link, text);
	});
	link.addEventListener('pointerleave', closeSoon);
	link.addEventListener('focus', () => !isByTouch && show(link, text));
	// At once: what has the focus next may lie below the tip.
	link.addEventListener('blur', close);
	link.addEventListener('click', (event) => {
		if (!isByTouch || isShownFor(link)) return;
		event.preventDefault();
		show(link, `${text} (Tap again to open its page.)`);
	});
}

function show(link: HTMLAnchorElement, text: string): void {
	clearTimeout(closing);
	const box = (tip ??= create());
	box.textContent = text;
	box.hidden = false;
	link.setAttribute('aria-describedby', box.id);
	place(box, link);
}

/** Below the word, or above it where there is no room; never outside the window. */
function place(box: HTMLElement, link: HTMLElement): void {
	const word = link.getBoundingClientRect();
	const { width, height } = box.getBoundingClientRect();
	const left = Math.max(8, Math.min(word.left, document.documentElement.clientWidth - width - 8));
	const isBelow = word.bottom + height + 8 < innerHeight;
	box.style.left = `${left + scrollX}px`;
	box.style.top = `${(isBelow ? word.bottom + 4 : word.top - height - 4) + scrollY}px`;
}

function create(): HTMLElement {
	const box = document.createElement('div');
	box.id = 'explained';
	box.className = 'tip';
	box.setAttribute('role', 'tooltip');
	box.addEventListener('pointerenter', () => clearTimeout(closing));
	box.addEventListener('pointerleave', closeSoon);
	document.addEventListener('keydown', (event) => event.key === 'Escape' && close());
	document.addEventListener('pointerdown', ({ target }) => {
		if (target instanceof Element && !target.closest('.tip, .explained')) close();
	});
	document.body.append(box);
	return box;
}

function isShownFor(link: HTMLElement): boolean {
	return tip?.hidden === false && link.getAttribute('aria-describedby') === tip.id;
}

function closeSoon(): void {
	clearTimeout(closing);
	closing = setTimeout(close, patience);
}

function close(): void {
	clearTimeout(closing);
	if (tip) tip.hidden = true;
	for (const link of document.querySelectorAll('[aria-describedby=explained]')) {
		link.removeAttribute('aria-describedby');
	}
}
