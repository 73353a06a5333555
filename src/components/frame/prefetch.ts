const fetched = new Set<string>();

/** Fetches the page that somebody points at or reaches with the keyboard, unless data is to be saved. */
export function startPrefetch(): void {
	for (const type of ['pointerover', 'focusin', 'touchstart']) {
		document.addEventListener(type, prefetch, { passive: true });
	}
}

function prefetch({ target }: Event): void {
	const link = target instanceof Element && target.closest('a');
	if (!link || link.origin !== location.origin || !link.pathname.endsWith('/')) return;
	const { pathname, search } = link;
	if (pathname === location.pathname || fetched.has(pathname) || isSaving()) return;
	fetched.add(pathname);
	const hint = document.createElement('link');
	hint.rel = 'prefetch';
	hint.href = pathname + search;
	document.head.append(hint);
}

/** Whether the reader pays for data, or the network is too slow for a guess. */
function isSaving(): boolean {
	const { connection } = navigator as { connection?: { saveData: boolean; effectiveType: string } };
	return connection !== undefined && (connection.saveData || /2g/.test(connection.effectiveType));
}
