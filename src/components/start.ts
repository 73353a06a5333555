import type { Filling } from '../fill/blocks.ts';
import { startAdding } from '../sheet/own.ts';
import { toUrl } from '../links.ts';
import { startSearch } from '../search/starter.ts';
import { startCopying } from './copy.ts';
import { recall } from './memory.ts';
import { keepOffline } from './offline.ts';
import { allowOwnScripts } from './trusted.ts';

/** Everything that a page does by itself. What only some pages or few readers need is fetched then. */
export function start(): void {
	allowOwnScripts();
	startCopying();
	startFilling();
	startAdding();
	startSearch();
	showWhereOneIs();
	if (import.meta.env.PROD && import.meta.env.OFFLINE) keepOffline(toUrl('/service-worker.js'));
	if (has('[data-filter]')) {
		void import('./filter.ts').then((filter) => filter.startFilter());
	}
	if (has('[data-explain]')) {
		void import('../explain/editor.ts').then((page) => page.startExplaining());
	}
	if (has('#own')) {
		void import('../sheet/ownPages.ts').then((own) => own.startOwnSheet());
	}
	if (has('[data-nearest]')) {
		void import('./nearest.ts').then((nearest) => nearest.startNearest());
	}
}

/** What puts in the reader's own names is fetched when there are some, or when somebody wants that. */
function startFilling(): void {
	let started: Promise<Filling> | undefined;
	const fill = () => (started ??= import('../fill/blocks.ts').then((fill) => fill.startFill()));
	if (location.search.includes('fill=') || recall('fill') !== '') void fill();
	for (const button of document.querySelectorAll('[data-fill]')) {
		button.addEventListener('click', async () => {
			const panel = await import('../fill/panel.ts');
			panel.openPanel(await fill());
		});
	}
}

/** Brings the line of the page into view in the sidebar, and in the menu of a phone when it opens. */
function showWhereOneIs(): void {
	const pane = document.querySelector('#starlight__sidebar');
	const current = pane?.querySelector<HTMLElement>('.branch [aria-current=page]');
	if (!pane || !current) return;
	const show = () => {
		const { top, bottom } = current.getBoundingClientRect();
		const box = pane.getBoundingClientRect();
		if (top < box.top || bottom > box.bottom) {
			pane.scrollTop += top - box.top - pane.clientHeight / 2;
		}
	};
	show();
	pane.addEventListener('toggle', show);
}

function has(selector: string): boolean {
	return document.querySelector(selector) !== null;
}
