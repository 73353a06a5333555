import { startAdding } from '../cheatsheet/own/add.ts';
import { toUrl } from '../links.ts';
import { workerFile } from '../offline/kept.ts';
import { keepOffline } from '../offline/register.ts';
import { loadNames, startSearch } from '../search/start.ts';
import { startCopying } from './copy.ts';
import { startContents } from './frame/contents.ts';
import { startPrefetch } from './frame/prefetch.ts';
import { startSidebar } from './frame/sidebar.ts';
import { startTheme } from './frame/theme.ts';

/** Everything that a page does by itself. What only some pages or few readers need is fetched then. */
export function start(): void {
	startTheme();
	startSidebar();
	startContents();
	startCopying();
	startAdding();
	startSearch();
	startPrefetch();
	if (import.meta.env.PROD && import.meta.env.OFFLINE) keepOffline(toUrl(workerFile));
	if (has('#own')) void import('../cheatsheet/own/start.ts').then((own) => own.startOwnSheet());
	if (has('[data-filter]')) {
		void import('./snippets/filter.ts').then((filter) => filter.startFilter());
	}
	if (has('[data-nearest]')) {
		const names = loadNames();
		void import('../search/view.ts').then((view) => view.startNearest(names));
	}
}

function has(selector: string): boolean {
	return document.querySelector(selector) !== null;
}
