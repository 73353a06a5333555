import { expect, test } from '@playwright/test';
import { ofTopics } from './playwright.config.ts';

// The site of two files of notes that tests/topics.test.ts builds.
test.use({ baseURL: ofTopics });

test('search shows all topics, or one alone, also of the full text', async ({ page }) => {
	await page.goto('/vim/insert/');
	await page.keyboard.press('/');
	const dialog = page.getByRole('dialog');
	const hrefs = () =>
		dialog
			.locator('[role=option]')
			.evaluateAll((all) => all.map((option) => option.getAttribute('href')));
	await dialog.getByRole('combobox', { name: 'Search' }).fill('undo');
	await expect.poll(hrefs).toEqual(expect.arrayContaining(['/undo/', '/vim/undo/']));
	await dialog.getByLabel('Topic').selectOption('Vim');
	await expect.poll(hrefs).not.toContain('/undo/');
	expect(await hrefs()).toContain('/vim/undo/');
	await dialog.getByRole('combobox', { name: 'Search' }).fill('press');
	await expect.poll(hrefs).toContain('/vim/undo/');
	await dialog.getByLabel('Topic').selectOption('Git');
	await expect.poll(hrefs).toEqual([]);
});

test('the page of search keeps the topic in its address', async ({ page }) => {
	await page.goto('/search/?q=undo&topic=vim');
	const options = page.locator('main [role=option]');
	await expect(options.first()).toHaveAttribute('href', '/vim/undo/');
	await page.locator('main').getByLabel('Topic').selectOption('Git');
	await expect(page).toHaveURL('/search/?q=undo&topic=git');
	await expect(options.first()).toHaveAttribute('href', '/undo/');
});

test('hostile notes run nothing, send nothing and hide nothing', async ({ page }) => {
	const ran: string[] = [];
	await page.exposeFunction('hacked', (how: string) => ran.push(how));
	const outside: string[] = [];
	await page.route('https://evil.example/**', (route) => {
		outside.push(route.request().url());
		return route.abort();
	});
	await page.goto('/vim/paste/', { waitUntil: 'networkidle' });
	await expect(page.locator('h1')).toHaveText('Paste');
	await expect(page.locator('main summary').filter({ hasText: 'more' })).toBeVisible();
	await page.locator('main kbd').filter({ hasText: 'key' }).click();
	const alive = 'main :is(iframe, form, style, script, [onclick], [onload], [ontoggle])';
	await expect(page.locator(alive)).toHaveCount(0);
	expect([...ran, ...outside]).toEqual([]);
});

test('no page is wider than a phone, whatever the notes hold', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	for (const path of ['/vim/wide/', '/vim/cheatsheet/']) {
		await page.goto(path);
		await expect(page.locator('main')).toContainText('עברית');
		const spare = await page.evaluate(() => innerWidth - document.documentElement.scrollWidth);
		expect(spare, path).toBeGreaterThanOrEqual(0);
	}
	const code = page.locator('main pre');
	await page.goto('/vim/wide/');
	expect(await code.evaluate((pre) => pre.scrollWidth > pre.clientWidth)).toBe(true);
});

test('sections of one card stand beside each other, each box with its name', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto('/cheatsheet/');
	const cards = page.locator('[data-card]');
	await expect(cards.getByRole('checkbox')).toHaveCount(2);
	await expect(cards.getByRole('heading')).toHaveText(['Start', 'Undo']);
	const [first, second] = await Promise.all([
		cards.nth(0).boundingBox(),
		cards.nth(1).boundingBox(),
	]);
	expect(first?.y).toBe(second?.y);
	for (const heading of await cards.getByRole('heading').all())
		expect((await heading.boundingBox())?.width).toBeGreaterThan(20);
});

for (const [from, to] of [
	['/undo-things/', '/undo/'],
	['/old/#back', '/undo/'],
	['/old/#start', '/start/'],
	['/old/', '/undo/'],
] as const) {
	test(`${from} leads to ${to}`, async ({ page }) => {
		await page.goto(from);
		await expect(page).toHaveURL(to);
	});
}
