import type { Entry } from './entry.ts';
import type { Hit } from './hit.ts';
import { element } from './element.ts';
import { most } from './weights.ts';

/**
 * What belongs to the best result when it is just what was asked for: how it is written, a snippet
 * to copy, and its flags. Nothing for what has no more to say than its row.
 */
export function renderCard({ entry, href, code }: Hit, base: string): HTMLElement[] {
	if (entry === undefined) return [];
	const { syntax, parts } = entry;
	return [
		...(syntax === '' ? [] : [renderCode('Syntax', syntax)]),
		...(code === '' ? [] : [renderCode(syntax === '' ? 'Example' : 'For example', code, true)]),
		...(parts.length === 0 ? [] : [renderParts(parts, base, base + href.slice(1))]),
	];
}

function renderCode(label: string, text: string, isCopied = false): HTMLElement {
	const code = element('pre', '', text);
	code.tabIndex = 0;
	code.setAttribute('aria-label', label);
	const button = element('button', 'copy', 'Copy');
	button.type = 'button';
	return element(
		'div',
		isCopied ? 'card-code' : 'card-syntax',
		code,
		...(isCopied ? [button] : []),
	);
}

function renderParts(parts: readonly Entry[], base: string, page: string): HTMLElement {
	const rows = parts.slice(0, most.parts).map(({ href, options, summary }) => {
		const link = element('a', '', options.join(', '));
		link.href = base + href.slice(1);
		return element('li', '', link, element('span', '', summary));
	});
	const list = element('ul', 'card-parts', ...rows);
	if (parts.length > most.parts) {
		const more = element('a', '', `All ${parts.length}`);
		more.href = page;
		list.append(element('li', '', more));
	}
	return list;
}
