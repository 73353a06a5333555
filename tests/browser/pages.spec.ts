import { expect, test as base, type Page } from '@playwright/test';
import {
	findBare,
	findClipped,
	findCovering,
	findIdle,
	findLost,
	findMoving,
	keepFirst,
	measure,
	readFocus,
	setWide,
} from './access.ts';
import { findFaults } from './axe.ts';
import { looks, show } from './looks.ts';
import { findColours } from './contrast.ts';
import { kinds } from './kinds.ts';
import { atRoot, underBase } from './playwright.config.ts';

interface Tab {
	page: Page;
	/** All that was said, broken or asked of others in it. */
	noise: string[];
	/** Where title and text begin on a page of each width. */
	places: string[];
}

/** The widths from which on all pages have one place for the text. */
const wide = [1280, 1440, 1600, 1920];

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
			await page.goto('/dockerfile/instructions/copy/');
			await use({ page, noise, places: await readPlaces(page) });
			await context.close();
		},
		{ scope: 'worker' },
	],
});

/** Where the title and the text of a page begin at each of the wide widths. */
async function readPlaces(page: Page): Promise<string[]> {
	const places: string[] = [];
	for (const width of wide) {
		await page.setViewportSize({ width, height: 844 });
		const [title, text] = await page
			.locator('h1, .sl-markdown-content')
			.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
		const place = [title?.x, title?.y, text?.x, text?.y].map(Math.round as () => number);
		places.push(`${width}: ${place.join()}`);
	}
	return places;
}

for (const address of kinds) {
	test(`${address} is quiet, in its place and for everybody`, async ({ tab }) => {
		const { page, noise, places } = tab;
		noise.length = 0;
		await page.setViewportSize({ width: 320, height: 256 });
		await page.goto(address, { waitUntil: 'networkidle' });
		// The page for missing pages is there under a name that is missing.
		const said = noise.filter((line) => address !== '/404/' || !line.includes('404'));
		expect.soft(said).toEqual([]);
		expect.soft(await findLost(page), 'four times as large').toEqual([]);
		const [before, after] = await measure(page);
		expect.soft(after, 'is as long as it says').toBe(before);
		await keepFirst(page);
		// The sheet has the whole width for itself.
		if (address !== '/cheatsheet/') expect.soft(await readPlaces(page)).toEqual(places);
		for (const { width, colorScheme, ...question } of looks) {
			const look = `${width} px, ${colorScheme}`;
			await show(page, width, colorScheme);
			expect.soft(await findFaults(page, question), look).toEqual([]);
			expect.soft(await findCovering(page), look).toEqual([]);
			expect.soft(await findIdle(page), `${look}: snippets scroll to nothing`).toEqual([]);
			const scrolls = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
			expect.soft(await page.evaluate(scrolls), `${look} scrolls sideways`).toBe(false);
		}
		await askPaper(page);
		await expect.soft(page.getByRole('button', { name: 'Menu' })).toBeVisible();
		expect.soft(await findMoving(page), 'moves').toEqual([]);
		await askForced(page);
		await askSpacing(page);
	});
}

/** What prints from the dark theme is what prints from the light one. */
async function askPaper(page: Page): Promise<void> {
	const looks: string[][] = [];
	for (const colorScheme of ['dark', 'light'] as const) {
		await show(page, 820, colorScheme);
		await page.emulateMedia({ media: 'print' });
		looks.push(await findColours(page));
		await page.emulateMedia({ media: null });
	}
	expect.soft(looks[0], 'paper knows no theme').toEqual(looks[1]);
}

/** With the colours of the reader, controls and the focus have edges. */
async function askForced(page: Page): Promise<void> {
	await page.emulateMedia({ forcedColors: 'active' });
	expect.soft(await findBare(page), 'has no edge in forced colours').toEqual([]);
	await page.keyboard.press('Tab');
	expect.soft((await readFocus(page))?.contrast, 'focus').toBeGreaterThanOrEqual(3);
	await page.emulateMedia({ forcedColors: null });
}

/** Nothing is cut off, and nothing out of reach, when a reader sets the text wider. */
async function askSpacing(page: Page): Promise<void> {
	const clipped = new Map<number, string[]>();
	for (const isWide of [false, true]) {
		if (isWide) await setWide(page);
		for (const width of [1440, 390]) {
			await page.setViewportSize({ width, height: 844 });
			const found = await findClipped(page);
			if (!isWide) clipped.set(width, found);
			const added = found.filter((one) => !clipped.get(width)?.includes(one));
			expect.soft(added, `wider text at ${width} px`).toEqual([]);
			expect.soft(await findLost(page), `wider text at ${width} px`).toEqual([]);
		}
	}
}

test('what is around a text is accessible at each width in each theme', async ({ page }) => {
	await page.goto('/checks/json-args-recommended/');
	for (const { width } of looks) {
		for (const colorScheme of ['light', 'dark'] as const) {
			await show(page, width, colorScheme);
			expect(await findFaults(page), `${width} px, ${colorScheme}`).toEqual([]);
		}
	}
});

test('what is not accessible is found in each look', async ({ page }) => {
	await page.goto('/');
	await page.evaluate(() => {
		const faint = document.createElement('p');
		faint.textContent = 'Faint';
		faint.style.setProperty('color', 'light-dark(#aaa, #444)');
		const small = document.createElement('button');
		small.style.cssText = 'display: block; width: 9px; height: 9px; padding: 0';
		document.querySelector('main h1')?.after(faint, small, small.cloneNode());
	});
	const rules = [];
	for (const { width, colorScheme, ...question } of looks) {
		await show(page, width, colorScheme);
		const faults = await findFaults(page, question);
		rules.push(new Set(faults.map((fault) => fault.split(':')[0])));
	}
	expect(rules).toEqual([
		new Set(['button-name', 'color-contrast', 'target-size']),
		new Set(['color-contrast', 'target-size']),
		new Set(['target-size']),
		new Set(['target-size']),
		new Set(['target-size']),
	]);
});

test('pages are accessible with the search dialog open', async ({ page }) => {
	await page.goto('/dockerfile/instructions/copy/');
	await page.keyboard.press('/');
	await page.keyboard.type('copy');
	await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
	for (const { width, colorScheme, ...question } of looks) {
		await show(page, width, colorScheme);
		const faults = await findFaults(page, { ...question, within: ['dialog'] });
		expect(faults, `${width} px, ${colorScheme}`).toEqual([]);
	}
	expect(await findMoving(page)).toEqual([]);
});

test('the home page fits a screen', async ({ page }) => {
	// Beside a scroll bar, too: one that shows while the page comes would make it too high for good.
	await page.setViewportSize({ width: 1440, height: 700 });
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
	// `nope` is not `node`: what is like nothing has the ways in.
	await page.goto(`${atRoot}/nope/`, { waitUntil: 'networkidle' });
	await expect(ways.filter({ hasText: 'Cheatsheet' })).toBeVisible();
	await expect(page.locator('[data-nearest-title]')).toHaveText('Start from here');
});

test('reading needs no JavaScript, and no dead control shows', async ({ browser }) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto(`${atRoot}/dockerfile/instructions/copy/`);
	await expect(page.getByText('COPY requirements.txt .').first()).toBeVisible();
	await expect(page.locator('button.copy, .search-open, .search-field')).toHaveCount(1);
	await expect(page.locator('.search-open')).toBeHidden();
	await expect(page.locator('.search-instead')).toBeVisible();
});
