import { expect, test, type Page } from '@playwright/test';

const copyPage = '/dockerfile/instructions/copy/';

interface Factory {
	createPolicy: (name: string, rules: object) => void;
}

declare global {
	interface Window {
		hacked?: string;
	}
}

/** What a page was refused, and what broke; filled while the page is used. */
function watch(page: Page): string[] {
	const noise: string[] = [];
	page.on('console', (message) => message.type() === 'error' && noise.push(message.text()));
	page.on('pageerror', (error) => noise.push(error.message));
	page.on('dialog', (dialog) => {
		noise.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	return noise;
}

test('every feature works under the policy of the pages', async ({ page }) => {
	const noise = watch(page);
	await page.goto(copyPage);
	await page.getByRole('button', { name: 'Add to my sheet' }).click();
	await page.getByRole('combobox', { name: 'Select theme' }).first().selectOption('dark');
	await page.locator('main button.copy').first().click();
	await expect(page.locator('main button.copy').first()).toHaveText('Copied');
	await page.goto('/commands/run/');
	await page.getByRole('button', { name: 'Fill in' }).first().click();
	await page.locator('.fill input').first().fill('shop');
	await page.keyboard.press('Escape');
	await page.locator('main h1').click();
	await page.keyboard.press('/');
	await page.keyboard.type('bind mount');
	await expect(page.locator('dialog.search [role=status]')).toHaveText(/\d+ results$/);
	await page.keyboard.press('Escape');
	await page.goto('/cheatsheet/');
	await expect(page.locator('.own-count')).toContainText('1 card');
	await page.goto('/snippets/');
	await page.locator('[data-filter] input').fill('healthcheck');
	await expect(page.locator('[data-filter] output')).toHaveText(/^\d+ of \d+ snippets$/);
	expect(noise).toEqual([]);
});

test('what gets into a page from outside does not run', async ({ page }) => {
	const hostile = [
		`<script>window.hacked = 'script'</script>`,
		`<script src="data:text/javascript,window.hacked='data'"></script>`,
		`<script src="https://evil.example/x.js"></script>`,
		`<img src="x:" onerror="window.hacked = 'handler'">`,
		`<a id="bad" href="javascript:window.hacked = 'link'">link</a>`,
		`<base href="https://evil.example/">`,
		`<style>h1 { display: none }</style>`,
		`<form action="https://evil.example/"><button id="send">send</button></form>`,
	];
	await page.route(`**${copyPage}`, async (route) => {
		const response = await route.fetch();
		const html = await response.text();
		const place = /<div class="?sl-markdown-content"?>/;
		expect(html).toMatch(place);
		const body = html.replace(place, (start) => start + hostile.join(''));
		await route.fulfill({ response, body });
	});
	// What the policy stops is announced to Playwright, too, but never gets as far as a route.
	const outside: string[] = [];
	await page.route('https://evil.example/**', (route) => {
		outside.push(route.request().url());
		return route.abort();
	});
	await page.goto(copyPage, { waitUntil: 'networkidle' });
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	// Not through locators: Playwright waits for the end of a navigation that never begins.
	await page.evaluate(() => {
		for (const id of ['bad', 'send']) document.getElementById(id)?.click();
	});
	expect(await page.evaluate(() => document.baseURI)).not.toContain('evil');
	const sinks = await page.evaluate(() => {
		const refused: string[] = [];
		const attempt = (name: string, act: () => void) => {
			try {
				act();
			} catch {
				refused.push(name);
			}
		};
		attempt('markup', () => (document.body.innerHTML = '<b>x</b>'));
		attempt('code', () => window.setTimeout(`window.hacked = 'timeout'`));
		attempt('worker', () => new Worker('https://evil.example/x.js'));
		attempt('policy', () => {
			const { trustedTypes } = window as { trustedTypes?: Factory };
			trustedTypes?.createPolicy('other', {});
		});
		return refused;
	});
	expect(sinks).toEqual(['markup', 'code', 'worker', 'policy']);
	expect(await page.evaluate(() => window.hacked)).toBeUndefined();
	expect(outside).toEqual([]);
});

/** One that is an address, ends an attribute and is markup; and one that has to stand alone to be read. */
const payloads = [
	`javascript:window.hacked='1'//"><script>window.hacked='2'</script><img src=x onerror="window.hacked='3'">`,
	`{"__proto__":{"hacked":"4"}}`,
] as const;

for (const payload of payloads) {
	test(`addresses, storage and fields with ${payload} do nothing`, async ({ page }) => {
		const noise = watch(page);
		await page.addInitScript((value) => {
			const keys = ['fill', 'sheet', 'searches', 'sl-sidebar-state'];
			for (const key of keys) {
				localStorage.setItem(key, value);
				sessionStorage.setItem(key, value);
			}
			localStorage.setItem('searches', JSON.stringify([value]));
		}, payload);
		const value = encodeURIComponent(payload);
		for (const address of [
			`/cheatsheet/?sheet=${value}&paper=${value}`,
			`/snippets/?q=${value}&tag=${value}`,
			`/search/?q=${value}&kind=${value}`,
			`/commands/run/?fill=${value}#${value}`,
		]) {
			await page.goto(address, { waitUntil: 'networkidle' });
			await expect(page.locator('html')).toHaveAttribute('data-theme', /^(?:dark|light)$/);
			expect(await page.evaluate(() => [window.hacked, ({} as Window).hacked])).toEqual([
				undefined,
				undefined,
			]);
		}
		await page.keyboard.press('/');
		await page.getByRole('combobox', { name: 'Search' }).fill(payload);
		await expect(page.locator('dialog.search [role=status]')).toHaveText(/results?$|Nothing/);
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'Fill in' }).first().click();
		await page.locator('.fill input').first().fill(payload);
		expect(await page.evaluate(() => window.hacked)).toBeUndefined();
		await expect(page.locator('main img[src=x], dialog img')).toHaveCount(0);
		expect(noise).toEqual([]);
	});
}
