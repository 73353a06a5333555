import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { serve, type Served } from '../../scripts/serve.ts';
import { readBuilt, root, sites, type Site } from '../built.ts';
import { toNextVersion } from './finished.ts';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 180_000 });

const [atRoot, underBase] = sites;
if (!atRoot || !underBase) throw new Error('Two sites are built.');
const copyPage = 'dockerfile/instructions/copy/';
const oneOfEachKind = [
	...['', copyPage, 'commands/build/', 'checks/json-args-recommended/', 'a-z/', 'snippets/'],
	...['foundations/what-is-docker/', 'cheatsheet/', 'search/'],
];
/** What only servers read, and what is kept packed already. */
const unkept =
	/\.(?:br|gz)$|^(?:download\/.*|sitemap.*|robots\.txt|opensearch\.xml|service-worker\.js|_[a-z]+)$/;

const folderOf = ({ folder }: Site) => join(root, folder);
const news = (page: Page) => page.getByRole('status').filter({ hasText: 'new version' });
const summary = (page: Page) => page.locator('main').getByText('Copy files from').first();

/**
 * Opens a page for the first time and waits until everything is kept. What could not be kept, on a
 * machine that is too busy, the next page view keeps.
 */
async function visit(page: Page, address: string): Promise<void> {
	await expect(async () => {
		await page.goto(address);
		const end = await page.evaluate(keepAll);
		if (end !== 'kept') console.log(`A visit of ${address} has kept nothing; ${end}`);
		expect(end).toBe('kept');
	}).toPass();
	const state = () => page.evaluate(() => navigator.serviceWorker.controller?.state);
	await expect.poll(state).toBe('activated');
}

/** In the page: `kept`, or where the registration stands that takes half a minute. */
function keepAll(): Promise<string> {
	const slow = async () => {
		await new Promise((resolve) => setTimeout(resolve, 30_000));
		const { installing, waiting, active } = (await navigator.serviceWorker.getRegistration()) ?? {};
		return `${document.visibilityState}: ${[installing, waiting, active].map((worker) => worker?.state)}`;
	};
	return Promise.race([navigator.serviceWorker.ready.then(() => 'kept'), slow()]);
}

async function cut(context: BrowserContext, server: Served): Promise<void> {
	await context.setOffline(true);
	await server.stop();
}

/** The same server again. */
async function mend(context: BrowserContext, { origin }: Served, folder: string): Promise<Served> {
	await context.setOffline(false);
	return serve({ '/': folder }, Number(new URL(origin).port));
}

/** In the page: the files that do not arrive, read to their end. */
async function findMissing({ home, paths }: { home: string; paths: string[] }): Promise<string[]> {
	const missing: string[] = [];
	const queue = paths.values();
	const lane = async () => {
		for (const path of queue) {
			const read = async () => {
				const response = await fetch(home + path);
				return response.ok && (await response.arrayBuffer()).byteLength > 0;
			};
			if (!(await read().catch(() => false))) missing.push(path);
		}
	};
	await Promise.all(Array.from({ length: 8 }, lane));
	return missing;
}

test('after one visit, each file is there without a network, under a base path too', async ({
	page,
	context,
}) => {
	const server = await serve({ [underBase.base]: folderOf(underBase) });
	const home = server.origin + underBase.base;
	await visit(page, home + copyPage);
	await cut(context, server);

	const { files, pages } = readBuilt(underBase);
	const kept = files.filter((path) => !unkept.test(path));
	const paths = kept.map((path) => path.replace(/(^|\/)index\.html$/, '$1'));
	expect(await page.evaluate(findMissing, { home, paths })).toEqual([]);
	for (const path of oneOfEachKind) {
		await page.goto(home + path);
		await expect(page.locator('h1')).toHaveText(pages.get(`/${path}`)?.('h1').text() ?? '');
	}
});

