import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { writeWorker } from '../../src/publish/worker.ts';
import { root } from '../built.ts';
import { serve } from '../../scripts/serve.ts';

test.use({ serviceWorkers: 'allow' });

// Thousands of small files are kept, one after the other.
test.setTimeout(600_000);

/** Opens a page for the first time and waits until everything is kept. */
async function visit(page: Page, address: string): Promise<void> {
	await page.goto(address);
	const state = () =>
		page.evaluate(async () => {
			await navigator.serviceWorker.ready;
			return navigator.serviceWorker.controller?.state;
		});
	await expect.poll(state, { timeout: 240_000 }).toBe('activated');
}

/** The same site with other words, as the next version of it. */
async function toNextVersion(folder: string, words: string, other: string): Promise<string> {
	const next = mkdtempSync(join(tmpdir(), 'next-'));
	cpSync(folder, next, { recursive: true });
	for (const path of readdirSync(next, { recursive: true, encoding: 'utf8' })) {
		if (!path.endsWith('.html')) continue;
		const text = readFileSync(join(next, path), 'utf8');
		if (text.includes(words)) writeFileSync(join(next, path), text.replaceAll(words, other));
	}
	await writeWorker(next);
	return next;
}

test('after one visit pages, search and sheets are there without a network', async ({ page }) => {
	const server = await serve(join(root, '.cache/base'), '/some/repo/');
	const home = `${server.origin}/some/repo/`;
	await visit(page, `${home}commands/build/`);
	await server.stop();

	for (const [path, title] of [
		['', /Docker/],
		['dockerfile/instructions/copy/', 'COPY'],
		['commands/run/', 'docker run'],
		['cheatsheet/', /cheatsheet/i],
		['snippets/', 'Snippets'],
		['explain/', 'Explain a Dockerfile'],
		['a-z/', 'A–Z'],
	] as const) {
		await page.goto(home + path);
		await expect(page.locator('h1')).toHaveText(title);
	}
	await page.keyboard.press('/');
	await page.keyboard.type('copy --from');
	await expect(page.locator('dialog [role=option]').first()).toContainText('COPY --from');
	await page.goto(`${home}search/?q=milliseconds`);
	await expect(page.locator('main [role=option]').first()).toBeVisible();
	const size = await page.evaluate(async (address) => {
		const response = await fetch(address);
		return (await response.arrayBuffer()).byteLength;
	}, `${home}cheatsheet/docker-a4.pdf`);
	expect(size).toBeGreaterThan(10_000);
	await page.goto(`${home}nothing/here/`);
	await expect(page.locator('h1')).toHaveText('Page not found');
});

test('a new version comes whole, once no page of the old one is open', async ({
	page,
	context,
}) => {
	const folder = join(root, 'dist');
	const next = await toNextVersion(folder, 'Copy files from', 'Bring files from');
	const server = await serve(folder);
	const copy = `${server.origin}/dockerfile/instructions/copy/`;
	const words = (text: string) => page.locator('main').getByText(text).first();
	await visit(page, copy);
	server.change(next);
	await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
	});
	const waiting = () =>
		page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state);
	await expect.poll(waiting, { timeout: 240_000 }).toBe('installed');
	await page.reload();
	await expect(words('Copy files from')).toBeVisible();

	await page.goto('about:blank');
	const other = await context.newPage();
	await other.goto('about:blank');
	await expect(async () => {
		await page.goto(copy);
		const old = await words('Copy files from').count();
		if (old > 0) await page.goto('about:blank');
		expect(old).toBe(0);
	}).toPass({ timeout: 30_000 });
	await expect(words('Bring files from')).toBeVisible();
	await server.stop();
});
