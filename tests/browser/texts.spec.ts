import { expect, test, type Page } from '@playwright/test';
import { addresses, findCovering, findLost } from './access.ts';

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

/** How many texts are laid out at once: to open a page for each would take ten times as long. */
const batch = 20;

/** Puts the texts of other pages into the one that is open, one below the other. */
function show(page: Page, some: readonly string[]): Promise<void> {
	return page.evaluate(async (paths) => {
		const texts = paths.map(async (path) => {
			const html = await (await fetch(path)).text();
			// What is around it is many times as long, and the same for all.
			const part = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
			const text = new DOMParser().parseFromString(part, 'text/html').querySelector('main');
			if (text === null) throw new Error(`${path} has no text.`);
			text.dataset['address'] = path;
			for (const link of text.querySelectorAll('link')) link.remove();
			return text;
		});
		// The style of snippets is the same for all, and would come later than the text.
		document.head.append(...document.querySelectorAll('main link'));
		const [first, ...others] = document.querySelectorAll('main');
		for (const other of others) other.remove();
		first?.replaceWith(...(await Promise.all(texts)));
	}, some);
}

/** How far below the top of its page the first code of each text begins, and what it does at once ends. */
function measureAnswers(page: Page): Promise<{ address: string; code: number; glance: number }[]> {
	return page.evaluate(() => {
		const texts = [...document.querySelectorAll('main')];
		const top = (texts[0]?.getBoundingClientRect().top ?? 0) + scrollY;
		return texts.map((text) => {
			const start = text.getBoundingClientRect().top - top;
			const code = text.querySelector('.expressive-code, table code');
			return {
				address: text.dataset['address'] ?? '',
				code: (code?.getBoundingClientRect().top ?? Infinity) - start,
				glance: (text.querySelector('.glance')?.getBoundingClientRect().bottom ?? start) - start,
			};
		});
	});
}

function toBatches(all: readonly string[]): string[][] {
	const count = Math.ceil(all.length / batch);
	return Array.from({ length: count }, (_, at) => all.slice(at * batch, (at + 1) * batch));
}

for (const half of [0, 1]) {
	const some = texts.filter((_, at) => at % 2 === half);
	test(`no text loses anything when it is four times as large, half ${half + 1}`, async ({
		page,
	}) => {
		await page.setViewportSize({ width: 320, height: 256 });
		await page.goto('/commands/build/');
		for (const addresses of toBatches(some)) {
			await show(page, addresses);
			expect.soft(await findLost(page, 'main'), addresses.join()).toEqual([]);
			const width = await page.evaluate('document.documentElement.scrollWidth');
			expect.soft(width, addresses.join()).toBeLessThanOrEqual(320);
		}
	});
}

for (const width of [390, 1440]) {
	test(`the first snippet of each page that answers is seen at once at ${width} px`, async ({
		page,
	}) => {
		await page.setViewportSize({ width, height: 844 });
		await page.goto('/commands/build/');
		for (const addresses of toBatches(answers)) {
			await show(page, addresses);
			const measured = await measureAnswers(page);
			expect.soft(measured).toHaveLength(addresses.length);
			expect.soft(measured.filter(({ code }) => code >= 300)).toEqual([]);
			if (width === 1440) expect.soft(measured.filter(({ glance }) => glance >= 560)).toEqual([]);
			expect.soft(await findCovering(page), addresses.join()).toEqual([]);
		}
	});
}