test('a kept site is searched, printed, changed and emptied', async ({ page, context }) => {
	const folder = folderOf(atRoot);
	const next = await toNextVersion(folder, 'Copy files from', 'Bring files from');
	let server = await serve({ '/': folder });
	const { origin } = server;
	await visit(page, `${origin}/commands/build/`);

	await test.step('searches names and the full text without a network', async () => {
		await cut(context, server);
		await page.goto(`${origin}/commands/run/`);
		await page.keyboard.press('/');
		await page.keyboard.type('copy --from');
		await expect(page.locator('[role=option]').first()).toContainText('COPY --from');
		await page.goto(`${origin}/search/?q=milliseconds`);
		await expect(page.locator('main [role=option]').first()).toBeVisible();
	});

	await test.step('has the sheet and what is there under another address', async () => {
		const sheet = await page.evaluate(async () => {
			const response = await fetch('/cheatsheet/docker-a4.pdf');
			return [...new Uint8Array(await response.arrayBuffer())];
		});
		const built = readFileSync(join(folder, 'cheatsheet/docker-a4.pdf'));
		expect(Buffer.compare(Buffer.from(sheet), built)).toBe(0);
		await page.goto(`${origin}/commands/build/index.html?from=afar`);
		await expect(page.locator('h1')).toHaveText('docker build');
		await page.goto(`${origin}/commands/build`);
		await expect(page).toHaveURL(`${origin}/commands/build/`);
	});

	await test.step('says that a page is not there', async () => {
		const response = await page.goto(`${origin}/nothing/here/`);
		expect(response?.status()).toBe(404);
		await expect(page.locator('h1')).toHaveText('There is no such page');
	});

	const other = await context.newPage();
	await test.step('stays with one version until the reader changes', async () => {
		server = await mend(context, server, next);
		await other.goto(`${origin}/commands/build/`);
		await page.goto(origin);
		await expect(news(page)).toContainText('There is a new version');
		await page.goto(`${origin}/${copyPage}`);
		await expect(summary(page)).toBeVisible();
		await expect(news(page).getByRole('button', { name: 'Reload' })).toBeVisible();
	});

	await test.step('changes, and an open tab still has the programs of its version', async () => {
		await news(page).getByRole('button', { name: 'Reload' }).click();
		await expect(page.locator('main').getByText('Bring files from').first()).toBeVisible();
		await expect(summary(page)).toHaveCount(0);
		await cut(context, server);
		await other.keyboard.press('/');
		await other.keyboard.type('copy');
		await expect(other.locator('[role=option]').first()).toContainText('COPY');
		await other.close();
	});

	await test.step('is whole again after it was emptied', async () => {
		server = await mend(context, server, next);
		await page.evaluate(async () => {
			for (const name of await caches.keys()) await caches.delete(name);
		});
		// A worker that starts anew looks after what it keeps.
		await stopWorkers(context, page);
		await page.goto(`${origin}/${copyPage}`);
		await expect(page.locator('h1')).toHaveText('COPY');
		const count = async () => {
			const name = (await caches.keys()).find((one) => one.includes('precache')) ?? '';
			return (await (await caches.open(name)).keys()).length;
		};
		const { files } = readBuilt(atRoot);
		const all = files.filter((path) => !unkept.test(path)).length;
		await expect.poll(() => page.evaluate(count), { timeout: 60_000 }).toBe(all);
		await cut(context, server);
		await page.goto(`${origin}/commands/run/`);
		await expect(page.locator('h1')).toHaveText('docker run');
	});

	await server.stop();
	rmSync(next, { recursive: true });
});

async function stopWorkers(context: BrowserContext, page: Page): Promise<void> {
	const session = await context.newCDPSession(page);
	await session.send('ServiceWorker.enable');
	await session.send('ServiceWorker.stopAllWorkers');
	await session.detach();
}

test('a build without a worker takes it back, with all that it kept', async ({ context }) => {
	const server = await serve({ '/': folderOf(atRoot) });
	const first = await context.newPage();
	await visit(first, server.origin);
	const leave = readFileSync(join(root, 'public/service-worker.js'), 'utf8');
	server.change({ '/': folderOf(atRoot) }, { '/service-worker.js': leave });
	await first.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		await registration?.update();
	});
	await first.close();
	const next = await context.newPage();
	// Where nothing registers it again.
	await next.goto(`${server.origin}/api/checks.json`);
	const kept = async () => [
		...(await caches.keys()),
		...(await navigator.serviceWorker.getRegistrations()),
	];
	await expect.poll(() => next.evaluate(kept), { timeout: 60_000 }).toEqual([]);
	await server.stop();
});

test.describe('without what it takes, the site works from the network:', () => {
	for (const [fault, text] of [
		['a worker that throws', 'throw new Error("broken")'],
		['a worker that is no program', '<!doctype html>'],
		['a worker that cannot fetch all', undefined],
	] as const) {
		test(fault, async ({ page }) => {
			const errors: string[] = [];
			page.on('pageerror', ({ message }) => errors.push(message));
			const folder = folderOf(atRoot);
			const server = await serve({ '/': folder });
			server.change(
				{ '/': folder },
				text === undefined ? { '/a-z/': 'no' } : { '/service-worker.js': text },
			);
			await page.goto(`${server.origin}/${copyPage}`);
			await page.waitForTimeout(1500);
			await page.goto(`${server.origin}/commands/build/`);
			await page.keyboard.press('/');
			await page.keyboard.type('copy');
			await expect(page.locator('[role=option]').first()).toContainText('COPY');
			expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBe(null);
			expect(errors).toEqual([]);
			await server.stop();
		});
	}

	test('a disk without room', async ({ page, context }) => {
		const server = await serve({ '/': folderOf(atRoot) });
		const session = await context.newCDPSession(page);
		const { origin } = server;
		await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
		await page.goto(`${origin}/${copyPage}`);
		await expect
			.poll(() =>
				page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
			)
			.toBe(0);
		await page.goto(`${origin}/commands/build/`);
		await expect(page.locator('h1')).toHaveText('docker build');
		await server.stop();
	});
});
