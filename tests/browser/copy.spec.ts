import { expect, test, type Page } from '@playwright/test';
import { visit } from 'unist-util-visit';
import { parseOutline } from '../../src/notes/outline.ts';
import { loadSite } from '../../src/read.ts';
import { toEnvironment } from '../../src/site.ts';

const root = new URL('../../', import.meta.url);
const site = loadSite(root, toEnvironment(process.env).today);
const pages = site.ok ? site.pages : [];

/** The code of every fence of a page's Markdown, in order. */
function toCodes(markdown: string): string[] {
	const codes: string[] = [];
	visit(parseOutline(markdown).root, 'code', (node) => {
		codes.push(node.value);
	});
	return codes;
}

const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

for (const { id, body } of pages) {
	const codes = toCodes(body);
	// The pages of commands and checks are read to the byte in tests/site.test.ts.
	if (codes.length === 0 || /^(?:commands|checks)\/(?!build$|run$)/.test(id)) continue;
	test(`copies each snippet of /${id}/ as it stands in its source`, async ({ page }) => {
		await page.goto(`/${id}/`);
		const buttons = page.locator('main button.copy');
		await expect(buttons).toHaveCount(codes.length);
		for (const [index, code] of codes.entries()) {
			await buttons.nth(index).click();
			expect(await readClipboard(page)).toBe(code);
		}
	});
}

test('copies from the sheet, line by line', async ({ page }) => {
	await page.goto('/cheatsheet/');
	const lines = page.locator('.sheet .snippet');
	for (const at of [0, 1, 20, 40]) {
		const line = lines.nth(at);
		const code = await line.locator('pre').textContent();
		await line.locator('button.copy').click();
		expect(await readClipboard(page)).toBe(code);
	}
});

test('has a button that is seen without hovering and says what it did', async ({ page }) => {
	await page.goto('/dockerfile/instructions/copy/');
	const button = page.getByRole('button', { name: 'Copy', exact: true }).first();
	await expect(button).toBeVisible();
	await expect(button).toHaveCSS('opacity', '1');
	await button.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused();
	await expect(page.locator('[role=status]').last()).toHaveText('Copied');
	expect(await readClipboard(page)).toBe('COPY requirements.txt .');
});

test('is reached by the tab key', async ({ page }) => {
	await page.goto('/dockerfile/instructions/copy/');
	await page.locator('main pre').first().focus();
	await page.keyboard.press('Tab');
	await expect(page.locator('main button.copy').first()).toBeFocused();
});

test('selects the snippet when the clipboard is closed to it', async ({ page }) => {
	await page.addInitScript(() => {
		navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
	});
	await page.goto('/dockerfile/instructions/workdir/');
	await page.locator('main button.copy').first().click();
	await expect(page.getByRole('button', { name: 'Selected' })).toBeVisible();
	expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe('WORKDIR /app');
});
