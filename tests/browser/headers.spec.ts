import { expect, test } from '@playwright/test';
import { sites } from '../built.ts';
import { startNginx, type Nginx } from '../nginx.ts';
import { underBase } from './playwright.config.ts';

let nginx: Nginx;
let origin: string;

test.beforeAll(async () => {
	const [site] = sites;
	if (site === undefined) throw new Error('No site is built.');
	nginx = await startNginx(site);
	origin = `http://localhost:${nginx.port}`;
});
test.afterAll(() => nginx.stop());

test('with all headers, search and copying work and the browser has nothing to say', async ({
	page,
}) => {
	const said: string[] = [];
	page.on('console', (message) => said.push(message.text()));
	page.on('pageerror', (error) => said.push(error.message));
	await page.goto(`${origin}/dockerfile/instructions/copy/`, { waitUntil: 'networkidle' });
	const copy = page.locator('main button.copy').first();
	await copy.click();
	await expect(copy).toHaveText('Copied');
	// What only the worker finds, under the policy that it came with.
	const found = page.waitForResponse(/\/pagefind\/fragment\//);
	await page.goto(`${origin}/search/?q=volume+data`);
	expect((await found).status()).toBe(200);
	await expect(page.getByRole('option', { name: /volume/i }).first()).toBeVisible();
	await page.getByRole('combobox', { name: /search|looking/i }).fill('');
	await page.keyboard.press('ControlOrMeta+V');
	await expect(page.getByRole('combobox', { name: /search|looking/i })).toHaveValue(/^COPY /);
	await page.goto(`${origin}/cheatsheet/`, { waitUntil: 'networkidle' });
	// Tests run without workers; what Playwright says of that is not the browser's.
	expect(said.filter((text) => !text.includes('blocked by Playwright'))).toEqual([]);
});

test('a link to another host says nothing about the reader', async ({ page }) => {
	await page.goto(`${origin}/search/?q=secret`);
	const other = page.waitForRequest(`${underBase}/`);
	await page.evaluate((url) => {
		const link = document.createElement('a');
		link.href = url;
		document.body.append(link);
		link.click();
	}, `${underBase}/`);
	expect((await other).headers()['referer']).toBeUndefined();
});

test('no other page can put the site into a frame', async ({ page }) => {
	await page.goto(`${underBase}/robots.txt`);
	const refused = page.waitForEvent('console', (message) => message.text().includes('frame'));
	await page.evaluate((url) => {
		const frame = document.createElement('iframe');
		frame.src = url;
		document.body.append(frame);
	}, `${origin}/`);
	expect((await refused).text()).toContain("frame-ancestors 'none'");
});

test.describe('where workers may run', () => {
	test.use({ serviceWorkers: 'allow' });

	test('this server lets the site keep itself', async ({ page }) => {
		test.setTimeout(120_000);
		// `serviceWorker.ready` was seen to stay open for ever in a browser that had a worker.
		const state = `Promise.race([
			navigator.serviceWorker.getRegistration().then((it) => it?.active?.state ?? 'none'),
			new Promise((resolve) => setTimeout(resolve, 1000, 'no answer')),
		])`;
		// A machine that is busy may lose one of the many files; the next visit then tries again.
		await expect(async () => {
			await page.goto(`${origin}/`);
			await expect.poll(() => page.evaluate(state), { timeout: 30_000 }).toBe('activated');
		}).toPass({ timeout: 100_000 });
	});
});
