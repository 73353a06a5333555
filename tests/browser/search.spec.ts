import { expect, test, type Page } from '@playwright/test';
import { findFaults } from './axe.ts';
import { underBase } from './playwright.config.ts';

const box = (page: Page) => page.getByRole('combobox', { name: 'Search' });
const options = (page: Page) => page.locator('dialog').getByRole('option');
const active = (page: Page) => page.locator('[role=option][aria-selected=true]');
const status = (page: Page) => page.locator('dialog.search [role=status]');

async function ask(page: Page, query: string): Promise<void> {
	await page.keyboard.press('/');
	await box(page).fill(query);
	await expect(status(page)).toHaveText(/\d+ results?$/);
}

test('opens with its keys, closes with Escape and gives the focus back', async ({ page }) => {
	await page.goto('/dockerfile/multi-stage-builds/');
	const link = page.getByRole('link', { name: 'Cheatsheet' }).first();
	for (const key of ['Control+K', 'Meta+K', '/']) {
		await link.focus();
		await page.keyboard.press(key);
		await expect(box(page)).toBeFocused();
		await page.keyboard.type('copy');
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toBeHidden();
		await expect(link).toBeFocused();
	}
});

test('fetches nothing before somebody reaches for search, and then all once', async ({ page }) => {
	const fetched: string[] = [];
	page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
	await page.goto('/dockerfile/instructions/copy/', { waitUntil: 'networkidle' });
	const isOfSearch = (path: string) => /^\/(?:search|pagefind)\b|\/dialog\.[^/]*js/.test(path);
	expect(fetched.filter(isOfSearch)).toEqual([]);
	await page.getByRole('button', { name: 'Search' }).hover();
	await expect.poll(() => fetched).toContain('/search.json');
	await expect.poll(() => fetched).toContain('/pagefind/pagefind.js');
	expect(fetched.filter((path) => path === '/search.json')).toHaveLength(1);
});

test('answers by keyboard alone: a card, its snippet on the clipboard, the page', async ({
	page,
}) => {
	await page.goto('/');
	await ask(page, 'copy');
	await expect(active(page)).toContainText('COPY');
	await expect(active(page).locator('mark').first()).toHaveText('COPY');
	const card = page.locator('dialog .card');
	await expect(card).toContainText('COPY [OPTIONS] <src> ... <dest>');
	await expect(card.locator('.card-code .keyword')).toHaveText('COPY');
	await expect(card.getByRole('link', { name: '--from' })).toBeVisible();
	await page.keyboard.press('Control+Enter');
	await expect(status(page)).toHaveText('Copied');
	const copied = () => page.evaluate(() => navigator.clipboard.readText());
	expect(await copied()).toBe('COPY requirements.txt .');
	await expect(status(page)).toHaveText(/results$/);
	await page.evaluate(() => navigator.clipboard.writeText(''));
	await card.getByRole('button', { name: 'Copy' }).focus();
	await page.keyboard.press('Enter');
	await expect(card.getByRole('button', { name: 'Copied' })).toBeFocused();
	expect(await copied()).toBe('COPY requirements.txt .');
	await box(page).focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/dockerfile/instructions/copy/');
});

test('moves, filters and goes to the very option by keyboard', async ({ page }) => {
	await page.goto('/');
	await ask(page, 'platform');
	const count = await options(page).count();
	expect(count).toBeGreaterThan(2);
	await page.keyboard.press('ArrowDown');
	await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
	const id = await options(page).nth(1).getAttribute('id');
	await expect(box(page)).toHaveAttribute('aria-activedescendant', id ?? '');
	// Round at both ends.
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	await expect(options(page).nth(count - 1)).toHaveAttribute('aria-selected', 'true');
	await expect(options(page).nth(count - 1)).toBeInViewport();

	await page.keyboard.press('Tab');
	await expect(page.getByRole('radio', { name: 'all' })).toBeFocused();
	for (let kind = 0; kind < 3; kind += 1) await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('radio', { name: 'options' })).toBeChecked();
	await expect(options(page).locator('.kind:not(.option)')).toHaveCount(0);
	expect(await options(page).count()).toBeGreaterThan(4);
	await page.keyboard.type('s');
	await expect(box(page)).toBeFocused();
	await expect(box(page)).toHaveValue('platforms');

	await box(page).fill('--from');
	await expect(active(page)).toContainText('COPY --from');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/dockerfile/instructions/copy/#option-from');
	// A part of the page that is open already.
	await ask(page, 'copy --chown');
	await active(page).click();
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(page).toHaveURL('/dockerfile/instructions/copy/#option-chown');
});

