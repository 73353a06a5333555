import type { Browser, CDPSession } from '@playwright/test';
import type { slow4g } from '../search/timing.ts';
import { recordTasks, type Tasks } from './tasks.ts';
import { toMedian } from './weigh.ts';

/** What one visit with an empty cache takes, until a second after the load. */
export interface Visit extends Tasks {
	/** All answers with their headers, in bytes. */
	bytes: number;
	requests: number;
	/** First and largest contentful paint, in milliseconds. */
	fcp: number;
	lcp: number;
	/** Cumulative layout shift. */
	cls: number;
}

/** A phone on a slow connection: how much slower its processor is, and its network. */
export interface Device {
	slowdown: number;
	network: typeof slow4g;
}

/** The median of some visits of an address, each with an empty cache. */
export async function measureVisits(
	browser: Browser,
	address: string,
	device: Device,
	runs: number,
): Promise<Visit> {
	const visits: Visit[] = [];
	for (let run = 0; run < runs; run += 1) visits.push(await visit(browser, address, device));
	const middle = (key: keyof Visit): number => toMedian(visits.map((visit) => visit[key]));
	return {
		bytes: middle('bytes'),
		requests: middle('requests'),
		fcp: middle('fcp'),
		lcp: middle('lcp'),
		cls: middle('cls'),
		longest: middle('longest'),
		blocking: middle('blocking'),
	};
}

async function visit(browser: Browser, address: string, device: Device): Promise<Visit> {
	const context = await browser.newContext({
		viewport: { width: 412, height: 823 },
		deviceScaleFactor: 1.75,
		isMobile: true,
		serviceWorkers: 'block',
	});
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	const traffic = await listen(session, device);
	await page.addInitScript(observe);
	const stop = await recordTasks(browser, page);
	await page.goto(address, { waitUntil: 'load' });
	await page.waitForTimeout(1000);
	const tasks = await stop();
	const timing = await page.evaluate(() => globalThis.visitTiming);
	await context.close();
	return { ...traffic(), ...timing, ...tasks };
}

/** Slows the page down and counts what it fetches; gives the counts so far. */
async function listen(session: CDPSession, { slowdown, network }: Device) {
	const requests = new Set<string>();
	let bytes = 0;
	session.on('Network.requestWillBeSent', ({ requestId, request }) => {
		if (!request.url.startsWith('data:')) requests.add(requestId);
	});
	session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: true });
	await session.send('Network.emulateNetworkConditions', { offline: false, ...network });
	await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
	return () => ({ bytes, requests: requests.size });
}

/** Runs in the page before anything else. */
function observe(): void {
	const timing = { fcp: 0, lcp: 0, cls: 0 };
	globalThis.visitTiming = timing;
	const watch = (type: string, note: (entry: PerformanceEntry) => void): void =>
		new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
			type,
			buffered: true,
		});
	watch('paint', ({ name, startTime }) => {
		if (name === 'first-contentful-paint') timing.fcp = startTime;
	});
	watch('largest-contentful-paint', ({ startTime }) => (timing.lcp = startTime));
	watch('layout-shift', (entry) => {
		if ('value' in entry && 'hadRecentInput' in entry && !entry.hadRecentInput) {
			timing.cls += Number(entry.value);
		}
	});
}

declare global {
	var visitTiming: Pick<Visit, 'fcp' | 'lcp' | 'cls'>;
}
