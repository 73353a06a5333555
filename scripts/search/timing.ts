import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../tools.ts';

/** What somebody waits for, from opening the dialog to the first answer. */
export interface Cold {
	/** Milliseconds. */
	time: number;
	/** Over the network. */
	bytes: number;
}

/** Lighthouse's slow 4G: 150 ms to and fro, 1.6 Mbit/s. */
export const slow4g = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 7.5e5 / 8 };

/** No limits. */
export const unthrottled = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

type Network = typeof slow4g;

/** Starts the browser that is measured in. */
export function startBrowser(args: readonly string[] = []): Promise<Browser> {
	const executablePath = findBrowser();
	return chromium.launch({
		...(executablePath !== undefined && { executablePath }),
		args: ['--no-sandbox', '--disable-background-networking', ...args],
	});
}

/** One way to search: `act` resolves at the first answer with its milliseconds. */
export interface Way {
	act: (page: Page) => Promise<number>;
	/** What a server has sent so far; for workers, whose traffic the page's session does not see. */
	sent?: () => number;
}

/** The median of some runs, each with an empty cache. */
export async function measureCold(
	browser: Browser,
	address: string,
	network: Network,
	{ act, sent }: Way,
	runs = 7,
): Promise<Cold> {
	const results: Cold[] = [];
	for (let run = 0; run < runs; run += 1) {
		const page = await browser.newPage({ serviceWorkers: 'block' });
		await page.goto(address, { waitUntil: 'networkidle' });
		const session = await page.context().newCDPSession(page);
		await session.send('Network.enable');
		await session.send('Network.emulateNetworkConditions', { offline: false, ...network });
		let bytes = 0;
		const before = sent?.() ?? 0;
		session.on('Network.dataReceived', (event) => (bytes += event.encodedDataLength));
		session.on('Network.responseReceived', ({ response }) => (bytes += response.encodedDataLength));
		const time = await act(page);
		results.push({ time, bytes: sent === undefined ? bytes : sent() - before });
		await page.close();
	}
	const [middle] = results.sort((a, b) => a.time - b.time).slice(Math.floor(runs / 2));
	return middle ?? { time: Number.NaN, bytes: Number.NaN };
}

/** Opens the dialog by its key and types at once; the time until the answer stands there. */
export function openAndAsk(page: Page): Promise<number> {
	return page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				const started = performance.now();
				document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
				const box = document.querySelector('dialog.search .search-box');
				const input = box?.querySelector('input');
				const isThere = () => box?.querySelector('.hit-title')?.textContent === 'COPY';
				new MutationObserver(() => isThere() && resolve(performance.now() - started)).observe(
					box ?? document,
					{ childList: true, subtree: true },
				);
				if (!input) return;
				input.value = 'copy';
				input.dispatchEvent(new Event('input', { bubbles: true }));
			}),
	);
}

/** What Starlight's search needs at least before its first result: Pagefind alone, without its UI. */
export function askPagefind(page: Page, url: string): Promise<number> {
	return page.evaluate(async (address) => {
		const started = performance.now();
		const pagefind = await import(address);
		const { results } = await pagefind.search('copy');
		await results[0].data();
		return performance.now() - started;
	}, url);
}

/** Types into the open dialog when all is loaded: milliseconds from each key to its results. */
export async function measureKeys(browser: Browser, address: string, text: string) {
	const page = await browser.newPage({ serviceWorkers: 'block' });
	await page.goto(address, { waitUntil: 'networkidle' });
	await openAndAsk(page);
	await page.waitForFunction(() =>
		/result/.test(document.querySelector('dialog.search [role=status]')?.textContent ?? ''),
	);
	const times = await page.evaluate(typeSlowly, text);
	await page.close();
	return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

async function typeSlowly(text: string): Promise<number[]> {
	const input = document.querySelector<HTMLInputElement>('dialog.search input');
	const list = document.querySelector('dialog.search [role=listbox]');
	const times: number[] = [];
	for (let length = 1; input && list && length <= text.length; length += 1) {
		const started = performance.now();
		const changed = new Promise<number>((resolve) => {
			const watcher = new MutationObserver(() => {
				watcher.disconnect();
				// The frame that shows it counts, too.
				requestAnimationFrame(() => resolve(performance.now() - started));
			});
			watcher.observe(list, { childList: true, subtree: true });
			setTimeout(() => resolve(Number.NaN), 1000);
		});
		input.value = text.slice(0, length);
		input.dispatchEvent(new Event('input', { bubbles: true }));
		const time = await changed;
		if (!Number.isNaN(time)) times.push(time);
		await new Promise((resolve) => setTimeout(resolve, 150));
	}
	return times;
}
