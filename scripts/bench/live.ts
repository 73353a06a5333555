/**
 * Measures how long a saved change takes to come to the screen: `npm run bench:live [-- sections …]`.
 * Starts the development server on generated notes of each size, writes a line into one section six
 * times, and prints the milliseconds until the browser shows it.
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../../tests/built.ts';
import { copyProject } from '../../tests/project.ts';
import { notesFile } from '../../src/site.ts';
import { startBrowser } from '../search/timing.ts';
import { renderNotes, toChapters } from './notes.ts';
import { toMedian } from './weigh.ts';

const saves = 6;
const port = 4799;
/** Somebody types on before they save again; in milliseconds. */
const pause = 2500;

const sizes = process.argv.slice(2).map(Number);
const browser = await startBrowser();
for (const sections of sizes.length > 0 ? sizes : [100, 1000]) {
	const times = await measure(sections);
	const shown = times.map((time) => time.toFixed(0)).join(', ');
	console.log(`${sections} sections: median ${toMedian(times).toFixed(0)} ms (${shown})`);
}
await browser.close();

async function measure(sections: number): Promise<number[]> {
	const project = copyProject();
	const folder = join(root, project.folder);
	const chapters = toChapters(sections);
	project.empty();
	project.write(renderNotes(chapters));
	const server = spawn(
		process.execPath,
		['node_modules/astro/bin/astro.mjs', 'dev', '--ignore-lock', '--port', String(port)],
		{ cwd: folder, stdio: 'ignore' },
	);
	const [chapter] = chapters;
	const part = chapter?.parts[1];
	if (!chapter || !part) throw new Error('Measure at least two sections.');
	try {
		const address = `http://localhost:${port}/${chapter.slug}/${part.slug}/`;
		await waitFor(address);
		return await save(join(folder, notesFile), address, `### ${part.title}\n`);
	} finally {
		server.kill();
		project.remove();
	}
}

/** Until the server has read everything. */
async function waitFor(address: string): Promise<void> {
	while ((await fetch(address).catch(() => undefined))?.status !== 200) await wait(500);
}

async function save(file: string, address: string, heading: string): Promise<number[]> {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	await page.goto(address);
	await wait(pause);
	const text = readFileSync(file, 'utf8');
	const times: number[] = [];
	for (let at = 0; at < saves; at += 1) {
		const line = `Saved ${at} times.`;
		writeFileSync(file, text.replace(heading, `${heading}\n${line}\n`));
		const start = performance.now();
		await page.getByText(line).waitFor();
		times.push(performance.now() - start);
		await wait(pause);
	}
	await context.close();
	return times;
}
