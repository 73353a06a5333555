import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { findFaults } from './axe.ts';
import { underBase } from './playwright.config.ts';

const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
// Parts of a page by their place: who asks a whole catalogue for roles and names waits for seconds.
const panel = (page: Page) => page.locator('.fill');
const opener = (page: Page) => page.locator('main [data-fill]').first();
const filter = (page: Page) => page.locator('[data-filter]');
const entries = (page: Page) => page.locator('.catalogue article:not([hidden])');
const builds = '/dockerfile/building-managing-images/';

async function put(page: Page, values: Record<string, string>): Promise<void> {
	await opener(page).click();
	for (const [label, value] of Object.entries(values))
		await panel(page).getByLabel(label).fill(value);
}

test('what is typed before the filter has come is not lost', async ({ page }) => {
	const { promise: sent, resolve: send } = Promise.withResolvers<void>();
	await page.route(/\/filter\.[\w-]+\.js$/, async (route) => {
		await sent;
		await route.continue();
	});
	await page.goto('/snippets/', { waitUntil: 'domcontentloaded' });
	const all = await entries(page).count();
	await filter(page).getByRole('searchbox', { name: 'Find' }).fill('--from stage');
	send();
	await expect(entries(page)).not.toHaveCount(all);
	await expect(page).toHaveURL(/\?q=--from(?:\+|%20)stage$/);
	await expect(filter(page).getByRole('searchbox', { name: 'Find' })).toHaveValue('--from stage');
});

test('the catalogue is filtered by the keyboard alone, and the address keeps it', async ({
	page,
}) => {
	await page.goto('/snippets/');
	const all = await entries(page).count();
	await filter(page).getByRole('searchbox', { name: 'Find' }).focus();
	await page.keyboard.type('--from stage');
	await expect(entries(page)).not.toHaveCount(all);
	await expect(page).toHaveURL(/\?q=--from(?:\+|%20)stage$/);
	await page.keyboard.press('Tab');
	await page.keyboard.type('RUN');
	await expect(page).toHaveURL(/tag=RUN/);
	const count = await entries(page).count();
	expect(count).toBeGreaterThan(0);
	await expect(filter(page).getByRole('status')).toHaveText(`${count} of ${all} snippets`);
	await page.reload();
	await expect(entries(page)).toHaveCount(count);
	await filter(page).getByRole('searchbox', { name: 'Find' }).focus();
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(/\/snippets\/\?tag=RUN$/);
});

test('the catalogue has a row for each page, and finds what is meant, not words of buttons', async ({
	page,
}) => {
	await page.goto('/snippets/');
	const rows = page.locator('.catalogue details');
	await expect(rows.filter({ has: page.locator('pre:visible') })).toHaveCount(0);
	await rows.first().locator('summary').click();
	await expect(rows.first().locator('pre').first()).toBeVisible();
	await filter(page).getByRole('searchbox', { name: 'Find' }).fill('copy');
	await expect(entries(page).first()).toBeVisible();
	for (const text of await entries(page).allTextContents()) {
		expect(text.replace('Copy', '')).toMatch(/copy/i);
	}
	await filter(page).getByRole('searchbox', { name: 'Find' }).fill('');
	await expect(page.locator('.catalogue details[open]')).toHaveCount(0);
});

test('a tag narrows the catalogue without a new page', async ({ page }) => {
	await page.goto(`${underBase}/snippets/?q=prune`);
	await expect(entries(page).first()).toContainText('prune');
	await page.evaluate(() => Object.assign(window, { isSame: true }));
	await entries(page).getByRole('link', { name: 'clean up' }).first().click();
	await expect(page).toHaveURL(`${underBase}/snippets/?q=prune&tag=clean+up`);
	expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
	for (const text of await entries(page).allTextContents()) expect(text).toContain('prune');
});

test('the catalogue is complete without JavaScript, and has no dead control', async ({
	browser,
	baseURL,
}) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto(`${baseURL}/snippets/?tag=RUN`);
	expect(await entries(page).count()).toBeGreaterThan(100);
	await expect(filter(page)).toBeHidden();
	await expect(opener(page)).toBeHidden();
	await page.goto(`${baseURL}/dockerfile/instructions/copy/`);
	await expect(opener(page)).toBeHidden();
	await page.close();
});

test('names that are put in once are in every snippet, on every page, and in what is copied', async ({
	page,
}) => {
	await page.goto(builds);
	await put(page, {
		'Image name': 'team/shop',
		'Image tag': '2.1',
		'Registry and namespace': 'ghcr.io/acme',
	});
	await page.keyboard.press('Escape');
	await expect(panel(page)).toBeHidden();
	await expect(opener(page)).toBeFocused();
	await page.locator('main button.copy').first().click();
	expect(await readClipboard(page)).toBe('docker build -t team/shop:2.1 .');
	for (const [address, words] of [
		['/commands/push/', 'ghcr.io/acme/team/shop:2.1'],
		['/cheatsheet/', 'docker rmi team/shop:2.1'],
		['/', 'docker build -t team/shop:2.1 .'],
		['/commands/', 'docker build -t team/shop:2.1 .'],
		['/snippets/?q=docker+inspect', 'docker inspect team/shop:2.1'],
	] as const) {
		await page.goto(address);
		await expect(page.locator('main :is(pre, code)', { hasText: words }).first()).toBeVisible();
	}
	await page.goto('/dockerfile/instructions/copy/');
	await put(page, { 'File of the app': 'main.py' });
	await page.locator('.expressive-code:has(.filled) + .to-explain a').first().click();
	await expect(page.getByRole('textbox').first()).toHaveValue(/main\.py/);
	await page.goto('/cheatsheet/');
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.sheet pre', { hasText: 'team/shop:2.1' }).first()).toBeVisible();
});

