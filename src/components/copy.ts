import reachUrl from '../styles/reach.css?url';
import { recall } from './memory.ts';
import { loadSheet } from './sheets.ts';
import { codes, toText } from './snippets/code.ts';
import { write } from './snippets/clipboard.ts';
import { toTyped } from '../snippets/session.ts';

/**
 * Gives every snippet of the page a button that puts it on the clipboard. What is seldom wanted (one
 * line, explanations, the reader's own names) is fetched when somebody reaches for it.
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
	const reach = (event: Event) => {
		const code = event.target instanceof Element && event.target.closest<HTMLElement>(codes);
		const y = event instanceof MouseEvent ? event.clientY : undefined;
		if (!code) return;
		void loadSheet(reachUrl);
		void import('./snippets/help.ts').then((own) => own.help(code, y));
	};
	for (const type of ['pointerover', 'focusin', 'click']) document.addEventListener(type, reach);
	startFilling();
}

function startFilling(): void {
	const hasValues = location.search.includes('fill=') || recall('fill') !== '';
	if (hasValues) {
		void loadSheet(reachUrl);
		void import('./snippets/fill.ts').then((fill) => fill.startFill());
	}
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
			const styled = loadSheet(reachUrl);
			void import('./snippets/panel.ts').then((panel) =>
				styled.then(() => panel.openPanel(button)),
			);
		});
	}
}
