import { expect, test, type Page } from '@playwright/test';
import { visit } from 'unist-util-visit';
import { parseOutline } from '../../src/notes/notes.ts';
import { loadSite } from '../../src/site.ts';
import { toEnvironment } from '../../src/env.ts';
import { underBase } from './playwright.config.ts';

const root = new URL('../../', import.meta.url);
const site = loadSite(root, toEnvironment(process.env).today);
const pages = site.ok ? site.pages : [];
const commands = site.ok ? site.reference.commands : [];

/** The code of every fence of a page's Markdown, in order. */
function toCodes(markdown: string): string[] {
	const codes: string[] = [];
	visit(parseOutline(markdown).root, 'code', (node) => {
		codes.push(node.value);
	});
	return codes;
}

const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const multiStage = pages.find(({ id }) => id === 'dockerfile/multi-stage-builds')?.body ?? '';
const [twoStages = ''] = toCodes(multiStage);

// What every page shows is read to the byte in tests/site.test.ts; these stand for their kinds.
for (const id of [
	'dockerfile/multi-stage-builds',
	'foundations/core-docker-concepts',
	'dockerfile/instructions/run',
	'dockerfile/building-managing-images',
	'commands/build',
	'checks/no-empty-continuation',
]) {
	test(`copies each snippet of /${id}/ as it stands in its source`, async ({ page }) => {
		const codes = toCodes(pages.find((one) => one.id === id)?.body ?? '');
		await page.goto(`/${id}/`);
		const buttons = page.locator('main button.copy:not(.copy-line)');
		await expect(buttons).toHaveCount(codes.length);
		for (const [index, code] of codes.entries()) {
			await buttons.nth(index).click();
			expect(await readClipboard(page)).toBe(code);
		}
	});
}

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
	await page.goto('/commands/');
	for (const name of ['docker exec', 'docker system prune']) {
		const row = page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
		await row.getByRole('button', { name: 'Copy' }).click();
		const command = commands.find((one) => one.name === name);
		expect(await readClipboard(page)).toBe(command?.examples[0]?.code);
	}
	await expect(page.locator('td button.copy')).toHaveCount(commands.length);
});

test('copies one line, by the button that comes to the pointer', async ({ page }) => {
	await page.goto('/dockerfile/multi-stage-builds/');
	await page.locator('main .ec-line').nth(3).hover();
	await page.getByRole('button', { name: 'Copy line' }).click();
	expect(await readClipboard(page)).toBe(twoStages.split('\n')[3]);
	await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
});

test('copies one line, by the keyboard, and says which', async ({ page }) => {
	await page.goto('/dockerfile/multi-stage-builds/');
	await page.locator('main pre').first().focus();
	await expect(page.locator('.explained').first()).toBeAttached();
	const lines = twoStages.split('\n').filter(Boolean);
	for (const line of lines.slice(0, 4)) {
		await page.keyboard.press('ArrowDown');
		await expect(page.locator('[role=status]', { hasText: 'Enter copies it' })).toContainText(line);
	}
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	expect(await readClipboard(page)).toBe(lines[2]);
});

test('an instruction over several lines is copied whole', async ({ page }) => {
	await page.goto('/dockerfile/dockerfile-best-practices/');
	const layers = page.locator('main pre', { hasText: 'apt-get update \\' });
	const whole = await layers.locator('.code').allTextContents();
	await page.goto('/dockerfile/instructions/run/');
	const code = page.locator('main pre', { hasText: 'trixie-slim' }).first();
	await code.locator('.ec-line').nth(2).hover();
	await page.getByRole('button', { name: 'Copy line' }).click();
	const copied = await readClipboard(page);
	expect(copied.split('\n')).toHaveLength(3);
	expect(copied.startsWith('RUN apt-get update \\\n')).toBe(true);
	expect(whole).toHaveLength(3);
});

test('has a button that is seen without hovering and says what it did', async ({ page }) => {
	await page.goto('/dockerfile/instructions/copy/');
	const button = page.getByRole('button', { name: 'Copy', exact: true }).first();
	await expect(button).toBeVisible();
	await expect(button).toHaveCSS('opacity', '1');
	await button.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused();
	await expect(page.locator('[role=status]').last()).toHaveText('Copied');
	expect(await readClipboard(page)).toBe('COPY requirements.txt .');
	await expect(button).toHaveText('Copy');
});

test('is reached by the tab key, behind the words of the snippet', async ({ page }) => {
	await page.goto('/dockerfile/instructions/copy/');
	await page.locator('main pre').first().focus();
	await expect(page.locator('main pre').first().locator('.explained')).toHaveCount(1);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(page.locator('main button.copy').first()).toBeFocused();
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

test('copies by touch: the snippet, and a line that was tapped', async ({ browser, baseURL }) => {
	const context = await browser.newContext({
		...{ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } },
		permissions: ['clipboard-read', 'clipboard-write'],
	});
	const page = await context.newPage();
	await page.goto(`${baseURL}/dockerfile/multi-stage-builds/`);
	await page.locator('main button.copy').first().tap();
	await expect.poll(() => readClipboard(page)).toBe(twoStages);
	await page
		.locator('main .ec-line')
		.nth(2)
		.tap({ position: { x: 150, y: 8 } });
	await page.getByRole('button', { name: 'Copy line' }).tap();
	await expect.poll(() => readClipboard(page)).toBe(twoStages.split('\n')[2]);
	await context.close();
});
