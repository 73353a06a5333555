import { expect, test, type Page } from '@playwright/test';
import { visit } from 'unist-util-visit';
import { parseOutline } from '../../src/notes/notes.ts';
import { readSite } from '../loaded.ts';
import { underBase } from './playwright.config.ts';

/** The code of every fence of a page's Markdown that can be copied, in order. */
function toCodes(markdown: string): string[] {
	const kept = markdown.replace(/<!-- (bad|written) -->[^]*?<!-- \/\1 -->/g, '');
	const codes: string[] = [];
	visit(parseOutline(kept).root, 'code', (node) => {
		if (node.lang !== 'text') codes.push(node.value);
	});
	return codes;
}

const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
/** What the fences of a page hold in its source. */
const readCodes = (id: string) =>
	toCodes(readSite().pages.find((one) => one.id === id)?.body ?? '');

// What every page shows is read to the byte in tests/site.test.ts; these stand for their kinds.
const ids = [
	'dockerfile/multi-stage-builds',
	'dockerfile/instructions/run',
	'checks/no-empty-continuation',
];
test('copies each snippet of a page as it stands in its source', async ({ page }) => {
	for (const id of ids) {
		const codes = readCodes(id);
		await page.goto(`/${id}/`);
		const buttons = page.locator('main button.copy');
		await expect(buttons, id).toHaveCount(codes.length);
		for (const [index, code] of codes.entries()) {
			await buttons.nth(index).click();
			expect(await readClipboard(page)).toBe(code);
		}
	}
});

test('copies from the sheet, line by line', async ({ page }) => {
	await page.goto('/cheatsheet/');
	const lines = page.locator('.sheet .snippet');
	for (const at of [0, 1, 20, 40]) {
		const line = lines.nth(at);
		const code = await line.locator('pre').textContent();
		await line.locator('button.copy').click();
		expect(await readClipboard(page)).toBe(code);
	}
});

test('copies a command from its cell of the table', async ({ page }) => {
	const { commands } = readSite().reference;
	await page.goto('/commands/');
	for (const name of ['docker exec', 'docker system prune']) {
		const row = page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
		await row.getByRole('button', { name: 'Copy' }).click();
		const command = commands.find((one) => one.name === name);
		expect(await readClipboard(page)).toBe(command?.examples[0]?.code);
	}
	await expect(page.locator('td button.copy')).toHaveCount(commands.length);
});

test('has a button right behind its snippet, seen without hovering, that says what it did', async ({
	page,
}) => {
	await page.goto('/dockerfile/instructions/copy/');
	await page.locator('main pre').first().focus();
	await page.keyboard.press('Tab');
	await expect(page.locator('main button.copy').first()).toBeFocused();
	const button = page.getByRole('button', { name: 'Copy', exact: true }).first();
	await expect(button).toBeVisible();
	await expect(button).toHaveCSS('opacity', '1');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused();
	await expect(page.locator('[role=status]').last()).toHaveText('Copied');
	expect(await readClipboard(page)).toBe('COPY requirements.txt .');
	await expect(button).toHaveText('Copy');
});

test('selects the snippet when the clipboard is closed to it', async ({ browser }) => {
	const context = await browser.newContext({ permissions: [] });
	const page = await context.newPage();
	await page.addInitScript(() => {
		navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
	});
	await page.goto(`${underBase}/dockerfile/instructions/workdir/`);
	await page.locator('main button.copy').first().click();
	await expect(page.getByRole('button', { name: 'Selected' })).toBeVisible();
	await expect(page.locator('[role=status]').last()).toContainText('with your keyboard');
	expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe('WORKDIR /app');
	await context.close();
});

test('copies by touch', async ({ browser, baseURL }) => {
	const context = await browser.newContext({
		...{ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } },
		permissions: ['clipboard-read', 'clipboard-write'],
	});
	const page = await context.newPage();
	await page.goto(`${baseURL}/dockerfile/multi-stage-builds/`);
	await page.locator('main button.copy').first().tap();
	await expect.poll(() => readClipboard(page)).toBe(readCodes('dockerfile/multi-stage-builds')[0]);
	await context.close();
});
