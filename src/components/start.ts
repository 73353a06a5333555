import { startAdding } from '../cheatsheet/own/add.ts';
import { toUrl } from '../links.ts';
import { startSearch } from '../search/starter.ts';
import { startCopying } from './copy.ts';
import { keepOffline } from './offline.ts';
import { allowOwnScripts } from './trusted.ts';

/** Everything that a page does by itself. What only some pages or few readers need is fetched then. */
export function start(): void {
	allowOwnScripts();
	startCopying();
	startAdding();
	startSearch();
	if (import.meta.env.PROD && import.meta.env.OFFLINE) keepOffline(toUrl('/service-worker.js'));
	if (has('#own')) void import('../cheatsheet/own/start.ts').then((own) => own.startOwnSheet());
	if (has('[data-filter]')) {
		void import('./snippets/filter.ts').then((filter) => filter.startFilter());
	}
	if (has('[data-nearest]')) {
		void import('./nearest.ts').then((nearest) => nearest.startNearest());
	}
}

function has(selector: string): boolean {
	return document.querySelector(selector) !== null;
}
