import { expect, test } from '@playwright/test';

/** Long pages, most of which is laid out late, with parts far below their first screen. */
const long: readonly (readonly [string, readonly string[]])[] = [
	['/dockerfile/instructions/run/', ['hadolint-rules', 'dl3059']],
	['/a-z/', ['d', 's']],
	['/cheatsheet/', ['group-patterns']],
];

// Wide enough for the column beside the text, which a browser may take for what is read.
test.use({ viewport: { width: 1440, height: 823 } });

/** Below the header, and what a row of a table may stand below its head. */
const lowest = 210;

/** Runs in the page: the first line in the middle of the screen that is laid out. */
function findRead(): Element | undefined {
	return [...document.querySelectorAll('main :is(li, h2, h3, h4, p, td)')].find((element) => {
		const { top } = element.getBoundingClientRect();
		return top > 200 && top < 700 && element.checkVisibility({ contentVisibilityAuto: true });
	});
}

for (const [address, ids] of long) {
	for (const id of ids) {
		test(`an address leads to its part of a long page: ${address}#${id}`, async ({ page }) => {
			await page.goto(`${address}#${id}`, { waitUntil: 'networkidle' });
			// What is near is laid out in the frames that follow.
			await page.waitForTimeout(300);
			const toTop = (element: Element) => element.getBoundingClientRect().top;
			const top = await page.locator(`[id="${id}"]`).evaluate(toTop);
			expect(top).toBeGreaterThan(50);
			expect(top).toBeLessThan(lowest);
		});
	}

	test(`what is read stays in its place on the way up: ${address}`, async ({ page }) => {
		await page.goto(address, { waitUntil: 'networkidle' });
		await page.keyboard.press('End');
		await page.waitForTimeout(500);
		await page.mouse.move(720, 400);
		for (let step = 0; step < 12; step += 1) {
			const seen = await page.evaluateHandle(findRead);
			const toPlace = (element: Element | undefined) =>
				[element?.getBoundingClientRect().top ?? 0, scrollY] as const;
			const [before, left] = await seen.evaluate(toPlace);
			await page.mouse.wheel(0, -400);
			await page.waitForTimeout(120);
			const [after] = await seen.evaluate(toPlace);
			expect(after - before).toBeCloseTo(Math.min(400, left), -1);
		}
	});
}
