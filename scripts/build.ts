/**
 * Builds the site: checks the notes, builds beside the last good site, and puts the new one in its
 * place only when it is whole. Prints every problem of the notes with its line; exits with 1. Ended by
 * a signal, it exits with 128 and the signal's number; whatever happens, a whole site stands.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasMuch } from '../src/files.ts';
import { handoverVariable, placeBeside } from '../src/handover.ts';
import { runChild } from '../src/output/child.ts';
import { takeLock } from '../src/output/lock.ts';
import { steps } from '../src/output/steps.ts';
import { findReason, recover, swap, toPlaces } from '../src/output/swap.ts';
import { toEnvironment } from '../src/site.ts';

/** For long notes: a heap grows by a quarter before it is cleaned, not to several times its size. */
const lean = '--heap-growing-percent=25';

const { outDir } = toEnvironment(process.env);
const places = toPlaces(outDir, process.pid);

const reason = findReason(places);
if (reason !== undefined) stop(`${reason}.`);
// All builds of a project share what Astro keeps from build to build.
const other = takeLock('.cache/build.lock');
if (other !== undefined) stop(`Process ${other} builds this project already; wait for it.`);
recover(places);
process.on('exit', () => rmSync(places.next, { recursive: true, force: true }));

const handover = mkdtempSync(join(tmpdir(), 'site-'));
process.on('exit', () => rmSync(handover, { recursive: true, force: true }));
const isLong = hasMuch(pathToFileURL(`${process.cwd()}/`));
const flags = isLong ? [lean] : [];
const read = [...flags, 'scripts/read.ts', handover];
// It has said what is wrong.
if ((await runChild(read, process.env)) !== undefined) process.exit(1);

const astro = ['node_modules/astro/bin/astro.mjs', 'build'];
const beside = (...what: string[]) =>
	runChild([...flags, 'scripts/beside.ts', handover, ...what], process.env);
const env = { ...process.env, OUT_DIR: places.next, [handoverVariable]: handover };
// The sheets take as much memory as Astro.
if (isLong) check(await beside('sheets'));
const ends = [
	runChild([...flags, ...astro], env),
	isLong ? beside('text') : beside('sheets', 'text'),
];
for (const failure of await Promise.all(ends)) check(failure);
placeBeside(handover, places.next);

for (const { name, run } of steps) {
	try {
		await run(places.next);
	} catch (error) {
		console.error(`${name}: ${toText(error)}`);
		stop('The finished pages could not be published; the last good site stays as it was.');
	}
}

try {
	swap(places);
} catch (error) {
	console.error(toText(error));
	stop(`${places.site} could not be replaced; the last good site stays as it was.`);
}

function check(failure: string | undefined): void {
	if (failure === undefined) return;
	stop(`The build failed (${failure}); the last good site stays as it was.`);
}

function toText(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

function stop(reason: string): never {
	console.error(`\n${reason}`);
	process.exit(1);
}