test('shows the instructions before anything is typed, and what was searched lately', async ({
	page,
}) => {
	await page.goto('/');
	await page.keyboard.press('/');
	await expect(options(page)).toHaveCount(18);
	await expect(options(page).first()).toContainText('Start a build stage');
	await box(page).fill('shell into container');
	await expect(active(page)).toContainText('docker exec');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/commands/exec/');
	await page.waitForLoadState();
	await page.keyboard.press('/');
	await page.getByRole('button', { name: 'shell into container' }).click();
	await expect(active(page)).toContainText('docker exec');
});

test('says that there is no page, and names what is near as no answer', async ({ page }) => {
	await page.goto('/');
	await ask(page, 'docker stack deploy');
	await expect(page.locator('dialog .hits-title').first()).toHaveText(
		'No page for “docker stack deploy”. Nearest:',
	);
	await expect(page.locator('dialog .card')).toBeEmpty();
	await box(page).fill('xqzzyplughq');
	await expect(status(page)).toHaveText('Nothing found.');
	await expect(page.locator('dialog').getByRole('link', { name: 'A–Z' })).toBeVisible();
	await expect(options(page)).toHaveCount(5);
});

test('shows a screen reader a combobox with named groups of options', async ({ page }) => {
	await page.goto('/');
	await ask(page, 'healthcheck');
	await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
	await expect(page.locator('dialog .search-box')).toMatchAriaSnapshot(`
    - search:
      - combobox "Search"
      - group "Show":
        - radio "all" [checked]
        - radio "instructions"
      - button "Close"
    - listbox "Results":
      - group "Best result":
        - option /HEALTHCHECK instruction/ [selected]
      - group "options":
        - option
    - button "Copy"
    - status: /\\d+ results/
  `);
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		expect(await findFaults(page, { within: ['dialog'] })).toEqual([]);
	}
});

