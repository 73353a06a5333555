import { expect, test, type Page } from '@playwright/test';
import { atRoot, underBase } from './playwright.config.ts';
import { print } from './print.ts';

const shown = (page: Page) => page.locator('.sheet h4').filter({ visible: true });
const ticked = (page: Page) => page.locator('.pick input:checked');
const tick = (page: Page, name: string) =>
	page.getByRole('checkbox', { name: `${name} on my sheet`, exact: true });

test('cards are there at once, and cover their sides', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto('/cheatsheet/');
	const first = await page.locator('.sheet [data-card]').first().boundingBox();
	expect(first?.y).toBeLessThan(300);
	const sides = page.locator('.sheet .side:not(.more)');
	expect(await sides.count()).toBe(2);
	for (const side of await sides.all()) {
		expect(await side.evaluate(measureCovered)).toBeGreaterThan(0.85);
	}
});

test('a button to copy holds what it shows on a phone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/cheatsheet/');
	const buttons = page.locator('.sheet button.copy');
	await expect(buttons.first()).toBeVisible();
	const countFull = (buttons: Element[]) =>
		buttons.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight).length;
	expect(await buttons.evaluateAll(countFull)).toBe(0);
});

/** What share of the room between the first and the last card of a side cards and headings take. */
function measureCovered(side: Element): number {
	const boxes = [...side.querySelectorAll('[data-card], h3')].map((one) =>
		one.getBoundingClientRect(),
	);
	const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.x));
	const height =
		Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.y));
	return boxes.reduce((sum, box) => sum + box.width * box.height, 0) / (width * height);
}

test('prints the sheet on two pages, one for each side, with no card cut', async ({
	page,
}, info) => {
	await page.goto('/cheatsheet/');
	await page.emulateMedia({ media: 'print' });
	const sides = page.locator('.sheet .side:not(.more)');
	for (const format of ['A4', 'Letter']) {
		const options = { format, preferCSSPageSize: true };
		const pages = await print(page, info.outputPath('sheet.pdf'), options);
		expect(pages, format).toHaveLength(2);
		for (const [at, side] of (await sides.all()).entries()) {
			const text = (pages[at] ?? '').replace(/\s/g, '');
			const codes = await side.locator('pre').filter({ visible: true }).allTextContents();
			expect(codes.length).toBeGreaterThan(20);
			expect(codes.filter((code) => !text.includes(code.replace(/\s/g, '')))).toEqual([]);
		}
		for (const shown of ['Search', 'Your own sheet', 'Previous', 'More commands']) {
			expect(pages.join('\n')).not.toContain(shown);
		}
	}
	const cut = page.locator('.side article').filter({ visible: true });
	const sizes = await cut.evaluateAll((cards) =>
		cards.map((card) => card.scrollWidth - card.clientWidth),
	);
	expect(Math.max(...sizes)).toBeLessThanOrEqual(1);
});

test('cards are ticked by keyboard, kept, seen alone and taken off again', async ({ page }) => {
	await page.goto('/cheatsheet/');
	for (const name of ['RUN', 'FROM', 'docker compose up']) {
		await tick(page, name).focus();
		await page.keyboard.press('Space');
	}
	await expect(page).toHaveURL('/cheatsheet/?sheet=run.from.docker-compose-up');
	await page.goto('/cheatsheet/');
	await expect(page.locator('.own-count')).toHaveText('3 cards · 1 page');
	await page.getByLabel('Show only these').check();
	await expect(shown(page)).toHaveText(['FROM', 'RUN', 'docker compose up']);
	await tick(page, 'FROM').uncheck();
	await expect(shown(page)).toHaveText(['RUN', 'docker compose up']);
	await page.getByRole('button', { name: 'Clear' }).click();
	await expect(page).toHaveURL('/cheatsheet/');
	await expect(page.locator('#own')).toBeHidden();
	await expect(page.locator('article').first()).toBeVisible();
});

test('a shared address gives the same cards to somebody else, and prints just those', async ({
	page,
}, info) => {
	await page.goto('/cheatsheet/?sheet=env.docker-run.docker-compose-up');
	await expect(page.locator('.own-count')).toHaveText('3 cards · 1 page');
	const pages = await print(page, info.outputPath('own.pdf'), { preferCSSPageSize: true });
	expect(pages).toHaveLength(1);
	for (const title of ['ENV', 'docker run', 'docker compose up']) expect(pages[0]).toContain(title);
	for (const other of ['WORKDIR', 'docker build', 'There is no room']) {
		expect(pages[0]).not.toContain(other);
	}
});

