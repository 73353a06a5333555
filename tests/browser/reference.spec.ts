import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { loadSite } from '../../src/site.ts';
import { toEnvironment } from '../../src/env.ts';
import { root } from '../built.ts';

const loaded = loadSite(pathToFileURL(root), toEnvironment(process.env).today);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.messages));
const { instructions, tables } = loaded.reference;

test('an instruction says at once what it is, and how to write it', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	for (const { id, name, summary, syntax } of instructions) {
		await page.goto(`/dockerfile/instructions/${id}/`);
		const shown = page.locator('.sl-markdown-content');
		await expect(page.locator('h1')).toHaveText(name);
		await expect(shown.locator('> p').first()).toHaveText(summary);
		await expect(shown.locator('.syntax li')).toHaveCount(syntax.length);
		const box = await shown.locator('.glance').boundingBox();
		expect((box?.y ?? 0) + (box?.height ?? 900), name).toBeLessThan(560);
	}
});

test('a phone shows each option below its name, and says what it would say in a table', async ({
	page,
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	for (const address of ['/dockerfile/instructions/run/', '/commands/run/']) {
		await page.goto(address);
		const frames = page.locator('.stack').first().locator('.table');
		const fits = await frames.evaluate((frame) => frame.scrollWidth <= frame.clientWidth);
		expect(fits, address).toBe(true);
		const table = frames.getByRole('table');
		await expect(table.getByRole('columnheader')).not.toHaveCount(0);
		await expect(table.getByRole('rowheader').first()).toHaveText(/^-/);
	}
});

test('each truth table prints on one sheet, in Europe and in America', async ({ page }) => {
	for (const { id } of tables) {
		await page.goto(`/dockerfile/${id}/`);
		for (const format of ['A4', 'Letter']) {
			const pdf = await page.pdf({ format });
			const info = execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' });
			expect(info, `${id}, ${format}`).toMatch(/^Pages: +1$/m);
		}
	}
});

test('an address of an option, a gotcha or a correction leads to it', async ({ page }) => {
	for (const address of [
		'/dockerfile/instructions/copy/#option-from',
		'/dockerfile/instructions/copy/#watch-out-contents-not-directory',
		'/foundations/how-docker-works-internally/#correction-not-every-instruction-makes-a-layer',
		'/commands/run/#flag-detach',
		'/checks/#fail-the-build',
	]) {
		await page.goto(address);
		await expect(page.locator(':target')).toBeInViewport();
	}
});
