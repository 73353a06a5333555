import type { Grammar } from '../../snippets/language.ts';
import type { Filling } from './fill.ts';
import { toUrl } from '../../links.ts';
import { fill } from '../../snippets/fill.ts';

/** How a raw text is read, by the ending of its address. */
const grammars: Readonly<Record<string, Grammar>> = {
	dockerfile: 'dockerfile',
	Dockerfile: 'dockerfile',
	sh: 'shell',
	yaml: 'yaml',
	json: 'json',
};

/** Gives a raw text that is asked for on a page the reader's values, and saves it. */
export function saveFilled(event: MouseEvent, filling: Filling): void {
	const link = event.target instanceof Element && event.target.closest('a');
	if (!link || event.defaultPrevented || Object.keys(filling.values).length === 0) return;
	const folder = toUrl('/snippets/');
	const isRaw = link.pathname.startsWith(folder) && /[^/]$/.test(link.pathname);
	if (link.origin !== location.origin || !isRaw) return;
	event.preventDefault();
	void saveLink(link, filling);
}

/** Saves what a link leads to, with the reader's values, under the name that it asks for. */
export async function saveLink(link: HTMLAnchorElement, filling: Filling): Promise<void> {
	const text = await (await fetch(link.href)).text();
	const name = link.download || (link.pathname.split('/').at(-1) ?? '');
	const grammar = grammars[name.split('.').at(-1) ?? ''];
	save(fill(text, grammar, filling.placeholders, filling.values), decodeURIComponent(name));
}

/** As bytes and not as text, because browsers put `.txt` behind the name of a text without one. */
function save(text: string, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
	link.download = name;
	link.click();
	URL.revokeObjectURL(link.href);
}
