import { execFileSync } from 'node:child_process';
import { expect, test, type Page } from '@playwright/test';
import { toCards } from '../../src/cheatsheet/model.ts';
import { loadSite } from '../../src/site.ts';
import { atRoot, underBase } from './playwright.config.ts';
import { print } from './print.ts';

const site = loadSite(new URL('../../', import.meta.url), '2026-11-24');
if (!site.ok) throw new Error(JSON.stringify(site.messages));
const [sheet] = site.sheets;
if (sheet === undefined) throw new Error('There is no sheet.');

const list = (page: Page) => page.locator('.own-list li span');

for (const format of ['A4', 'Letter']) {
	test(`prints the sheet on two pages of ${format}, one for each side, with no card cut`, async ({
		page,
	}, info) => {
		await page.goto('/cheatsheet/');
		const pages = await print(page, info.outputPath('sheet.pdf'), {
			format,
			preferCSSPageSize: true,
		});
		expect(pages).toHaveLength(2);
		for (const [at, side] of sheet.sides.entries()) {
			const text = (pages[at] ?? '').replace(/\s/g, '');
			const required = toCards([side]).flatMap(({ lines }) =>
				lines.flatMap((line) =>
					line.priority === 0 && line.type === 'code' ? line.code.split('\n') : [],
				),
			);
			expect(required.filter((line) => !text.includes(line.replace(/\s/g, '')))).toEqual([]);
		}
		for (const shown of ['Search', 'Your own sheet', 'Previous', 'More commands']) {
			expect(pages.join('\n')).not.toContain(shown);
		}
		await page.emulateMedia({ media: 'print' });
		const cut = page.locator('.side article').filter({ visible: true });
		const sizes = await cut.evaluateAll((cards) =>
			cards.map((card) => card.scrollWidth - card.clientWidth),
		);
		expect(Math.max(...sizes)).toBeLessThanOrEqual(1);
	});
}

test('an own sheet is made, ordered and read again by keyboard', async ({ page }) => {
	await page.goto('/cheatsheet/');
	for (const name of ['RUN', 'FROM', 'docker compose up']) {
		await page.getByRole('checkbox', { name: `${name} on my sheet`, exact: true }).focus();
		await page.keyboard.press('Space');
	}
	await expect(list(page)).toHaveText(['RUN', 'FROM', 'docker compose up']);
	await page.getByRole('button', { name: 'Move FROM up' }).focus();
	await page.keyboard.press('Enter');
	await expect(list(page)).toHaveText(['FROM', 'RUN', 'docker compose up']);
	await expect(page.getByRole('button', { name: 'Move FROM down' })).toBeFocused();
	await page.getByRole('button', { name: 'Remove docker compose up' }).focus();
	await page.keyboard.press('Enter');
	await expect(list(page)).toHaveText(['FROM', 'RUN']);
	await expect(page.locator('.own-count')).toHaveText('2 cards on 1 page.');
	await page.getByLabel('Orientation').selectOption('Portrait');
	await page.getByLabel('Ink').selectOption('Black');
	await page.reload();
	await expect(list(page)).toHaveText(['FROM', 'RUN']);
	await expect(page.getByLabel('Orientation')).toHaveValue('portrait');
	await page.goto('/cheatsheet/');
	await expect(list(page)).toHaveText(['FROM', 'RUN']);
	await page.getByRole('button', { name: 'Start over' }).click();
	await expect(page).toHaveURL('/cheatsheet/');
	await expect(list(page)).toHaveCount(0);
});

test('an own sheet is ordered by drag', async ({ page }) => {
	await page.goto('/cheatsheet/?sheet=from.run.copy');
	await list(page).nth(2).dragTo(list(page).nth(0));
	await expect(list(page)).toHaveText(['COPY', 'FROM', 'RUN']);
});

test('a shared address gives the same sheet to somebody else', async ({ page, browser }) => {
	await page.goto('/cheatsheet/?sheet=env.docker-run&paper=letter&columns=2&size=10');
	await page.getByRole('button', { name: 'Copy link' }).click();
	const shared = await page.evaluate(() => navigator.clipboard.readText());
	const other = await browser.newPage();
	await other.goto(shared);
	await expect(list(other)).toHaveText(['ENV', 'docker run']);
	await expect(other.getByLabel('Paper')).toHaveValue('letter');
	await expect(other.getByLabel('Text size')).toHaveValue('10');
	await other.close();
});

