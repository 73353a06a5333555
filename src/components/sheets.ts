const asked = new Map<string, Promise<void>>();

/** Fetches a style sheet once. Resolves too when there is none: what it styles works without. */
export function loadSheet(href: string): Promise<void> {
	const known = asked.get(href);
	if (known) return known;
	const link = document.createElement('link');
	const loaded = new Promise<void>((resolve) => {
		link.addEventListener('load', () => resolve());
		link.addEventListener('error', () => {
			asked.delete(href);
			resolve();
		});
	});
	link.rel = 'stylesheet';
	link.href = href;
	document.head.append(link);
	asked.set(href, loaded);
	return loaded;
}