test('a Dockerfile is saved with the names that are shown', async ({ page }) => {
	const id = 'user-non-root-user-on-debian';
	await page.goto(`/snippets/#${id}`);
	const mark = page.locator(`#${id}`);
	const code = await (await page.request.get(`/snippets/${id}/Dockerfile`)).text();
	const save = async () => {
		const saving = page.waitForEvent('download');
		await mark.getByRole('link', { name: 'Save as Dockerfile' }).click();
		const saved = await saving;
		expect(saved.suggestedFilename()).toBe('Dockerfile');
		return readFileSync(await saved.path(), 'utf8');
	};
	expect(await save()).toBe(code);
	await put(page, {
		'User in the container': 'shop',
		'File of the app': 'main.py',
		'Directory of the app': '/srv/shop',
	});
	const filled = code
		.replaceAll('appuser', 'shop')
		.replace('app.py', 'main.py')
		.replace('/app', '/srv/shop');
	expect(await save()).toBe(filled);
});

test('a link carries the names, which are kept only when somebody takes them over', async ({
	page,
	context,
}) => {
	await page.goto(builds);
	await put(page, { 'Image name': 'team/shop' });
	await panel(page).getByRole('button', { name: 'Copy as link' }).click();
	const link = await readClipboard(page);
	await panel(page).getByRole('button', { name: 'Reset' }).click();
	await expect(page.locator('main pre').first()).toHaveText('docker build -t myimage:1.0 .');
	expect(await page.evaluate(() => localStorage.getItem('fill'))).toBeNull();
	const other = await context.newPage();
	await other.goto(link);
	await expect(other.locator('main pre').first()).toHaveText('docker build -t team/shop:1.0 .');
	expect(await other.evaluate(() => localStorage.getItem('fill'))).toBeNull();
	await put(other, { 'Image tag': '3' });
	await other.goto(builds);
	await expect(other.locator('main pre').first()).toHaveText('docker build -t team/shop:3 .');
});

test('a hostile value is refused with words, stays out of the snippets, and is not kept', async ({
	page,
}) => {
	await page.goto(builds);
	await put(page, {});
	const image = panel(page).getByLabel('Image name');
	for (const value of [
		'"; rm -rf /',
		'<script>alert(1)</script>',
		'x'.repeat(1000),
		'Shop',
		'a b',
	]) {
		await image.fill(value);
		await expect(image).toHaveAttribute('aria-invalid', 'true');
		await expect(
			panel(page)
				.getByText(/^This has to be/)
				.first(),
		).toBeVisible();
		await expect(page.locator('main pre').first()).toHaveText('docker build -t myimage:1.0 .');
	}
	expect(await page.evaluate(() => localStorage.getItem('fill'))).toBeNull();
	await page.goto(
		`${builds}?fill=${encodeURIComponent('image=<script>alert(1)</script>&tag=2&nothing=x')}`,
	);
	await expect(page.locator('main pre').first()).toHaveText('docker build -t myimage:2 .');
	for (const kept of ['{', '[]', 'null', '{"image":{"a":1},"tag":"a b"}', '{"__proto__":"x"}']) {
		await page.evaluate((text) => localStorage.setItem('fill', text), kept);
		await page.goto(builds);
		await expect(page.locator('main .filled')).toHaveCount(0);
		await expect(page.locator('main pre').first()).toHaveText('docker build -t myimage:1.0 .');
	}
});

test('reading goes on where the browser keeps nothing', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'localStorage', {
			get: () => {
				throw new Error('closed');
			},
		});
	});
	await page.goto(builds);
	await put(page, { 'Image name': 'team/shop' });
	await expect(page.locator('main pre').first()).toHaveText('docker build -t team/shop:1.0 .');
});

test('the panel is accessible in both themes and fits a phone', async ({ page }) => {
	await page.goto(builds);
	await put(page, { 'Image name': 'Shop', 'Image tag': '2' });
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		expect(await findFaults(page, { within: ['.fill', 'main .expressive-code'] })).toEqual([]);
	}
	await page.setViewportSize({ width: 320, height: 640 });
	const box = await panel(page).boundingBox();
	expect(box?.width).toBeLessThanOrEqual(320);
	expect(box?.height).toBeLessThanOrEqual(330);
});

test('a phone reaches the panel beside the snippet', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(builds);
	await expect(opener(page)).toHaveAccessibleName('Fill in');
	await opener(page).click();
	await expect(panel(page)).toHaveAccessibleName('Fill in');
	await panel(page).getByLabel('Image name').fill('team/shop');
	await expect(page.locator('main pre', { hasText: 'team/shop:' }).first()).toBeVisible();
	await panel(page).getByRole('button', { name: 'Close' }).click();
	await expect(panel(page)).toBeHidden();
	await expect(opener(page)).toBeFocused();
});
