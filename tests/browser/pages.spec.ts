import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { addresses } from './access.ts';
import { atRoot, underBase } from './playwright.config.ts';

interface Look {
	width: number;
	colorScheme: 'light' | 'dark';
	/** The rules that are asked for; none for all. */
	rules: readonly string[] | undefined;
}

/** Colours are all that a theme changes; everything else is asked once for each width. */
const looks: readonly Look[] = [
	{ width: 1440, colorScheme: 'light', rules: undefined },
	{ width: 390, colorScheme: 'dark', rules: ['color-contrast'] },
	{ width: 1440, colorScheme: 'dark', rules: ['color-contrast'] },
	{ width: 390, colorScheme: 'light', rules: undefined },
];

/** What a change of theme or width can break on pages that are otherwise alike. */
const changing = ['color-contrast', 'scrollable-region-focusable', 'link-in-text-block'];

/** Every page is asked in every look; those that one composer makes, for everything in one of them. */
function looksOf(address: string): readonly Look[] {
	if (!/^\/(?:commands|checks|dockerfile\/instructions)\/./.test(address)) return looks;
	const turn = addresses.indexOf(address) % looks.length;
	return looks.map((look, at) => ({ ...look, rules: at === turn ? undefined : changing }));
}

/** What axe finds on a page as it looks now. Legacy mode: the site has no frames to look into. */
async function findFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
	const axe = new AxeBuilder({ page }).setLegacyMode(true);
	const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

for (const address of addresses) {
	test(`${address} is accessible, quiet and calls nobody else`, async ({ page }) => {
		const noise: string[] = [];
		page.on('console', (message) => message.type() === 'error' && noise.push(message.text()));
		page.on('pageerror', (error) => noise.push(error.message));
		page.on('request', (request) => request.url().startsWith(atRoot) || noise.push(request.url()));
		const isMissing = address === '/404/';
		await page.goto(address, { waitUntil: 'networkidle' });

		for (const { width, colorScheme, rules } of looksOf(address)) {
			await page.setViewportSize({ width, height: 844 });
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
			expect(await findFaults(page, rules), `${width} px, ${colorScheme}`).toEqual([]);
		}
		for (const width of [1440, 390]) {
			await page.setViewportSize({ width, height: 844 });
			const scrolls = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
			expect(await page.evaluate(scrolls), `${width} px scrolls sideways`).toBe(false);
		}
		expect(noise.filter((line) => !(isMissing && line.includes('404')))).toEqual([]);
	});
}

test('pages are accessible with the search dialog open', async ({ page }) => {
	for (const { width, colorScheme } of looks) {
		await page.setViewportSize({ width, height: 844 });
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.goto('/dockerfile/instructions/copy/');
		await page.keyboard.press('/');
		await page.keyboard.type('copy');
		await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
		expect(await findFaults(page), `${width} px, ${colorScheme}`).toEqual([]);
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

test('the phone menu opens, leads on and closes', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/dockerfile/instructions/copy/');
	const menu = page.getByRole('button', { name: 'Menu' });
	const link = page
		.getByRole('navigation', { name: 'Main' })
		.getByRole('link', { name: 'ENV', exact: true });
	await expect(link).toBeHidden();
	await menu.click();
	await expect(link).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(link).toBeHidden();
	await menu.click();
	await link.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('ENV');
});

test('a missing page offers search and the nearest pages', async ({ page }) => {
	await page.goto(`${underBase}/dockerfile/instructions/coppy/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
	await expect(page.locator('[data-nearest] a').first()).toHaveText('COPY');
	await page.getByRole('button', { name: /What are you looking for/ }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
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
