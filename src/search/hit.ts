import type { Hit } from './engine.ts';

/**
 * One result as an option of the list: a link, so that it opens in a new tab too, outside the tab
 * order, because the arrow keys move among options. All text of the index is set as text.
 */
export function renderHit(hit: Hit, index: number): HTMLAnchorElement {
	const option = document.createElement('a');
	option.id = `search:result-${index}`;
	option.setAttribute('role', 'option');
	option.href = hit.url;
	option.tabIndex = -1;
	option.append(
		element('span', 'hit-title', hit.title),
		element('span', `kind ${hit.kind}`, hit.kind),
		element('span', 'hit-path', hit.path),
		excerpt(hit.excerpt),
	);
	return option;
}

function excerpt(pieces: readonly string[]): HTMLElement {
	const line = element('span', 'hit-text', '');
	for (const [index, piece] of pieces.entries()) {
		line.append(index % 2 === 1 ? element('mark', '', piece) : piece);
	}
	return line;
}

function element(tag: string, className: string, text: string): HTMLElement {
	const made = document.createElement(tag);
	if (className !== '') made.className = className;
	made.textContent = text;
	return made;
}
