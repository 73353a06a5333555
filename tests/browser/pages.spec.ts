import { expect, test as base, type Page } from '@playwright/test';
import { findCovering, findLost, keepFirst } from './access.ts';
import { findFaults } from './axe.ts';
import { kinds } from './kinds.ts';
import { atRoot, underBase } from './playwright.config.ts';

interface Tab {
	page: Page;
	/** All that was said, broken or asked of others in it. */
	noise: string[];
}

/** One tab for all the addresses that a worker asks for: a new one for each takes longer than asking. */
const test = base.extend<object, { tab: Tab }>({
	tab: [
		async ({ browser }, use) => {
			const context = await browser.newContext({ baseURL: atRoot, serviceWorkers: 'block' });
			const page = await context.newPage();
			const noise: string[] = [];
			page.on('console', (message) => message.type() === 'error' && noise.push(message.text()));
			page.on('pageerror', (error) => noise.push(error.message));
			page.on(
				'request',
				(request) => request.url().startsWith(atRoot) || noise.push(request.url()),
			);
			await use({ page, noise });
			await context.close();
		},
		{ scope: 'worker' },
	],
});

const looks = [
	{ width: 1440, colorScheme: 'light' },
	{ width: 390, colorScheme: 'dark' },
	{ width: 1440, colorScheme: 'dark' },
	{ width: 390, colorScheme: 'light' },
	{ width: 820, colorScheme: 'light' },
	{ width: 820, colorScheme: 'dark' },
] as const;

for (const address of kinds) {
	test(`${address} is quiet, calls nobody else, and is accessible in each look`, async ({
		tab: { page, noise },
	}) => {
		noise.length = 0;
		await page.setViewportSize({ width: 320, height: 256 });
		await page.goto(address, { waitUntil: 'networkidle' });
		// The page for missing pages is there under a name that is missing.
		const said = noise.filter((line) => address !== '/404/' || !line.includes('404'));
		expect.soft(said).toEqual([]);
		expect.soft(await findLost(page), 'four times as large').toEqual([]);
		await keepFirst(page);
		for (const { width, colorScheme } of looks) {
			const look = `${width} px, ${colorScheme}`;
			await page.setViewportSize({ width, height: 844 });
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
			expect.soft(await findFaults(page), look).toEqual([]);
			expect.soft(await findCovering(page), look).toEqual([]);
			const scrolls = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
			expect.soft(await page.evaluate(scrolls), `${look} scrolls sideways`).toBe(false);
		}
	});
}

test('what is not accessible is found in each look', async ({ page }) => {
	await page.goto('/');
	await page.evaluate(() => {
		const faint = document.createElement('p');
		faint.textContent = 'Faint';
		faint.style.setProperty('color', 'light-dark(#aaa, #444)');
		document.querySelector('main h1')?.after(faint, document.createElement('img'));
	});
	for (const { width, colorScheme } of looks) {
		await page.setViewportSize({ width, height: 844 });
		await page.emulateMedia({ colorScheme });
		const rules = (await findFaults(page)).map((fault) => fault.split(':')[0]);
		expect(rules.sort(), `${width} px, ${colorScheme}`).toEqual(['color-contrast', 'image-alt']);
	}
});

test('pages are accessible with the search dialog open', async ({ page }) => {
	await page.goto('/dockerfile/instructions/copy/');
	await page.keyboard.press('/');
	await page.keyboard.type('copy');
	await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
	for (const { width, colorScheme } of looks) {
		await page.setViewportSize({ width, height: 844 });
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
		expect(await findFaults(page, { within: ['dialog'] }), `${width} px, ${colorScheme}`).toEqual(
			[],
		);
	}
});

test('the home page fits a screen', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto('/');
	expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(900);
});

test('a theme that is chosen stays', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto('/');
	await page.getByRole('combobox', { name: 'Select theme' }).first().selectOption('dark');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await page.goto('/dockerfile/instructions/copy/');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a missing page offers search and the nearest pages', async ({ page }) => {
	await page.goto(`${underBase}/dockerfile/instructions/coppy/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
	const nearest = page.locator('[data-nearest] a');
	await expect(nearest.first()).toHaveText('COPY');
	await expect(nearest.first()).toHaveAttribute('href', /repo\/dockerfile\/instructions\/copy\/$/);
	await page.getByRole('button', { name: /What are you looking for/ }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
});

test('a missing page shows some ways in, however many pages there are', async ({ page }) => {
	await page.route('**/search.json', (route) => route.abort());
	await page.goto(`${atRoot}/cheatshet/`);
	const ways = page.locator('[data-nearest] a');
	await expect(ways.filter({ hasText: 'Cheatsheet' })).toBeVisible();
	await expect(ways.filter({ hasText: 'Dockerfile' })).toBeVisible();
	expect(await ways.count()).toBeLessThan(25);
	await page.unroute('**/search.json');
	await page.reload();
	await expect(ways.first()).toHaveText('Cheatsheet');
});

test('reading needs no JavaScript, and no dead control shows', async ({ browser }) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto(`${atRoot}/dockerfile/instructions/copy/`);
	await expect(page.getByText('COPY requirements.txt .').first()).toBeVisible();
	await expect(page.locator('button.copy, .search-open, .search-field')).toHaveCount(1);
	await expect(page.locator('.search-open')).toBeHidden();
	await expect(page.locator('.search-instead')).toBeVisible();
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
