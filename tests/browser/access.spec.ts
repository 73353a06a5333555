import { expect, test } from '@playwright/test';
import { keepFirst, readFocus, walk } from './access.ts';

const copy = '/dockerfile/instructions/copy/';

// The list of snippets repeats one row many times; its kinds of stops are on these pages.
for (const [at, address] of ['/', copy, '/cheatsheet/', '/search/'].entries()) {
	const colorScheme = at % 2 === 0 ? 'light' : 'dark';
	test(`${address} can be walked through with Tab, and the focus is always seen`, async ({
		page,
	}) => {
		await page.setViewportSize({ width: 1440, height: 900 });
		await page.emulateMedia({ colorScheme });
		await page.goto(address, { waitUntil: 'networkidle' });
		await keepFirst(page);
		const stops = await walk(page);
		// The page of search begins in its field.
		if (address !== '/search/') expect(stops[0]?.name).toBe('a Skip to content');
		expect(new Set(stops.map(({ path }) => path)).size).toBe(stops.length);
		expect(stops.filter(({ hidden }) => hidden !== '')).toEqual([]);
		expect(stops.filter(({ contrast }) => contrast < 3)).toEqual([]);
	});
}

test('the link at the top skips to the content', async ({ page }) => {
	await page.goto(copy);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	const isInMain = 'document.querySelector("main").contains(document.activeElement)';
	expect(await page.evaluate(isInMain)).toBe(true);
});

test('the search dialog keeps the focus, and gives it back', async ({ page }) => {
	await page.goto(copy);
	const opener = page.locator('button.search-open');
	await opener.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
	for (let presses = 0; presses < 20; presses += 1) {
		await page.keyboard.press(presses < 10 ? 'Tab' : 'Shift+Tab');
		const where =
			'document.activeElement === document.body || document.activeElement.closest("dialog") !== null';
		expect(await page.evaluate(where)).toBe(true);
	}
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(opener).toBeFocused();
});

test('the menu of a phone opens, is walked through and closes with keys', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(copy);
	const menu = page.getByRole('button', { name: 'Menu' });
	await menu.focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	const link = await readFocus(page);
	expect(link?.name).toMatch(/^(?:a|summary|select) /);
	expect(link).toMatchObject({ hidden: '' });
	expect(link?.contrast).toBeGreaterThanOrEqual(3);
	await page.keyboard.press('Escape');
	await expect(menu).toBeFocused();
	await expect(page.locator('#starlight__sidebar')).toBeHidden();
});

test('what stays in view of a page four times as large leaves most of it to the text', async ({
	page,
}) => {
	await page.setViewportSize({ width: 320, height: 256 });
	await page.goto(copy);
	const stuck = await page.evaluate(() => {
		const rows = Array.from({ length: innerHeight }, (_, y) => document.elementsFromPoint(160, y));
		const isStuck = (one: Element) => ['fixed', 'sticky'].includes(getComputedStyle(one).position);
		return rows.filter((stack) => stack.some(isStuck)).length;
	});
	expect(stuck).toBeLessThan(256 / 2);
});

test('with the colours of the reader, search shows where one is', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await page.goto(copy);
	await page.keyboard.press('/');
	await page.keyboard.type('copy');
	await page.keyboard.press('ArrowDown');
	const chosen = page.getByRole('dialog').getByRole('option', { selected: true });
	await expect(chosen).toHaveCSS('outline-style', 'solid');
	const kind = page.locator('dialog label', { has: page.locator(':checked') });
	await expect(kind).toHaveCSS('border-bottom-style', 'solid');
});
