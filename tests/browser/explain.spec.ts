import { expect, test, type Page } from '@playwright/test';
import { findFaults } from './axe.ts';
import { findClipped, findLost, walk } from './access.ts';
import { toFragment } from '../../src/explain/fragment.ts';

const address = '/explain/';

/** Opens the page and waits until it listens. */
async function open(page: Page, fragment = ''): Promise<void> {
	await page.goto(address + fragment);
	await expect(page.locator('.explain-numbers')).toHaveText(/^1/);
}

const text = (page: Page) => page.getByLabel('Your text');
const status = (page: Page) => page.locator('[data-explain] [role=status]');

/** Drops a file on the editor. */
async function drop(page: Page, name: string, content: string): Promise<void> {
	const data = await page.evaluateHandle(
		({ name, content }) => {
			const transfer = new DataTransfer();
			transfer.items.add(new File([content], name));
			return transfer;
		},
		{ name, content },
	);
	await page.dispatchEvent('[data-explain]', 'drop', { dataTransfer: data });
}

test('an example is explained before anybody does anything, without scripts, too', async ({
	browser,
	baseURL,
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${baseURL}${address}`);
	await expect(page.locator('.explained')).toContainText('Starts stage build');
	await expect(page.locator('.explained-findings li').first()).toBeVisible();
	await context.close();
});

test('what is pasted, typed or dropped is explained', async ({ page }) => {
	await open(page);
	await text(page).fill('FROM alpine\nCMD sleep 1\n');
	await expect(status(page)).toHaveText(/^Explained, \d findings$/);
	await expect(page.locator('#line-2')).toContainText('/bin/sh -c "sleep 1"');
	await expect(page.locator('.explained-findings')).toContainText('alpine has no tag');
	await expect(page.locator('.explained-findings pre').first()).toHaveText('CMD ["sleep", "1"]');
	await page.locator('.explained-findings button.copy').first().click();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('CMD ["sleep", "1"]');

	await drop(page, 'compose.yaml', 'services:\n  web:\n    image: nginx\n');
	await expect(page.locator('.explained-summary')).toHaveText(/A Compose file of 3 lines/);
	await expect(text(page)).toHaveValue(/^services/);

	await text(page).fill('docker run --rm -p 8080:80 nginx:1.30');
	await expect(page.locator('.explained')).toContainText('Publish (map) a port to the host');
});

test('a link carries the text, and leads from snippets', async ({ page }) => {
	await open(page);
	await text(page).fill('FROM scratch\nCOPY ä /\n');
	await page.getByRole('button', { name: 'Copy link' }).click();
	await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(link).toMatch(/\/explain\/#z=[\w-]+$/);
	await page.goto('about:blank');
	await page.goto(link);
	await expect(text(page)).toHaveValue('FROM scratch\nCOPY ä /\n');
	await expect(page.locator('#line-2')).toContainText('Copies ä from the build context to /');

	await page.goto('/dockerfile/instructions/copy/');
	await page.locator('main').getByRole('link', { name: 'Explain', exact: true }).first().click();
	await expect(page.locator('h1')).toHaveText('Explain a Dockerfile');
	await expect(status(page)).toHaveText(/^Explained/);
});

test('what is no Dockerfile is said with its line, and the page goes on', async ({ page }) => {
	await open(page);
	for (const [content, words] of [
		['', /There is no text yet/],
		['#!/bin/sh\necho hi\n', /script/],
		['a: 1\nb: 2\n', /YAML/],
		['FROM a:1\nRUN <<EOF\nx\n', /Line 2: .*heredoc EOF has no end/],
	] as const) {
		await text(page).fill(content);
		await expect(page.locator('.explained')).toHaveText(words);
	}
	await drop(page, 'image.png', '\u0000\u0001binary');
	await expect(page.locator('.explained-summary')).toHaveText(/no text/);
	await drop(page, 'Dockerfile', 'RUN echo\n'.repeat(120_000));
	await expect(page.locator('.explained-summary')).toHaveText(/1,080,000 characters/);
	await drop(page, 'Dockerfile', `FROM alpine:3.24\r\n${'RUN echo\r\n'.repeat(1999)}`);
	await expect(page.locator('.explained-summary')).toHaveText(/A Dockerfile of 2,000 lines/);
	await expect(page.locator('#line-2000')).toContainText('Runs echo');
});

test('hostile text runs nothing and makes no links', async ({ page }) => {
	const noise: string[] = [];
	page.on('console', (message) => message.type() === 'error' && noise.push(message.text()));
	page.on('pageerror', (error) => noise.push(error.message));
	const bad = `<img src=x onerror="window.hacked='1'">`;
	const sources = [
		`FROM ${bad} AS "><script>window.hacked='2'</script>\nRUN ${bad}\nENV a=${bad}\nFOO ${bad}`,
		`services:\n  "${bad.replaceAll('"', "'")}":\n    __proto__: 1\n    image: "javascript:alert(1)"\n`,
		`docker run --name '${bad}' --${bad} javascript:alert(1)`,
	];
	await open(page);
	for (const source of sources) {
		await text(page).fill(source);
		await expect(page.locator('.explained')).toContainText(/img src=x|javascript/);
		await page.goto('about:blank');
		await open(page, await toFragment(source));
		await expect(text(page)).toHaveValue(source);
	}
	await expect(page.locator('.explained :is(img, script)')).toHaveCount(0);
	await expect(page.locator('.explained a[href^="javascript:"]')).toHaveCount(0);
	expect(await page.evaluate(() => [window.hacked, ({} as Window).hacked])).toEqual([
		undefined,
		undefined,
	]);
	expect(noise).toEqual([]);
});

for (const theme of ['light', 'dark'] as const) {
	for (const width of [1440, 390]) {
		test(`can be used by all at ${width} pixels, ${theme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme: theme });
			await page.setViewportSize({ width, height: 900 });
			await open(page);
			await text(page).fill('FROM alpine AS a\nRUN <<EOF\nls\nls\nEOF\nFROM a\nCMD ls\n');
			await expect(status(page)).toHaveText(/^Explained/);
			expect(await findFaults(page, { within: ['main'] })).toEqual([]);
			expect(await findLost(page)).toEqual([]);
			// The sign for a key in the header is no part of this page.
			const clipped = await findClipped(page);
			expect(clipped.filter((one) => !one.startsWith('KBD'))).toEqual([]);
		});
	}
}

test('works with the keyboard alone', async ({ page }) => {
	await open(page);
	const places = await walk(page);
	expect(places.filter(({ hidden }) => hidden !== '')).toEqual([]);
	const names = places.map(({ name }) => name);
	for (const name of [/^textarea/, /^button Open a file/, /^button Copy link/, /^a Line 12/])
		expect(names.some((one) => name.test(one))).toBe(true);
});

test('on paper stands the file with its explanations, and no editor', async ({ page }) => {
	await open(page);
	await page.emulateMedia({ media: 'print' });
	await expect(text(page)).toBeHidden();
	await expect(page.locator('#line-14')).toContainText('Copies /out/app from stage build');
});