test('an own sheet has as many pages as the bar says, whichever paper is in the printer', async ({
	page,
}, info) => {
	await page.goto('/cheatsheet/');
	const ids = await page.locator('[data-card]').evaluateAll((cards) => cards.map(({ id }) => id));
	for (const cards of [ids.slice(0, 1), ids.slice(0, 5), ids.slice(0, 12), ids]) {
		await page.goto(`/cheatsheet/?sheet=${cards.join('.')}`);
		const bar = page.locator('.own-count');
		await expect(bar).toHaveText(/page/);
		const said = await bar.textContent();
		expect(await page.locator('.own-page').evaluateAll(findCut)).toEqual([]);
		for (const format of ['A4', 'Letter']) {
			for (const landscape of [true, false]) {
				const options = { format, landscape, preferCSSPageSize: true };
				const pages = await print(page, info.outputPath('own.pdf'), options);
				const label = `${cards.length} cards, ${format}, landscape: ${landscape}`;
				expect(said, label).toMatch(new RegExp(` · ${pages.length} pages?$`));
			}
		}
	}
});

/** The cards that reach over the edge of their page, or stand on none of its columns. */
function findCut(pages: Element[]): (string | null)[] {
	return pages.flatMap((page) => {
		const { right, bottom } = page.getBoundingClientRect();
		const cards = [...page.querySelectorAll('article')].filter((card) => {
			const box = card.getBoundingClientRect();
			return box.right > right + 1 || box.bottom > bottom + 1;
		});
		return cards.map((card) => card.querySelector('h4')?.textContent ?? null);
	});
}

test('an address that is no sheet gives the whole one and says so', async ({ page }) => {
	const dialogs: string[] = [];
	page.on('dialog', (dialog) => {
		dialogs.push(dialog.message());
		void dialog.dismiss();
	});
	for (const query of ['sheet=%3Cimg%20src=x%20onerror=alert(1)%3E', 'sheet=from.nothing']) {
		await page.goto(`/cheatsheet/?${query}`);
		await expect(page.getByRole('alert')).toBeVisible();
		await expect(page.locator('.sheet article').first()).toBeVisible();
		await expect(ticked(page)).toHaveCount(0);
		await expect(page.locator('img[src="x"]')).toHaveCount(0);
	}
	expect(dialogs).toEqual([]);
});

test('a broken memory of the browser gives the whole sheet', async ({ page }) => {
	await page.addInitScript(() => localStorage.setItem('sheet', 'sheet=from.nothing&x=%'));
	await page.goto('/cheatsheet/');
	await expect(page.locator('.sheet article').first()).toBeVisible();
	await expect(page.getByRole('alert')).toBeHidden();
	await expect(page.locator('#own')).toBeHidden();
	await expect(ticked(page)).toHaveCount(0);
});

test('pages put their card on the sheet and take it off', async ({ page }) => {
	await page.goto('/dockerfile/instructions/copy/');
	await page.getByRole('button', { name: 'Add to my sheet' }).click();
	await page.goto('/commands/compose-up/');
	await page.getByRole('button', { name: 'Add to my sheet' }).click();
	await page.getByRole('link', { name: 'My sheet' }).click();
	await expect(tick(page, 'COPY')).toBeChecked();
	await expect(tick(page, 'docker compose up')).toBeChecked();
	await page.goto('/dockerfile/instructions/copy/');
	await page.getByRole('button', { name: 'Take off my sheet' }).click();
	await page.goto('/cheatsheet/');
	await expect(ticked(page)).toHaveCount(1);
	await expect(tick(page, 'docker compose up')).toBeChecked();
});

test('pages lead to the sheet under a base path, too', async ({ page }) => {
	await page.goto(`${underBase}/dockerfile/instructions/copy/`);
	await page.getByRole('button', { name: 'Add to my sheet' }).click();
	await page.getByRole('link', { name: 'My sheet' }).click();
	await expect(tick(page, 'COPY')).toBeChecked();
});

test('needs no JavaScript for the whole sheet, and shows no dead control', async ({ browser }) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto(`${atRoot}/cheatsheet/`);
	const cards = page.locator('[data-card]');
	await expect(cards.filter({ visible: true })).toHaveCount(await cards.count());
	for (const name of ['FROM', 'docker run', 'docker compose up']) {
		await expect(cards.getByRole('heading', { name, exact: true })).toHaveCount(1);
	}
	await expect(page.locator('#own, .own-notice').filter({ visible: true })).toHaveCount(0);
	await expect(page.getByRole('checkbox')).toHaveCount(0);
	await page.close();
});
