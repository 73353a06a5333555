import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ports } from './playwright.config.ts';

const root = new URL('../..', import.meta.url).pathname;
const project = join(root, '.cache/dev');
const notesFile = join(project, 'src/content/notes/docker.md');
const address = `http://localhost:${ports.dev}`;
let server: ChildProcess;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
	rmSync(project, { recursive: true, force: true });
	mkdirSync(project, { recursive: true });
	for (const part of ['package.json', 'astro.config.mjs', 'tsconfig.json', 'src', 'public']) {
		cpSync(join(root, part), join(project, part), { recursive: true });
	}
	symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
	const astro = join(root, 'node_modules/astro/bin/astro.mjs');
	server = spawn(process.execPath, [astro, 'dev', '--ignore-lock', '--port', String(ports.dev)], {
		cwd: project,
		stdio: 'ignore',
	});
	await expect(async () => {
		expect((await fetch(`${address}/cheatsheet/`)).status).toBe(200);
	}).toPass({ timeout: 60_000 });
});

test.afterAll(() => {
	server.kill();
});

function edit(from: string, to: string): void {
	writeFileSync(notesFile, readFileSync(notesFile, 'utf8').replace(from, to));
}

/** How long until the server answers with a text, in milliseconds. */
async function timeUntil(path: string, text: string): Promise<number> {
	const started = performance.now();
	await expect(async () => {
		expect(await (await fetch(address + path)).text()).toContain(text);
	}).toPass({ intervals: [50], timeout: 5000 });
	return performance.now() - started;
}

test('saving the notes refreshes the page within a second', async ({ page }) => {
	const path = '/dockerfile/instructions/copy/';
	await page.goto(address + path);
	await expect(page.getByText('Copy files/folders from host to image.')).toBeVisible();
	const times: number[] = [];
	for (const [before, after] of [
		['Copy files/folders from host to image.', 'Copies what you name.'],
		['Copies what you name.', 'Copies it.'],
		['Copies it.', 'Copies anything.'],
	] as const) {
		edit(`- ${before}`, `- ${after}`);
		times.push(await timeUntil(path, after));
	}
	expect(Math.min(...times)).toBeLessThan(1000);
	await expect(page.getByText('Copies anything.').first()).toBeVisible();
});

test('a new section is in the sidebar and on the sheet', async ({ page }) => {
	await page.goto(`${address}/cheatsheet/`);
	edit('#### COPY\n', '#### ARG\n\n- A value for the build.\n\n#### COPY\n');
	edit(
		'#### Do not run as root\n',
		'#### Name your stages\n\n- With `AS`.\n\n#### Do not run as root\n',
	);
	await expect(page.locator('.sheet').getByText('Name your stages.')).toBeVisible();
	const sidebar = page.getByRole('navigation', { name: 'Main' });
	await expect(sidebar.getByRole('link', { name: 'ARG', exact: true })).toBeVisible();
});

test('a broken save keeps the last good page, and the next good one shows', async ({ page }) => {
	await page.goto(`${address}/dockerfile/instructions/workdir/`);
	edit('#### WORKDIR', '#### ');
	await page.waitForTimeout(1500);
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('WORKDIR');
	edit('#### \n', '#### WORKDIR\n');
	edit('Sets the working directory', 'Chooses the working directory');
	await expect(page.getByText('Chooses the working directory').first()).toBeVisible();
});

test('search works while writing', async ({ page }) => {
	await page.goto(`${address}/`);
	await page.keyboard.press('/');
	await page.getByRole('combobox', { name: 'Search' }).fill('workdir');
	await page.locator('dialog').getByRole('option').first().click();
	await expect(page).toHaveURL(`${address}/dockerfile/instructions/workdir/`);
});
