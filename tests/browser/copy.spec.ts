import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { flatten, parseOutline } from '../../src/notes/outline.ts';
import { toPages } from '../../src/notes/pages.ts';

const notes = readFileSync(new URL('../../src/content/notes/docker.md', import.meta.url), 'utf8');
const pages = toPages(parseOutline(notes));

const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

for (const { id, sections } of pages) {
	const fences = sections.flatMap((section) => section.fences);
	if (fences.length === 0) continue;
	test(`copies each snippet of /${id}/ as it stands in the notes`, async ({ page }) => {
		await page.goto(`/${id}/`);
		const buttons = page.locator('main button.copy');
		await expect(buttons).toHaveCount(fences.length);
		for (const [index, { code }] of fences.entries()) {
			await buttons.nth(index).click();
			expect(await readClipboard(page)).toBe(code);
		}
	});
}

test('copies from the sheet, every card of it', async ({ page }) => {
	await page.goto('/cheatsheet/');
	const fences = flatten(parseOutline(notes).sections).flatMap((section) => section.fences);
	const copied: string[] = [];
	for (const button of await page.locator('.sheet button.copy').all()) {
		await button.click();
		copied.push(await readClipboard(page));
	}
	expect(copied.length).toBeGreaterThan(18);
	expect(copied.filter((code) => !fences.some((fence) => fence.code === code))).toEqual([]);
});

test('has a button that is seen without hovering and says what it did', async ({ page }) => {
	await page.goto('/dockerfile/instructions/copy/');
	const button = page.getByRole('button', { name: 'Copy', exact: true });
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
	await page.locator('main button.copy').click();
	await expect(page.getByRole('button', { name: 'Selected' })).toBeVisible();
	expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe('WORKDIR /app');
});
