import { expect, test } from '@playwright/test';
import { kinds } from './kinds.ts';

test('the scroll bars are shown, as readers on Windows and Linux have them', async ({ page }) => {
	await page.goto('/dockerfile/instructions/copy/');
	const width = await page.evaluate(() => innerWidth - document.documentElement.clientWidth);
	expect(width).toBeGreaterThan(0);
});

for (const address of kinds) {
	test(`${address} is as long as it says`, async ({ page }) => {
		for (const width of [1440, 390]) {
			await page.setViewportSize({ width, height: 844 });
			await page.goto(address, { waitUntil: 'networkidle' });
			const height = () => page.evaluate(() => document.documentElement.scrollHeight);
			const before = await height();
			await page.evaluate(async () => {
				for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
					scrollTo(0, y);
					await new Promise((resolve) => requestAnimationFrame(resolve));
				}
			});
			expect(await height(), `${width} px`).toBe(before);
		}
	});

	test(`no snippet of ${address} scrolls that has nothing to scroll to`, async ({ page }) => {
		for (const width of [1440, 820, 390]) {
			await page.setViewportSize({ width, height: 844 });
			await page.goto(address);
			const idle = await page.locator('main pre').evaluateAll((blocks) =>
				blocks.flatMap((block) => {
					const text = document.createRange();
					text.selectNodeContents(block);
					const { paddingLeft, paddingRight } = getComputedStyle(block);
					const needed = Math.max(...[...text.getClientRects()].map(({ right }) => right), 0);
					const room = block.getBoundingClientRect().left + block.clientWidth;
					const spare = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
					const scrolls = block.scrollWidth > block.clientWidth;
					return scrolls && needed + spare < room ? [block.textContent.slice(0, 60)] : [];
				}),
			);
			expect(idle, `${width} px`).toEqual([]);
		}
	});
}