test('never moves what is shown while more arrives', async ({ page }) => {
	let release = () => {};
	const isReleased = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/pagefind/*.pf_meta', (route) => isReleased.then(() => route.continue()));
	await page.goto('/');
	await page.keyboard.press('/');
	await box(page).fill('environment variable');
	await expect(options(page).nth(3)).toBeVisible();
	await page.keyboard.press('ArrowDown');
	const toPlaces = () =>
		options(page).evaluateAll((all) =>
			all.map((option) => `${option.getAttribute('href')} ${option.getBoundingClientRect().top}`),
		);
	const before = await toPlaces();
	release();
	await expect(status(page)).toHaveText(/results$/);
	const after = await toPlaces();
	expect(after.length).toBeGreaterThan(before.length);
	expect(after.slice(0, before.length)).toEqual(before);
	await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
});

test('shows the last of many keystrokes, and hostile input as nothing but text', async ({
	page,
}) => {
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	await page.goto('/');
	await page.keyboard.press('/');
	await page.keyboard.type('docker system prune and then docker compose up -d ');
	await box(page).fill('');
	await page.keyboard.type('stopsignal');
	await expect(status(page)).toHaveText(/results$/);
	await page.waitForTimeout(300);
	await expect(active(page)).toContainText('STOPSIGNAL');
	await expect(page.locator('dialog .card')).toContainText('STOPSIGNAL');

	const hostile = ['<img src=x onerror=alert(1)>', '%00', '(.*)+[', '\\', 'x'.repeat(10_000), '$&'];
	for (const query of hostile) {
		await box(page).fill(query);
		await expect(status(page)).toHaveText(/results?$|Nothing found/);
	}
	await page.goto(`/search/?q=${encodeURIComponent(hostile[0] ?? '')}`);
	await expect(page.locator('main [role=status]')).toHaveText(/results?$|Nothing found/);
	await expect(page.locator('.search-box img')).toHaveCount(0);
	expect(errors).toEqual([]);
});

test.describe('without a network', () => {
	const failure = (page: Page) => page.locator('dialog .search-failed');

	test('says so when the index answers 404, and works once it is there', async ({ page }) => {
		await page.route('**/search.json', (route) => route.fulfill({ status: 404, body: 'no' }));
		await page.goto('/');
		await page.keyboard.press('/');
		await page.keyboard.type('copy');
		await expect(failure(page)).toContainText('could not be loaded');
		await expect(failure(page).getByRole('link', { name: 'A–Z' })).toBeVisible();
		await page.unroute('**/search.json');
		await page.keyboard.press('Escape');
		await page.keyboard.press('/');
		await expect(active(page)).toContainText('COPY');
		await expect(failure(page)).not.toContainText('could not be loaded', { useInnerText: true });
	});

	test('says so when the program does not come, and keeps what was typed', async ({ page }) => {
		await page.route(/\/dialog\.[^/]*js$/, (route) => route.abort());
		await page.goto('/');
		await page.keyboard.press('/');
		await page.keyboard.type('copy');
		await expect(failure(page)).toContainText('could not be loaded', { useInnerText: true });
		await expect(box(page)).toHaveValue('copy');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/search\/\?q=copy/);
	});

	test('says what is missing when only the full text is', async ({ page }) => {
		await page.route('**/pagefind/**', (route) => route.abort());
		await page.goto('/');
		await page.keyboard.press('/');
		await box(page).fill('bind mount');
		await expect(status(page)).toContainText('The full text could not be loaded');
		await expect(active(page)).toContainText('Volumes, bind mounts and tmpfs');
	});
});

test.describe('by touch', () => {
	test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

	test('opens, filters, copies and goes on', async ({ page }) => {
		await page.goto('/');
		await page.getByRole('button', { name: 'What are you looking for?' }).tap();
		await box(page).fill('docker exec');
		await expect(active(page)).toContainText('docker exec');
		const button = page.locator('dialog .card').getByRole('button', { name: 'Copy' });
		await expect(button).toBeInViewport({ ratio: 1 });
		await button.tap();
		await expect(status(page)).toHaveText('Copied');
		await page.locator('dialog label').getByText('options', { exact: true }).tap();
		await expect(options(page).first()).toContainText('docker exec -');
		const wide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
		expect(await page.evaluate(wide)).toBe(false);
		await options(page).first().tap();
		await expect(page).toHaveURL(/\/commands\/exec\/#flag-/);
	});
});

test('finds under a base path, and is a page to share there', async ({ page }) => {
	await page.goto(`${underBase}/`);
	await ask(page, 'healtcheck');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`${underBase}/dockerfile/instructions/healthcheck/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('HEALTHCHECK');

	await page.goto(`${underBase}/search/?q=prune&kind=command`);
	const found = page.locator('main').getByRole('option');
	await expect(found.first()).toContainText('docker system prune');
	await expect(page.locator('main').getByRole('radio', { name: 'commands' })).toBeChecked();
	await page.locator('main').getByRole('combobox').fill('docker rmi');
	await expect(found.first()).toContainText('docker rmi');
	await expect(page).toHaveURL(`${underBase}/search/?q=docker+rmi&kind=command`);
	await page.locator('main').getByRole('combobox').press('Enter');
	await expect(page).toHaveURL(`${underBase}/commands/rmi/`);
});

test('points to the A–Z without JavaScript, and tells browsers how to search', async ({
	browser,
	baseURL,
}) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto(`${baseURL}/search/?q=copy`);
	await expect(page.locator('main').getByRole('link', { name: 'A–Z' })).toBeVisible();
	await expect(page.getByRole('combobox', { name: 'Search' })).toHaveCount(0);
	const href = await page.locator('link[rel=search]').getAttribute('href');
	const description = await (await page.request.get(`${baseURL}${href}`)).text();
	expect(description).toContain('/search/?q={searchTerms}"');
});
