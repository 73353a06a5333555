import type { Kind } from './entry.ts';
import type { Group } from './group.ts';
import type { Hit } from './hit.ts';
import { element } from './element.ts';
import { marked } from './marked.ts';

const labels: Readonly<Record<Kind | 'text' | 'recent' | 'near', string>> = {
	instruction: 'Instructions',
	command: 'Commands',
	option: 'Options',
	check: 'Checks',
	concept: 'Concepts',
	snippet: 'Snippets',
	text: 'In the text',
	recent: 'Recent searches',
	near: 'Did you mean',
};

/**
 * Results of one kind below their heading. `id` names the heading and starts the ids of the options;
 * `base` stands before their addresses.
 */
export function renderGroup({ kind, hits }: Group, id: string, base: string): HTMLElement {
	const options = hits.map((hit, at) => renderHit(hit, `${id}-${at}`, base));
	const group = element('div', 'hits', ...options);
	group.setAttribute('role', 'group');
	if (kind === undefined) {
		group.setAttribute('aria-label', 'Best result');
		return group;
	}
	const title = element('div', 'hits-title', labels[kind]);
	title.id = id;
	title.setAttribute('role', 'presentation');
	group.setAttribute('aria-labelledby', id);
	group.prepend(title);
	return group;
}

/**
 * One result as an option of the list: a link, so that it opens in a new tab too, outside the tab
 * order, because the arrow keys move among options.
 */
function renderHit({ href, kind, title, path, text }: Hit, id: string, base: string): HTMLElement {
	const option = element(
		'a',
		`hit ${kind}`,
		marked('span', 'hit-title', title),
		element('span', `kind ${kind}`, kind),
		element('span', 'hit-path', path),
		marked('span', 'hit-text', text),
	);
	option.id = id;
	option.setAttribute('role', 'option');
	option.href = base + href.slice(1);
	option.tabIndex = -1;
	return option;
}
