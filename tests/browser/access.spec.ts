import { expect, test } from '@playwright/test';
import { findClipped, findLost, keepFirst, readFocus, walk } from './access.ts';
import { findFaults } from './axe.ts';

const kinds = ['/', '/dockerfile/instructions/copy/', '/cheatsheet/', '/snippets/', '/search/'];
const copy = '/dockerfile/instructions/copy/';

// The list of snippets repeats one row many times; its kinds of stops are on the other pages.
for (const [at, address] of kinds.filter((one) => one !== '/snippets/').entries()) {
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

test('text may be set wider by its reader', async ({ page }) => {
	for (const width of [1440, 390]) {
		await page.setViewportSize({ width, height: 844 });
		for (const address of [...kinds, '/foundations/what-is-docker/', '/commands/', '/checks/']) {
			await page.goto(address);
			await keepFirst(page);
			const before = await findClipped(page);
			// https://www.w3.org/TR/WCAG22/#text-spacing
			await page.evaluate(() => {
				const sheet = new CSSStyleSheet();
				sheet.replaceSync(`
					* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
					p { margin-bottom: 2em !important; }
				`);
				document.adoptedStyleSheets.push(sheet);
			});
			const after = await findClipped(page);
			expect(
				after.filter((one) => !before.includes(one)),
				`${address}, ${width}`,
			).toEqual([]);
			expect(await findLost(page), `${address}, ${width}`).toEqual([]);
		}
	}
});

test('fingers find every target', async ({ page }) => {
	const small = new Set<string>();
	for (const address of [...kinds, '/a-z/', '/commands/', '/commands/build/', '/corrections/']) {
		await page.goto(address);
		await keepFirst(page);
		for (const width of [390, 1440]) {
			await page.setViewportSize({ width, height: 844 });
			const faults = await findFaults(page, { rules: ['target-size'] });
			for (const fault of faults) small.add(`${address}, ${width}: ${fault}`);
		}
	}
	expect([...small]).toEqual([]);
});

test('nothing moves for those who do not want it', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const all = new Set<string>();
	for (const address of kinds) {
		await page.goto(address);
		if (address !== '/search/') await page.keyboard.press('/');
		const moving = await page.evaluate(() =>
			[...document.querySelectorAll('*')].flatMap((element) =>
				[null, '::before', '::after'].flatMap((part) => {
					const style = getComputedStyle(element, part);
					const times = `${style.transitionDuration}, ${style.animationDuration}`;
					const moves = (times.match(/[\d.]+/g) ?? []).some((time) => Number(time) > 0.001);
					return moves || style.scrollBehavior === 'smooth'
						? [`${element.tagName} ${element.className} ${part ?? ''}`]
						: [];
				}),
			),
		);
		for (const one of moving) all.add(`${address}: ${one}`);
	}
	expect([...all]).toEqual([]);
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

test('with the colours of the reader, controls and the focus have edges', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	for (const address of kinds) {
		await page.goto(address);
		const bare = await page.evaluate(() =>
			[
				...document.querySelectorAll('button, input:not([type=checkbox], [type=radio]), select'),
			].flatMap((element) => {
				if (!element.checkVisibility()) return [];
				const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
				const hasEdge = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) > 0;
				const hasWords = element.textContent.trim() !== '';
				return hasEdge || hasWords ? [] : [element.outerHTML.slice(0, 120)];
			}),
		);
		expect(bare, address).toEqual([]);
		// Once more where the page took the focus for itself meanwhile.
		await expect(async () => {
			await page.keyboard.press('Tab');
			expect((await readFocus(page))?.contrast, address).toBeGreaterThanOrEqual(3);
		}).toPass();
	}
});
