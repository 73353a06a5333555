import type { Filling } from './fill.ts';
import { toUrl } from '../../links.ts';
import { fill } from '../../snippets/fill.ts';
import type { Grammar } from '../../snippets/language.ts';

const grammars: Readonly<Record<string, Grammar>> = {
	dockerfile: 'dockerfile',
	sh: 'shell',
	yaml: 'yaml',
	json: 'json',
};

/** Gives a raw text that is asked for on a page the reader's values, and saves it. */
export function saveFilled(event: MouseEvent, { placeholders, values }: Filling): void {
	const link = event.target instanceof Element && event.target.closest('a');
	if (!link || Object.keys(values).length === 0) return;
	const { pathname, origin } = new URL(link.href, location.href);
	const [, name = '', extension = ''] =
		/([^/]+)\.(dockerfile|sh|yaml|json|txt|go|py)$/.exec(pathname) ?? [];
	if (origin !== location.origin || !pathname.startsWith(toUrl('/snippets/')) || name === '')
		return;
	event.preventDefault();
	void fetch(link.href)
		.then((answer) => answer.text())
		.then((text) =>
			save(
				fill(text, grammars[extension], placeholders, values),
				link.download || `${name}.${extension}`,
			),
		);
}

function save(text: string, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
	link.download = name;
	link.click();
	URL.revokeObjectURL(link.href);
}
