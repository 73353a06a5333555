import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page, type Request } from '@playwright/test';
import { kinds } from '../../scripts/bench/kinds.ts';
import { measureVisits } from '../../scripts/bench/load.ts';
import { unthrottled } from '../../scripts/search/timing.ts';
import { serve, type Served } from '../../scripts/serve.ts';
import { budgets, firstPaint, secondPage, shared } from './budgets.ts';
import { hold } from './hold.ts';

/** A file that a page has loaded, and its bytes on the way. */
interface Loaded {
	kind: 'document' | 'screen' | 'script' | 'print' | 'other';
	path: string;
	bytes: number;
}

const dist = new URL('../../dist/', import.meta.url).pathname;

let served: Served;
test.beforeAll(async () => {
	served = await serve({ '/': dist });
});
test.afterAll(() => served.stop());

/** Opens a page with an empty cache and gives what it loads without being touched. */
async function visit(page: Page, address: string): Promise<Loaded[]> {
	const requests: Request[] = [];
	// The icon of the tab is not part of the page.
	page.on('request', (request) => {
		if (!request.url().endsWith('/favicon.svg')) requests.push(request);
	});
	await page.goto(served.origin + address, { waitUntil: 'networkidle' });
	return Promise.all(
		requests.map(async (request) => {
			const path = new URL(request.url()).pathname;
			return { path, kind: toKind(path), bytes: (await request.sizes()).responseBodySize };
		}),
	);
}

function toKind(path: string): Loaded['kind'] {
	if (path.endsWith('/')) return 'document';
	const [, name] = /\/(screen|print)\.[\w-]+\.css$/.exec(path) ?? [];
	if (name === 'screen' || name === 'print') return name;
	return path.endsWith('.js') ? 'script' : 'other';
}

function sum(files: readonly Loaded[]): number {
	return files.reduce((all, { bytes }) => all + bytes, 0);
}

for (const [name, budget] of Object.entries(budgets)) {
	test(`a first visit of ${name} stays within its budget`, async ({ page }) => {
		const files = await visit(page, budget.address);
		const limits = { ...shared, document: budget.document, other: Infinity };
		const list = files.map(({ path, bytes }) => `${bytes} ${path}`).join('\n');
		const grown = files
			.filter(({ kind, bytes }) => bytes > limits[kind])
			.map(({ kind, path, bytes }) => `${path}: ${bytes} B, allowed are ${limits[kind]}`);
		expect(grown, 'files that grew').toEqual([]);
		expect(sum(files), list).toBeLessThanOrEqual(budget.total);
		expect(files.length, list).toBeLessThanOrEqual(budget.requests);
	});
}

for (const [name, address] of Object.entries(kinds)) {
	test(`loading ${name} keeps no page from answering`, async ({ browser }) => {
		const device = { slowdown: 1, network: unthrottled };
		// Other tests take the processor for a while; a task that is long is so each time.
		await expect(async () => {
			const { longest } = await measureVisits(browser, served.origin + address, device, 1);
			expect(longest, 'the longest task, in milliseconds').toBeLessThanOrEqual(50);
		}).toPass();
	});
}

test('what the COPY page needs to be painted fits the first packets', async ({ page }) => {
	const files = await visit(page, '/dockerfile/instructions/copy/');
	const needed = files.filter(({ kind }) => kind === 'document' || kind === 'screen');
	expect(needed.map(({ kind }) => kind).sort()).toEqual(['document', 'screen']);
	expect(sum(needed)).toBeLessThanOrEqual(firstPaint);
	// What stands in the page's text holds up only what comes behind it.
	const inHead = await page
		.locator('head link[rel=stylesheet]')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
	// What the header names may arrive before the page asks for it, and then is not timed as blocking.
	const blocking = await page.evaluate(() => {
		const timed = performance
			.getEntriesByType('resource')
			.filter(
				(entry) => 'renderBlockingStatus' in entry && entry.renderBlockingStatus === 'blocking',
			)
			.map(({ name }) => name);
		const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
			.filter(({ media }) => matchMedia(media).matches)
			.map(({ href }) => href);
		const waiting = 'script[src]:not([type=module], [async], [defer])';
		const scripts = [...document.querySelectorAll<HTMLScriptElement>(waiting)];
		const all = new Set([...timed, ...sheets, ...scripts.map(({ src }) => src)]);
		return [...all].map((url) => new URL(url).pathname);
	});
	const [early, late] = [true, false].map((is) =>
		blocking.filter((path) => inHead.includes(path) === is),
	);
	expect(early).toEqual([expect.stringMatching(/screen\.[\w-]+\.css$/)]);
	expect(late).toEqual([expect.stringMatching(/print\.[\w-]+\.css$/)]);
});

for (const [name, { address }] of Object.entries(budgets)) {
	test(`the first screen of ${name} fits the first packets`, async ({ page }) => {
		const files = await visit(page, address);
		const text = readFileSync(join(dist, address, 'index.html'), 'utf8');
		// A browser paints what stands before the sheet in the text, and goes on when that has come.
		const seam = text.indexOf('<link rel=stylesheet', text.indexOf('<main'));
		const start = gzipSync(text.slice(0, seam < 0 ? undefined : seam), { level: 9 });
		const screen = files.filter(({ kind }) => kind === 'screen');
		expect(screen).toHaveLength(1);
		expect(start.length + sum(screen)).toBeLessThanOrEqual(firstPaint);
	});
}

test('the first screen of a long page is painted before the rest is there', async ({ page }) => {
	const send = await hold(page, /\/print\.[\w-]+\.css$/);
	await page.goto('/dockerfile/instructions/copy/', { waitUntil: 'commit' });
	const paints = () => page.evaluate(() => performance.getEntriesByType('paint').length);
	await expect.poll(paints).toBeGreaterThan(0);
	await expect(page.getByRole('heading', { name: 'At a glance' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Sources' })).toHaveCount(0);
	send();
	await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
});

test('a second page costs little, and is there before it is clicked', async ({ page }) => {
	await visit(page, '/dockerfile/instructions/copy/');
	await page.waitForTimeout(200);
	const before = served.sent();
	const link = page.locator('.sidebar').getByRole('link', { name: 'ENV', exact: true });
	const fetched = page.waitForResponse(/\/instructions\/env\/$/);
	await link.hover();
	await (await fetched).finished();
	const hovered = served.sent();
	expect(hovered - before).toBeGreaterThan(0);
	await link.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('ENV');
	await page.waitForLoadState('networkidle');
	expect(served.sent() - before).toBeLessThanOrEqual(secondPage);
	expect(served.sent(), 'sent twice').toBe(hovered);
});

test('a reader who saves data gets nothing but what is asked for', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
	});
	await visit(page, '/dockerfile/instructions/copy/');
	const before = served.sent();
	await page.locator('.sidebar').getByRole('link', { name: 'ENV', exact: true }).hover();
	await page.waitForTimeout(300);
	expect(served.sent()).toBe(before);
});
