import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { readBuilt, root, sites } from '../built.ts';

/** Everything that a copy must not do: ask anybody for anything, or complain. */
function watch(page: Page): string[] {
	const noise: string[] = [];
	page.on('console', (message) => message.type() === 'error' && noise.push(message.text()));
	page.on('pageerror', ({ message }) => noise.push(message));
	page.on('request', (request) => {
		if (!/^(?:file|data|blob):/.test(request.url())) noise.push(request.url());
	});
	page.on('requestfailed', (request) => noise.push(`failed: ${request.url()}`));
	return noise;
}

for (const site of sites) {
	test.describe(`a copy of the site ${site.name}`, () => {
		const downloads = join(root, site.folder, 'download');
		const { pages } = readBuilt(site);
		const commands = pages.get('/commands/build/')?.('main pre').first().text().trim() ?? '';
		let folder = '';

		test.beforeAll(() => {
			folder = mkdtempSync(join(tmpdir(), 'copy-'));
			const files = unzipSync(readFileSync(join(downloads, 'docker-notes.zip')));
			for (const [path, content] of Object.entries(files)) {
				mkdirSync(dirname(join(folder, path)), { recursive: true });
				writeFileSync(join(folder, path), content);
			}
		});
		test.afterAll(() => rmSync(folder, { recursive: true }));

		for (const [kind, start] of [
			['as a folder', () => join(folder, 'docker-notes/index.html')],
			['as one file', () => join(downloads, 'docker-notes.html')],
		] as const) {
			test(`${kind} is read, searched and copied from without a server`, async ({ page }) => {
				const noise = watch(page);
				await page.goto(pathToFileURL(start()).href);
				await page.getByRole('link', { name: 'COPY', exact: true }).first().click();
				await expect(page.locator('h1:visible')).toHaveText('COPY');

				await page.keyboard.press('/');
				await page.keyboard.type('docker build');
				const option = page.locator('dialog').getByRole('option').first();
				await expect(option).toContainText('docker build');
				await page.keyboard.press('Enter');
				await expect(page.locator('h1:visible')).toHaveText('docker build');
				await expect(page.locator('dialog')).toBeHidden();

				await page.locator('main button.copy:visible').first().click();
				await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(commands);
				await page.emulateMedia({ colorScheme: 'light' });
				await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
				await page.goBack();
				await expect(page.locator('h1:visible')).toHaveText('COPY');
				expect(noise).toEqual([]);
			});
		}

		test('as one file shows each page by its address, and all of it without JavaScript', async ({
			browser,
		}) => {
			const context = await browser.newContext({ javaScriptEnabled: false });
			const page = await context.newPage();
			const noise = watch(page);
			await page.goto(pathToFileURL(join(downloads, 'docker-notes.html')).href);
			const left = ['/404.html', '/search/'];
			const addresses = [...pages.keys()].filter((address) => !left.includes(address));
			const articles = page.locator('main > article');
			await expect(articles).toHaveCount(addresses.length);
			const ids = await articles.evaluateAll((all) => all.map(({ id }) => id));
			expect(ids.sort()).toEqual(addresses.map((address) => address.slice(1) || 'home').sort());
			const broken = await page
				.locator('a[href^="#"]')
				.evaluateAll((links) =>
					links
						.map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.slice(1)))
						.filter((id) => id !== '' && document.getElementById(id) === null),
				);
			expect(broken).toEqual([]);
			await expect(page.locator('main')).toContainText('Copy files from the build context');
			expect(noise).toEqual([]);
			await context.close();
		});
	});
}

test('copies stay small, and the links to them say how large they are', async ({ page }) => {
	await page.goto('/cheatsheet/');
	for (const [name, most] of [
		['docker-notes.zip', 1.5e6],
		['docker-notes.html', 1.5e6],
	] as const) {
		const { size } = statSync(join(root, 'dist/download', name));
		expect(size).toBeLessThan(most);
		const link = page.locator(`a[href="/download/${name}"]`);
		await expect(link).toContainText(`${(size / 1e6).toFixed(1)} MB`);
		const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
		expect(download.suggestedFilename()).toBe(name);
	}
});
