/**
 * Builds the site: checks the notes, builds beside the last good site, and puts the new one in its
 * place only when it is whole. Prints every problem of the notes with its line; exits with 1.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { prints } from '../src/cheatsheet/papers.ts';
import { toFitted } from '../src/cheatsheet/press.ts';
import { SheetError } from '../src/cheatsheet/problem.ts';
import { steps } from '../src/output/steps.ts';
import { loadSite } from '../src/read.ts';
import { renderNotices } from '../src/report/render.ts';
import { toEnvironment } from '../src/site.ts';

const { outDir, today } = toEnvironment(process.env);
const next = `${outDir}.next`;
const last = `${outDir}.last`;

const site = loadSite(pathToFileURL(`${process.cwd()}/`), today);
if (site.notices.length > 0) console.error(renderNotices(site.notices, 'house'));
if (!site.ok) stop('Notes or facts need a change; the last good site stays as it was.');

try {
	for (const sheet of site.sheets) for (const { paper } of prints) toFitted(sheet, paper);
} catch (error) {
	if (!(error instanceof SheetError)) throw error;
	console.error(error.message);
	stop('The cheatsheet does not fit its paper; the last good site stays as it was.');
}

rmSync(next, { recursive: true, force: true });
const build = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
	env: { ...process.env, OUT_DIR: next },
	stdio: 'inherit',
});
if (build.status !== 0) stop('The build failed; the last good site stays as it was.');

for (const { name, run } of steps) {
	try {
		await run(next);
	} catch (error) {
		console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
		stop('The finished pages could not be published; the last good site stays as it was.');
	}
}

rmSync(last, { recursive: true, force: true });
if (existsSync(outDir)) renameSync(outDir, last);
renameSync(next, outDir);
rmSync(last, { recursive: true, force: true });

function stop(reason: string): never {
	rmSync(next, { recursive: true, force: true });
	console.error(`\n${reason}`);
	process.exit(1);
}
