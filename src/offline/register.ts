import { toScriptUrl } from '../components/trusted.ts';

/**
 * Has the site kept on the reader's machine, once the page is there and the browser has nothing else to
 * do. Without a worker (blocked, not supported, not found) the site is as it is without this.
 */
export function keepOffline(url: string): void {
	if (!('serviceWorker' in navigator)) return;
	addEventListener('load', () => {
		const start = () => void register(url).catch(() => undefined);
		// Safari has no idle callback.
		if ('requestIdleCallback' in window) requestIdleCallback(start);
		else setTimeout(start, 1000);
	});
}

async function register(url: string): Promise<void> {
	const workers = navigator.serviceWorker;
	const registration = await workers.register(toScriptUrl(url));
	// On the first visit there is nothing that could be newer.
	if (!workers.controller) return;
	const tell = () => void import('./news.ts').then((news) => news.watchNews(registration));
	registration.addEventListener('updatefound', tell);
	if (registration.installing ?? registration.waiting) tell();
}
