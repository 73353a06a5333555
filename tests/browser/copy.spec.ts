import { expect, test, type Locator, type Page } from '@playwright/test';
import { atRoot, readText } from '../built.ts';
import { underBase } from './playwright.config.ts';

interface Facts {
	commands: { name: string; examples: { code: string }[] }[];
}

const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
/** The code beside a button, as the page shows it; each line is an element of its own. */
const readShown = (button: Locator) =>
	button
		.locator('xpath=..')
		.locator('.ec-line .code')
		.evaluateAll((lines) => lines.map((line) => line.textContent.replace(/\n$/, '')).join('\n'));

// What every page shows is read to the byte in tests/site.test.ts; these stand for their kinds.
const ids = [
	'dockerfile/multi-stage-builds',
	'dockerfile/instructions/run',
	'checks/no-empty-continuation',
];
test('copies each snippet of a page as it stands there', async ({ page }) => {
	for (const id of ids) {
		await page.goto(`/${id}/`);
		const buttons = page.locator('main .expressive-code button.copy');
		const codes = page.locator('main pre:not([data-language=text], :is(.bad, .as-written) *)');
		await expect(codes).not.toHaveCount(0);
		await expect(buttons, id).toHaveCount(await codes.count());
		for (const button of await buttons.all()) {
			const code = await readShown(button);
			expect(code).not.toBe('');
			await button.click();
			expect(await readClipboard(page)).toBe(code);
		}
	}
	await expect(page.locator('main .bad pre')).not.toHaveCount(0);
	await expect(page.locator('main .bad button.copy')).toHaveCount(0);
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
	const facts: Facts = JSON.parse(readText(atRoot, 'api/commands.json'));
	await page.goto('/commands/');
	for (const name of ['docker exec', 'docker system prune']) {
		const row = page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
		await row.getByRole('button', { name: 'Copy' }).click();
		const command = facts.commands.find((one) => one.name === name);
		expect(await readClipboard(page)).toBe(command?.examples[0]?.code);
	}
	await expect(page.locator('td button.copy')).toHaveCount(facts.commands.length);
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
	const button = page.locator('main button.copy').first();
	await button.tap();
	await expect.poll(() => readClipboard(page)).toBe(await readShown(button));
	await context.close();
});
