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
