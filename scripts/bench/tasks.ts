import type { Browser, CDPSession, Page } from '@playwright/test';

/** What the main thread of a page did, in milliseconds. */
export interface Tasks {
	/** The longest task. */
	longest: number;
	/** What of all tasks is above 50 ms. */
	blocking: number;
}

/** An event of a trace; the times are microseconds. */
interface TraceEvent {
	name: string;
	pid: number;
	tid: number;
	ts: number;
	dur?: number;
}

/** The mark by which the page tells which thread is its own. */
const mark = 'end of the tasks';

/**
 * Records the tasks of a page until the function that it gives is called. They come from the browser's
 * trace: `PerformanceObserver` leaves out some that only lay out and paint, which are the longest of a
 * static page.
 */
export async function recordTasks(browser: Browser, page: Page): Promise<() => Promise<Tasks>> {
	const session = await browser.newBrowserCDPSession();
	const events: TraceEvent[] = [];
	session.on('Tracing.dataCollected', ({ value }) => events.push(...value.map(toEvent)));
	await session.send('Tracing.start', {
		transferMode: 'ReportEvents',
		traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] },
	});
	return async () => {
		await page.evaluate((name) => void performance.mark(name), mark);
		return toTasks(await finish(session, events));
	};
}

async function finish(session: CDPSession, events: TraceEvent[]): Promise<TraceEvent[]> {
	const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
	await session.send('Tracing.end');
	await complete;
	await session.detach();
	return events;
}

function toTasks(events: readonly TraceEvent[]): Tasks {
	const end = events.find(({ name }) => name === mark);
	if (end === undefined) throw new Error('The page has not marked the end of what is measured.');
	const tasks = events
		.filter(({ name, pid, tid }) => name.endsWith('RunTask') && pid === end.pid && tid === end.tid)
		.map(({ dur = 0 }) => dur / 1000);
	return {
		longest: Math.max(0, ...tasks),
		blocking: tasks.reduce((sum, time) => sum + Math.max(0, time - 50), 0),
	};
}

function toEvent(value: Record<string, unknown>): TraceEvent {
	return {
		name: String(value['name']),
		pid: Number(value['pid']),
		tid: Number(value['tid']),
		ts: Number(value['ts']),
		...(typeof value['dur'] === 'number' && { dur: value['dur'] }),
	};
}
