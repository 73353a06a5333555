import { expect, test, type Page } from '@playwright/test';
import { addContrast } from './contrast.ts';
import { atRoot } from './playwright.config.ts';

test('the scroll bars are shown, as readers on Windows and Linux have them', async ({ page }) => {
	await page.goto('/dockerfile/instructions/copy/');
	const width = await page.evaluate(() => innerWidth - document.documentElement.clientWidth);
	expect(width).toBeGreaterThan(0);
});

test('the menu of a phone is open at the page', async ({ page }) => {
	await page.setViewportSize({ width: 820, height: 844 });
	await page.goto('/commands/volume-rm/');
	await page.getByRole('button', { name: 'Menu' }).click();
	await expect(page.locator('.branch [aria-current=page]')).toBeInViewport();
});

test('what prints does not depend on the theme', async ({ page }) => {
	for (const address of ['/dockerfile/instructions/copy/', '/commands/run/', '/checks/']) {
		await page.goto(address);
		await page.emulateMedia({ media: 'print' });
		const pictures: Buffer[] = [];
		for (const theme of ['light', 'dark']) {
			await page.evaluate((name) => {
				document.documentElement.dataset['theme'] = name;
			}, theme);
			pictures.push(await page.screenshot());
		}
		const [light, dark] = pictures;
		expect(light?.equals(dark ?? Buffer.alloc(0)), address).toBe(true);
	}
});

// axe waits for timers, which a page without JavaScript does not have: this asks for contrast alone.
test('without JavaScript all words are legible in both themes', async ({ browser }) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	for (const address of ['/', '/dockerfile/instructions/copy/', '/commands/build/']) {
		await page.goto(`${atRoot}${address}`);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			for (const width of [1440, 820, 390]) {
				await page.setViewportSize({ width, height: 844 });
				expect(await findFaint(page), `${address}, ${colorScheme}, ${width} px`).toEqual([]);
			}
		}
	}
	await page.close();
});

/** Words with less contrast than 4.5 to 1. */
async function findFaint(page: Page): Promise<string[]> {
	await addContrast(page);
	return page.evaluate(() =>
		[...document.querySelectorAll('header *, main *')].flatMap((element) => {
			const isText = [...element.childNodes].some(
				({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim() !== '',
			);
			if (!isText || !element.checkVisibility() || element.closest('.sr-only')) return [];
			const isFaint = toContrast(getComputedStyle(element).color, element) < 4.5;
			return isFaint ? [element.outerHTML.slice(0, 120)] : [];
		}),
	);
}
