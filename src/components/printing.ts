/** What the author folded away is printed, too: paper has nothing to click on. What is said of snippets is not. */
export function startPrinting(): void {
	let opened: HTMLDetailsElement[] = [];
	addEventListener('beforeprint', () => {
		const closed = '.sl-markdown-content details:not([open], .checked, .checked *)';
		opened = [...document.querySelectorAll<HTMLDetailsElement>(closed)];
		for (const details of opened) details.open = true;
	});
	addEventListener('afterprint', () => {
		for (const details of opened) details.open = false;
		opened = [];
	});
}
