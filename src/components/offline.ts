/**
 * Has the site kept on the reader's machine, once the page is there and the browser has nothing else to
 * do. Without a worker (blocked, not supported, not found) the site is as it is without this.
 */
export function keepOffline(url: string): void {
	if (!('serviceWorker' in navigator)) return;
	addEventListener('load', () => {
		const start = () => void navigator.serviceWorker.register(url).catch(() => undefined);
		// Safari has no idle callback.
		if ('requestIdleCallback' in window) requestIdleCallback(start);
		else setTimeout(start, 1000);
	});
}
