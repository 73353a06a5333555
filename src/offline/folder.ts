import { startAdding } from '../cheatsheet/own/add.ts';
import { startCopying } from '../components/copy.ts';
import { startSearch } from '../search/start.ts';
import { answerFetches } from './texts.ts';

answerFetches();
for (const type of ['pointerover', 'focusin', 'click']) {
	document.addEventListener(type, nameFile, true);
}
startAdding();
startCopying();
startSearch();

/** Links that programs make lead to folders, as on the site; here each needs the name of its file. */
function nameFile({ target }: Event): void {
	const link = target instanceof Element && target.closest('a');
	if (link && link.protocol === 'file:' && link.pathname.endsWith('/')) {
		link.pathname += 'index.html';
	}
}
