/**
 * Marks the section that is being read in the contents of the page, beside the text and in the bar
 * above it.
 */
export function startContents(): void {
	const lists = [...document.querySelectorAll<HTMLElement>('[data-toc]')];
	const [first] = lists;
	if (!first) return;
	const ids = [...first.querySelectorAll('a')].map(({ hash }) => decodeURIComponent(hash.slice(1)));
	// What is far below is not laid out; a heading in there would be, to say where it stands.
	const headings = ids
		.flatMap((id) => document.getElementById(id) ?? [])
		.map((heading) => heading.closest('.sl-heading-wrapper') ?? heading);
	const bar = document.querySelector<HTMLDetailsElement>('details[data-toc]');
	if (bar) startBar(bar);
	let shown = -1;
	const show = (): void => {
		const next = Math.max(0, findAt(headings, toTop(bar)));
		if (next === shown) return;
		shown = next;
		for (const list of lists) mark(list, next);
	};
	// Sections come and go at one line of the window; between two headings nothing changes.
	let isAsked = false;
	const ask = (): void => {
		if (isAsked) return;
		isAsked = true;
		requestAnimationFrame(() => {
			isAsked = false;
			show();
		});
	};
	addEventListener('scroll', ask, { passive: true });
	addEventListener('resize', ask);
	ask();
}

/** The line of the window that a heading has to pass: a little below what covers the page's top. */
function toTop(bar: HTMLElement | null): number {
	const header = document.querySelector('.header')?.clientHeight ?? 0;
	return header + (bar?.querySelector('summary')?.clientHeight ?? 0) + 72;
}

function findAt(headings: readonly Element[], top: number): number {
	return headings.findLastIndex((heading) => heading.getBoundingClientRect().top < top);
}

function mark(list: HTMLElement, at: number): void {
	const links = [...list.querySelectorAll('a')];
	for (const [index, link] of links.entries()) {
		link.ariaCurrent = index === at ? 'true' : null;
	}
	const current = list.querySelector('.display-current');
	if (current) current.textContent = links[at]?.textContent ?? '';
}

/** The bar closes when a section is chosen, with Escape, and by a click beside it. */
function startBar(bar: HTMLDetailsElement): void {
	addEventListener('click', ({ target }) => {
		if (!(target instanceof Element) || !bar.contains(target) || target.closest('a')) {
			bar.open = false;
		}
	});
	document.addEventListener('keydown', ({ key }) => {
		if (key !== 'Escape' || !bar.open) return;
		const hasFocus = bar.contains(document.activeElement);
		bar.open = false;
		if (hasFocus) bar.querySelector('summary')?.focus();
	});
}
