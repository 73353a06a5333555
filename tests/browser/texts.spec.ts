import { expect, test, type Page } from '@playwright/test';
import { addresses, findCovering, findFirstCode, findLost } from './access.ts';

/** Pages with styles of their own; tests/browser/pages.spec.ts opens each of them. */
const own = ['/', '/404/', '/cheatsheet/', '/explain/', '/search/', '/snippets/'];
/** The others are one frame around a text. */
const texts = addresses.filter((address) => !own.includes(address));
/** The pages whose first snippet is what most come for. */
const answers = texts.filter((address) =>
	/^\/(?:dockerfile\/instructions|commands)\/./.test(address),
);

// The policy of the pages refuses to put a text into one of them.
test.use({ bypassCSP: true });

/** Puts the text of another page into the one that is open; to open it would take five times as long. */
function show(page: Page, address: string): Promise<void> {
	return page.evaluate(async (path) => {
		const html = await (await fetch(path)).text();
		const text = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
		if (text === null) throw new Error(`${path} has no text.`);
		// The style of snippets is the same for all, and would come later than the text.
		document.head.append(...document.querySelectorAll('main link'));
		for (const link of text.querySelectorAll('link')) link.remove();
		document.querySelector('main')?.replaceWith(text);
	}, address);
}

for (const half of [0, 1]) {
	const some = texts.filter((_, at) => at % 2 === half);
	test(`no text loses anything when it is four times as large, half ${half + 1}`, async ({
		page,
	}) => {
		await page.setViewportSize({ width: 320, height: 256 });
		await page.goto('/commands/build/');
		for (const address of some) {
			await show(page, address);
			expect.soft(await findLost(page, 'main'), address).toEqual([]);
			const width = await page.evaluate('document.documentElement.scrollWidth');
			expect.soft(width, address).toBeLessThanOrEqual(320);
		}
	});
}

for (const width of [390, 1440]) {
	test(`the first snippet of each page that answers is seen at once at ${width} px`, async ({
		page,
	}) => {
		await page.setViewportSize({ width, height: 844 });
		await page.goto('/commands/build/');
		for (const address of answers) {
			await show(page, address);
			expect.soft(await findFirstCode(page), address).toBeLessThan(300);
			expect.soft(await findCovering(page), address).toEqual([]);
		}
	});
}
