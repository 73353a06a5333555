import { recall } from './memory.ts';
import { codes, toText } from './snippets/code.ts';
import { write } from './snippets/clipboard.ts';
import { toTyped } from '../snippets/session.ts';

/**
 * Gives every snippet of the page a button that puts it on the clipboard. What puts in the reader's
 * own names is fetched when somebody wants that.
 */
export function startCopying(): void {
	for (const code of document.querySelectorAll<HTMLElement>(codes)) {
		const button = document.createElement('button');
		button.type = 'button';
		button.className = 'copy';
		button.textContent = 'Copy';
		button.addEventListener('click', () => void write(toTyped(toText(code)), code, button));
		code.after(button);
	}
	startFilling();
}

function startFilling(): void {
	const hasValues = location.search.includes('fill=') || recall('fill') !== '';
	if (hasValues) void import('./snippets/fill.ts').then((fill) => fill.startFill());
	document.addEventListener('click', (event) => {
		const selector = 'a[download=Dockerfile]';
		const link =
			event.target instanceof Element && event.target.closest<HTMLAnchorElement>(selector);
		if (!link) return;
		event.preventDefault();
		void import('./snippets/fill.ts').then((fill) => fill.saveDockerfile(link));
	});
	for (const button of document.querySelectorAll<HTMLElement>('[data-fill]')) {
		button.addEventListener('click', () => {
			void import('./snippets/panel.ts').then((panel) => panel.openPanel(button));
		});
	}
}
