import { expect, test, type Route } from '@playwright/test';
import { keepFirst } from './access.ts';
import { findFaults } from './axe.ts';
import { ofColours, ofRoom } from './looks.ts';
import { atRoot } from './playwright.config.ts';

/** Pages on which something else is seen, or left out, when nothing runs. */
const withoutScripts = [
	'/',
	'/dockerfile/instructions/copy/',
	'/snippets/',
	'/explain/',
	'/search/',
];

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

test('without JavaScript pages are accessible at each width in both themes', async ({
	browser,
}) => {
	const page = await browser.newPage({ baseURL: atRoot, bypassCSP: true });
	await page.route('**/*', leaveOutScripts);
	for (const address of withoutScripts) {
		await page.goto(address);
		await expect(page.locator('.search-instead')).toBeVisible();
		await expect(page.locator('.search-open')).toBeHidden();
		await keepFirst(page);
		expect.soft(await findFaults(page), address).toEqual([]);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			for (const width of [1440, 820, 390]) {
				await page.setViewportSize({ width, height: 844 });
				const found = await findFaults(page, { rules: [...ofRoom, ...ofColours] });
				expect.soft(found, `${address}, ${colorScheme}, ${width} px`).toEqual([]);
			}
		}
	}
	await page.evaluate('document.querySelector("main h1").after(document.createElement("img"))');
	expect(await findFaults(page, { within: ['main'] })).toEqual(['image-alt: <img>']);
	await page.close();
});

/**
 * Answers with a page as who has no JavaScript sees it. axe itself is a script that waits for timers, so
 * they are not switched off: the page comes without its own, and its styles take them for off.
 */
async function leaveOutScripts(route: Route): Promise<void> {
	if (route.request().resourceType() !== 'document') return route.continue();
	const response = await route.fetch();
	const body = (await response.text())
		.replaceAll(/<script\b.*?<\/script>/gs, '')
		.replaceAll(/(?<=<\/?)noscript(?=>)/g, 'div')
		.replaceAll('scripting:none', 'min-width:0')
		.replaceAll('scripting:enabled', 'max-width:0');
	await route.fulfill({ response, body });
}
