import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { writeWorker } from '../../src/publish/precache.ts';
import { root } from '../built.ts';
import { serve } from '../../scripts/serve.ts';

test.use({ serviceWorkers: 'allow' });

/** Opens a page for the first time and waits until everything is kept. */
async function visit(page: Page, address: string): Promise<void> {
	await page.goto(address);
	const state = () =>
		page.evaluate(async () => {
			await navigator.serviceWorker.ready;
			return navigator.serviceWorker.controller?.state;
		});
	await expect.poll(state, { timeout: 120_000 }).toBe('activated');
}

/** What the full text is searched for. */
const asked = 'milliseconds';

/** What these tests read of the site, besides the files that all pages share. */
const visited =
	/^(?:commands\/(?:build|run)|dockerfile\/instructions\/copy|a-z|explain|search|cheatsheet)(?:\/|$)/;
const shared = /^(?:_astro|pagefind)(?:\/|$)|^(?:commands|dockerfile|dockerfile\/instructions)$/;

/**
 * A part of a built site with a service worker of its own, with other words for some: keeping the
 * whole site takes a browser minutes. That the whole one keeps every page is asked in site.test.ts.
 */
async function toSmall(folder: string, isLeftOut: RegExp, words = '', other = '') {
	const small = mkdtempSync(join(tmpdir(), 'small-'));
	cpSync(folder, small, {
		recursive: true,
		filter: (source) => {
			const path = relative(folder, source).replaceAll('\\', '/');
			const isFile = statSync(source).isFile();
			const isAtTop = isFile && !path.includes('/');
			if (isLeftOut.test(path) || isUnasked(source)) return false;
			return path === '' || isAtTop || visited.test(path) || shared.test(path) || isCatalogue(path);
		},
	});
	for (const path of readdirSync(small, { recursive: true, encoding: 'utf8' })) {
		if (words === '' || !path.endsWith('.html')) continue;
		const text = readFileSync(join(small, path), 'utf8');
		if (text.includes(words)) writeFileSync(join(small, path), text.replaceAll(words, other));
	}
	await writeWorker(small);
	return small;
}

/** Whether it is a text of the full-text index that no search of these tests shows. */
function isUnasked(file: string): boolean {
	return file.endsWith('.pf_fragment') && !gunzipSync(readFileSync(file)).includes(asked);
}

/** The page of all snippets, without the thousands of files below it. */
function isCatalogue(path: string): boolean {
	return ['snippets', 'snippets/index.html', 'snippets/placeholders.json'].includes(path);
}

test('after one visit pages, search and sheets are there without a network', async ({ page }) => {
	const server = await serve(await toSmall(join(root, '.cache/base'), /^nothing$/), '/some/repo/');
	const home = `${server.origin}/some/repo/`;
	await visit(page, `${home}commands/build/`);
	await server.stop();

	for (const [path, title] of [
		['', /Docker/],
		['dockerfile/instructions/copy/', 'COPY'],
		['commands/run/', 'docker run'],
		['cheatsheet/', /cheatsheet/i],
		['snippets/', 'Snippets'],
		['a-z/', 'A–Z'],
		['explain/', 'Explain a Dockerfile'],
	] as const) {
		await page.goto(home + path);
		await expect(page.locator('h1')).toHaveText(title);
	}
	await page.locator('textarea').fill('services:\n  a:\n    image: b:1\n');
	await expect(page.locator('.explained-summary')).toHaveText(/A Compose file of 3 lines/);
	await page.locator('h1').click();
	await page.keyboard.press('/');
	await page.keyboard.type('copy --from');
	await expect(page.locator('dialog [role=option]').first()).toContainText('COPY --from');
	await page.goto(`${home}search/?q=${asked}`);
	await expect(page.locator('main [role=option]').first()).toBeVisible();
	const size = await page.evaluate(async (address) => {
		const response = await fetch(address);
		return (await response.arrayBuffer()).byteLength;
	}, `${home}cheatsheet/docker-a4.pdf`);
	expect(size).toBeGreaterThan(10_000);
	// Whether there is such a page, nobody knows without a network.
	await page.goto(`${home}nothing/here/`);
	await expect(page.locator('h1')).toHaveText('No network');
});

test('a new version comes whole, once no page of the old one is open', async ({
	page,
	context,
}) => {
	const dist = join(root, 'dist');
	const next = await toSmall(dist, /^pagefind/, 'Copy files from', 'Bring files from');
	const server = await serve(await toSmall(dist, /^pagefind/));
	const copy = `${server.origin}/dockerfile/instructions/copy/`;
	const words = (text: string) => page.locator('main').getByText(text).first();
	await visit(page, copy);
	server.change(next);
	await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
	});
	const waiting = () =>
		page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state);
	await expect.poll(waiting, { timeout: 120_000 }).toBe('installed');
	await page.reload();
	await expect(words('Copy files from')).toBeVisible();

	await page.goto('about:blank');
	const other = await context.newPage();
	await other.goto('about:blank');
	await expect(async () => {
		await page.goto(copy);
		const old = await words('Copy files from').count();
		if (old > 0) await page.goto('about:blank');
		expect(old).toBe(0);
	}).toPass({ timeout: 30_000 });
	await expect(words('Bring files from')).toBeVisible();
	await server.stop();
});