test('what is printed has the pages that were told, on the paper that was chosen', async ({
	page,
}, info) => {
	const all = toCards(sheet.sides).map(({ id }) => id);
	for (const [choice, size] of [
		['sheet=from.copy.run&turn=portrait&columns=1', /A4/],
		[`sheet=${all.join('.')}&paper=letter&columns=3&size=9`, /792 x 612|letter/],
	] as const) {
		await page.goto(`/cheatsheet/?${choice}`);
		const count = page.locator('.own-count');
		await expect(count).toHaveText(/on \d+ page/);
		const told = Number(/on (\d+) page/.exec(await count.innerText())?.[1]);
		const file = info.outputPath('own.pdf');
		const pages = await print(page, file, { preferCSSPageSize: true });
		expect(pages).toHaveLength(told);
		expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(size);
		const clipped = await page.locator('.paper article').evaluateAll((cards) => {
			const isOut = (card: Element) => {
				const paper = card.closest('.paper')?.getBoundingClientRect();
				return [...card.getClientRects()].some(
					({ right, bottom }) => right > (paper?.right ?? 0) || bottom > (paper?.bottom ?? 0),
				);
			};
			return cards.filter(isOut).map((card) => card.textContent);
		});
		expect(clipped).toEqual([]);
	}
});

for (const query of [
	'sheet=%3Cimg%20src=x%20onerror=alert(1)%3E',
	'sheet=from&paper=a3',
	'columns=99',
]) {
	test(`the address ?${query} gives the whole sheet and says so`, async ({ page }) => {
		page.on('dialog', () => expect(true).toBe(false));
		await page.goto(`/cheatsheet/?${query}`);
		await expect(page.getByRole('alert')).toBeVisible();
		await expect(page.locator('.sheet article').first()).toBeVisible();
		await expect(list(page)).toHaveCount(0);
		await expect(page.locator('img[src="x"]')).toHaveCount(0);
	});
}

test('a broken memory of the browser gives the whole sheet', async ({ page }) => {
	await page.addInitScript(() => localStorage.setItem('sheet', 'sheet=from.nothing&x=%'));
	await page.goto('/cheatsheet/');
	await expect(page.getByRole('heading', { name: 'Your own sheet' })).toBeVisible();
	await expect(list(page)).toHaveCount(0);
});

for (const [where, address] of [
	['at /', atRoot],
	['under a base path', underBase],
]) {
	test(`pages put their card on the sheet and take it off, ${where}`, async ({ page }) => {
		await page.goto(`${address}/dockerfile/instructions/copy/`);
		await page.getByRole('button', { name: 'Add to my sheet' }).click();
		await page.goto(`${address}/commands/compose-up/`);
		await page.getByRole('button', { name: 'Add to my sheet' }).click();
		await page.getByRole('link', { name: 'My sheet' }).click();
		await expect(list(page)).toHaveText(['COPY', 'docker compose up']);
		await page.goto(`${address}/dockerfile/instructions/copy/`);
		await page.getByRole('button', { name: 'Take off my sheet' }).click();
		await page.goto(`${address}/cheatsheet/`);
		await expect(list(page)).toHaveText(['docker compose up']);
	});
}

test('needs no JavaScript for the whole sheet, and shows no dead control', async ({ browser }) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto(`${atRoot}/cheatsheet/`);
	const count = toCards(sheet.sides).length + sheet.more.cards.length;
	await expect(page.locator('[data-card]')).toHaveCount(count);
	await expect(page.locator('#own, .own-notice').filter({ visible: true })).toHaveCount(0);
	await expect(page.getByRole('checkbox')).toHaveCount(0);
	await page.close();
});

test('copies a line of the sheet by keyboard', async ({ page }) => {
	await page.goto('/cheatsheet/');
	const pre = page.locator('#copy .syntax pre');
	const button = page.locator('#copy .syntax button.copy').first();
	await expect(button).toBeAttached();
	await pre.focus();
	// Its words may be explained by now, and then lead somewhere themselves.
	const isThere = () => button.evaluate((element) => element === document.activeElement);
	for (let presses = 0; presses < 12 && !(await isThere()); presses += 1) {
		await page.keyboard.press('Tab');
	}
	await expect(button).toBeFocused();
	await page.keyboard.press('Enter');
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await pre.textContent());
});

test('fits a telephone, with nothing to scroll sideways', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/cheatsheet/?sheet=from.copy');
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(wide).toBe(390);
});
