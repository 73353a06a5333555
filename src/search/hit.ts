import type { Hit } from './engine.ts';

/** One result as an option of the list. Everything that comes from the index is set as text. */
export function renderHit(hit: Hit, index: number): HTMLLIElement {
	const option = document.createElement('li');
	option.id = `search-result-${index}`;
	option.setAttribute('role', 'option');
	const link = document.createElement('a');
	link.href = hit.url;
	link.tabIndex = -1;
	link.append(
		element('span', 'hit-title', hit.title),
		element('span', `kind ${hit.kind}`, hit.kind),
		element('span', 'hit-path', hit.path),
		excerpt(hit.excerpt),
	);
	option.append(link);
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
