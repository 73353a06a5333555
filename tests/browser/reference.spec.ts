import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { root } from '../built.ts';

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
	const facts = readFileSync(join(root, 'src/content/tables.yaml'), 'utf8');
	for (const { id } of parse(facts) as { id: string }[]) {
		await page.goto(`/dockerfile/${id}/`);
		// As narrow as A4 and as short as Letter: what fits on this fits on both.
		const pdf = await page.pdf({ width: '210mm', height: '11in' });
		const info = execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' });
		expect(info, id).toMatch(/^Pages: +1$/m);
	}
});

test('an address of an option, a gotcha or a correction leads to it', async ({ page }) => {
	for (const address of [
		'/dockerfile/instructions/copy/#option-from',
		'/dockerfile/instructions/copy/#watch-out-contents-not-directory',
		'/foundations/how-docker-works-internally/#correction-not-every-instruction-makes-a-layer',
		'/commands/run/#flag-detach',
		'/guides/build-checks/#fail-the-build',
	]) {
		await page.goto(address);
		await expect(page.locator(':target')).toBeInViewport();
	}
});
