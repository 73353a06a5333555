import { expect, test } from '@playwright/test';
import { print } from './print.ts';

test('a page prints without navigation, with its code whole and its sources as addresses', async ({
	page,
}, info) => {
	await page.goto('/dockerfile/instructions/run/');
	const text = (await print(page, info.outputPath('page.pdf'), { format: 'A4' })).join('\n');
	expect(text).not.toContain('On this page');
	expect(text).not.toContain('Add to my sheet');
	expect(text.replace(/\s/g, '')).toContain('(https://docs.docker.com/reference/dockerfile/)');
	await page.emulateMedia({ media: 'print' });
	// Being fixed, it would stand at the foot of every page but the last.
	await expect(page.getByRole('link', { name: 'Skip to content' })).toBeHidden();
	for (const pre of await page.locator('main pre').all()) {
		expect(await pre.evaluate((code) => code.scrollWidth - code.clientWidth)).toBeLessThanOrEqual(
			1,
		);
	}
});

test('the sheet prints without navigation or buttons', async ({ page }) => {
	await page.goto('/cheatsheet/');
	await page.emulateMedia({ media: 'print' });
	for (const hidden of ['.sidebar', 'button.copy', '.search-open', '.pagination-links']) {
		await expect(page.locator(hidden).first()).toBeHidden();
	}
	await expect(page.locator('.sheet article').first()).toBeVisible();
	for (const format of ['A4', 'Letter']) {
		for (const landscape of [true, false]) {
			const pdf = await page.pdf({ format, landscape, preferCSSPageSize: false });
			const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g);
			expect(pages, `${format}, landscape: ${landscape}`).toHaveLength(2);
		}
	}
});
