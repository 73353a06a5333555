import { expect, test } from '@playwright/test';
import { kinds } from '../../scripts/bench/kinds.ts';
import { findFaults } from './axe.ts';

test.use({ viewport: { width: 412, height: 823 }, isMobile: true, hasTouch: true });
// A machine that is busy paints a page in pieces that readers never see: what moves, moves each time.
test.describe.configure({ retries: 2 });

for (const [kind, address] of Object.entries(kinds)) {
	test(`a page on a phone does not move, and leaves room for fingers: ${kind}`, async ({
		page,
	}) => {
		await page.addInitScript(() => {
			globalThis.shifted = [];
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries()) globalThis.shifted.push(JSON.stringify(entry));
			}).observe({ type: 'layout-shift', buffered: true });
		});
		const session = await page.context().newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
		await page.goto(address, { waitUntil: 'networkidle' });
		const sum = await page.evaluate(() =>
			globalThis.shifted.reduce((sum, entry) => sum + Number(JSON.parse(entry).value), 0),
		);
		expect(sum).toBeLessThan(0.005);

		expect(await findFaults(page, { rules: ['target-size'] })).toEqual([]);
	});
}

declare global {
	var shifted: string[];
}
