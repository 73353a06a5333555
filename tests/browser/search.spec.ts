import { expect, test, type Page } from '@playwright/test';
import { underBase } from './playwright.config.ts';

const options = (page: Page) => page.locator('dialog').getByRole('option');
const active = (page: Page) => page.locator('[role=option][aria-selected=true]');

async function ask(page: Page, query: string): Promise<void> {
	await page.keyboard.press('/');
	await page.getByRole('combobox', { name: 'Search' }).fill(query);
	await expect(options(page).first()).toBeVisible();
}

for (const key of ['Control+K', 'Meta+K', '/']) {
	test(`opens with ${key}, closes with Escape and gives the focus back`, async ({ page }) => {
		await page.goto('/dockerfile/multi-stage-builds/');
		const link = page.getByRole('link', { name: 'Cheatsheet' }).first();
		await link.focus();
		await page.keyboard.press(key);
		await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toBeHidden();
		await expect(link).toBeFocused();
	});
}

test('fetches nothing of Pagefind before somebody reaches for search', async ({ page }) => {
	const fetched: string[] = [];
	page.on('request', (request) => fetched.push(request.url()));
	await page.goto('/dockerfile/instructions/copy/', { waitUntil: 'networkidle' });
	expect(fetched.filter((url) => url.includes('pagefind'))).toEqual([]);
	await page.getByRole('button', { name: 'Search' }).hover();
	await expect.poll(() => fetched.some((url) => url.includes('pagefind.js'))).toBe(true);
});

test('finds COPY by typing copy and goes there with Enter', async ({ page }) => {
	await page.goto('/');
	await ask(page, 'copy');
	await expect(active(page)).toContainText('COPY');
	await expect(active(page).locator('mark').first()).toHaveText(/copy/i);
	await expect(page.getByRole('status').first()).toHaveText(/\d+ results?/);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/dockerfile/instructions/copy/');
});

test('moves through the results with the arrow keys, round at both ends', async ({ page }) => {
	await page.goto('/');
	await ask(page, 'image');
	const count = await options(page).count();
	expect(count).toBeGreaterThan(2);
	await page.keyboard.press('ArrowDown');
	await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
	const id = await options(page).nth(1).getAttribute('id');
	await expect(page.getByRole('combobox', { name: 'Search' })).toHaveAttribute(
		'aria-activedescendant',
		id ?? '',
	);
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	await expect(options(page).nth(count - 1)).toHaveAttribute('aria-selected', 'true');
});

test('lands on the section that matches', async ({ page }) => {
	await page.goto('/');
	await ask(page, 'bind mounts');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/foundations/core-docker-concepts/#volumes-bind-mounts');
	await expect(page.locator('#volumes-bind-mounts')).toBeInViewport();
});

test('lands on a section of the page that is already open', async ({ page }) => {
	await page.goto('/foundations/core-docker-concepts/');
	await ask(page, 'networks');
	await active(page).click();
	await expect(page.getByRole('dialog')).toBeHidden();
});

test('opens from the field on the home page by a click', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'What are you looking for?' }).click();
	await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
});

test('shows hostile input as nothing but text', async ({ page }) => {
	await page.goto('/');
	await page.keyboard.press('/');
	for (const query of ['<img src=x onerror=alert(1)>', '%00', '(.*)+[', 'x'.repeat(10_000)]) {
		await page.getByRole('combobox', { name: 'Search' }).fill(query);
		await expect(page.getByRole('status').first()).toHaveText(/./);
	}
	await expect(page.locator('dialog.search img')).toHaveCount(0);
});

test('says so when the index cannot be fetched', async ({ page }) => {
	await page.route('**/pagefind/**', (route) => route.fulfill({ status: 404, body: 'no' }));
	await page.goto('/');
	await page.keyboard.press('/');
	await page.keyboard.type('copy');
	await expect(page.getByRole('status').first()).toContainText('could not be loaded');
});

test('works under a base path', async ({ page }) => {
	await page.goto(`${underBase}/`);
	await ask(page, 'healthcheck');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`${underBase}/dockerfile/instructions/healthcheck/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('HEALTHCHECK');
});
