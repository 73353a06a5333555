import type { OwnSheet } from './state.ts';

/** What came of laying out an own sheet. */
export interface Paged {
	pages: number;
	/** The titles of cards that are higher than a column, which paper would cut. */
	tall: string[];
}

/**
 * Lays cards out on papers of their real size, which is also what is printed. Their look is in
 * sheet.css, by the attributes that are set here.
 */
export function layOut(place: HTMLElement, cards: readonly HTMLElement[], own: OwnSheet): Paged {
	for (const name of ['paper', 'turn', 'columns', 'size', 'ink'] as const) {
		place.dataset[name] = own[name];
	}
	place.style.setProperty('zoom', '1');
	const clones = cards.map(toClone);
	const probe = toPaper(clones);
	place.replaceChildren(probe);
	const columns = clones.map((clone) => toColumn(clone, probe, Number(own.columns)));
	const tall = clones.filter((clone) => isTall(clone, probe)).map(toTitle);
	const pages = [...new Set(columns.map((column) => Math.floor(column / Number(own.columns))))];
	const papers = pages.map((page) =>
		toPaper(
			clones.filter((_, at) => Math.floor((columns[at] ?? 0) / Number(own.columns)) === page),
		),
	);
	place.replaceChildren(...papers);
	const [first] = papers;
	const room = place.clientWidth / (first?.offsetWidth ?? 1);
	place.style.setProperty('zoom', String(Math.min(1, room)));
	return { pages: pages.length, tall };
}

function toPaper(cards: readonly HTMLElement[]): HTMLElement {
	const paper = document.createElement('div');
	const flow = document.createElement('div');
	paper.className = 'paper';
	flow.className = 'flow sheet';
	flow.append(...cards);
	paper.append(flow);
	return paper;
}

/** The card without what only a screen needs, and without names that would be there twice. */
function toClone(card: HTMLElement): HTMLElement {
	const clone = document.createElement('article');
	clone.className = card.className;
	const kind = card.closest('section')?.className;
	if (kind) clone.classList.add(...kind.split(' ').filter(Boolean));
	clone.append(...[...card.children].map((child) => child.cloneNode(true)));
	for (const extra of clone.querySelectorAll('button, .pick')) extra.remove();
	for (const named of clone.querySelectorAll('[id], [tabindex]')) {
		named.removeAttribute('id');
		named.removeAttribute('tabindex');
	}
	for (const link of clone.querySelectorAll('a')) link.tabIndex = -1;
	return clone;
}

/** Columns beyond those of the paper stand to the right of it: that is how they are counted. */
function toColumn(clone: HTMLElement, probe: HTMLElement, columns: number): number {
	const flow = probe.firstElementChild;
	if (!flow) return 0;
	const { left, width } = flow.getBoundingClientRect();
	const gap = Number.parseFloat(getComputedStyle(flow).columnGap) || 0;
	const start = clone.getClientRects()[0]?.left ?? left;
	return Math.round((start - left) / ((width + gap) / columns));
}

function isTall(clone: HTMLElement, probe: HTMLElement): boolean {
	return clone.offsetHeight > (probe.firstElementChild?.clientHeight ?? Infinity);
}

function toTitle(clone: HTMLElement): string {
	return clone.querySelector('h4')?.textContent?.trim() ?? '';
}
