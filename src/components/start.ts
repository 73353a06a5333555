import { startAdding, startOwnSheet } from '../sheet/own.ts';
import { toUrl } from '../links.ts';
import { loadNames, startSearch } from '../search/start.ts';
import { startCopying } from './copy.ts';
import { keepOffline } from './offline.ts';
import { allowOwnScripts } from './trusted.ts';

/** Everything that a page does by itself. What only some pages or few readers need is fetched then. */
export function start(): void {
	allowOwnScripts();
	startCopying();
	startAdding();
	startOwnSheet();
	startSearch();
	if (import.meta.env.PROD && import.meta.env.OFFLINE) keepOffline(toUrl('/service-worker.js'));
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
