import type { Page } from '@playwright/test';

/** Keeps a page's requests for some addresses waiting; what it gives lets them go. */
export async function hold(page: Page, addresses: string | RegExp): Promise<() => void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	await page.route(addresses, async (route) => {
		await promise;
		await route.continue();
	});
	return resolve;
}
