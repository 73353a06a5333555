import { expect, test, type Page } from '@playwright/test';
import { addContrast } from './contrast.ts';
import { kinds } from './kinds.ts';
import { atRoot } from './playwright.config.ts';

test('the scroll bars are shown, as readers on Windows and Linux have them', async ({ page }) => {
	await page.goto('/dockerfile/instructions/copy/');
	const width = await page.evaluate(() => innerWidth - document.documentElement.clientWidth);
	expect(width).toBeGreaterThan(0);
});

const widths = [1920, 1600, 1440, 1280, 820, 390];

// One visit of each page: to open one takes longer than to look at it.
test('every kind of page stands in its place at each width', async ({ page }) => {
	const places = new Map<number, Set<string>>();
	for (const address of kinds) {
		await page.goto(address);
		for (const width of widths) {
			const look = `${address} at ${width} px`;
			await page.setViewportSize({ width, height: 900 });
			// The sheet has the whole width for itself.
			if (width >= 1280 && address !== '/cheatsheet/') {
				places.set(width, (places.get(width) ?? new Set()).add(await findPlace(page)));
			}
			if ([1440, 820, 390].includes(width)) {
				expect.soft(await findIdle(page), `${look}: snippets scroll to nothing`).toEqual([]);
			}
			if ([1440, 390].includes(width)) {
				const [before, after] = await measure(page);
				expect.soft(after, `${look}: is as long as it says`).toBe(before);
			}
			if (width === 820) {
				await expect.soft(page.getByRole('button', { name: 'Menu' }), look).toBeVisible();
			}
		}
	}
	for (const [width, found] of places) expect([...found], `${width} px`).toHaveLength(1);
});

/** Where the title and the text of a page begin. */
async function findPlace(page: Page): Promise<string> {
	const [title, text] = await page
		.locator('h1, .sl-markdown-content')
		.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
	return [title?.x, title?.y, text?.x, text?.y].map(Math.round as () => number).join();
}

/** The snippets that scroll and have nothing to scroll to. */
function findIdle(page: Page): Promise<string[]> {
	return page.locator('main pre').evaluateAll((blocks) =>
		blocks.flatMap((block) => {
			if (block.scrollWidth <= block.clientWidth) return [];
			const text = document.createRange();
			text.selectNodeContents(block);
			const { paddingLeft, paddingRight } = getComputedStyle(block);
			const needed = Math.max(...[...text.getClientRects()].map(({ right }) => right), 0);
			const room = block.getBoundingClientRect().left + block.clientWidth;
			const spare = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
			return needed + spare < room ? [block.textContent.slice(0, 60)] : [];
		}),
	);
}

/** The height of a page before somebody has scrolled through it, and after; at most 20 stops. */
function measure(page: Page): Promise<number[]> {
	return page.evaluate(async () => {
		const { scrollHeight } = document.documentElement;
		for (let y = 0; y < scrollHeight; y += Math.max(innerHeight, scrollHeight / 20)) {
			scrollTo(0, y);
			await new Promise((resolve) => requestAnimationFrame(resolve));
		}
		scrollTo(0, 0);
		return [scrollHeight, document.documentElement.scrollHeight];
	});
}

test('the menu of a phone is open at the page', async ({ page }) => {
	await page.setViewportSize({ width: 820, height: 844 });
	await page.goto('/commands/volume-rm/');
	await page.getByRole('button', { name: 'Menu' }).click();
	await expect(page.locator('.branch [aria-current=page]')).toBeInViewport();
});

test('what prints does not depend on the theme', async ({ page }) => {
	for (const address of ['/dockerfile/instructions/copy/', '/commands/run/', '/checks/']) {
		await page.goto(address);
		await page.emulateMedia({ media: 'print' });
		const pictures: Buffer[] = [];
		for (const theme of ['light', 'dark']) {
			await page.evaluate((name) => {
				document.documentElement.dataset['theme'] = name;
			}, theme);
			pictures.push(await page.screenshot());
		}
		const [light, dark] = pictures;
		expect(light?.equals(dark ?? Buffer.alloc(0)), address).toBe(true);
	}
});

// axe waits for timers, which a page without JavaScript does not have: this asks for contrast alone.
test('without JavaScript all words are legible in both themes', async ({ browser }) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	for (const address of ['/', '/dockerfile/instructions/copy/', '/commands/build/']) {
		await page.goto(`${atRoot}${address}`);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			for (const width of [1440, 820, 390]) {
				await page.setViewportSize({ width, height: 844 });
				expect(await findFaint(page), `${address}, ${colorScheme}, ${width} px`).toEqual([]);
			}
		}
	}
	await page.close();
});

/** Words with less contrast than 4.5 to 1. */
async function findFaint(page: Page): Promise<string[]> {
	await addContrast(page);
	return page.evaluate(() =>
		[...document.querySelectorAll('header *, main *')].flatMap((element) => {
			const isText = [...element.childNodes].some(
				({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim() !== '',
			);
			if (!isText || !element.checkVisibility() || element.closest('.sr-only')) return [];
			const isFaint = toContrast(getComputedStyle(element).color, element) < 4.5;
			return isFaint ? [element.outerHTML.slice(0, 120)] : [];
		}),
	);
}
