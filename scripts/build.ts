/**
 * Builds the site beside the last good one, and puts it in its place only when it is whole. Prints
 * every problem of the notes with its line; exits with 1. Whatever happens, a whole site stands.
 * `package.json` lets Node's memory grow in small steps: a third less of it in the same time.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { build } from 'astro';
import { toEnvironment } from '../src/env.ts';

const site = resolve(toEnvironment(process.env).outDir);
/** What this build writes: its own, so that a build that was killed cannot write into it. */
const next = `${site}.next-${process.pid}`;
/** The site before, while it gives way. */
const last = `${site}.last`;

if (!relative(site, process.cwd()).startsWith('..')) {
	stop(`OUT_DIR: ${site} holds the project itself, and a build replaces it.`);
}
recover();
process.on('exit', () => rmSync(next, { recursive: true, force: true }));
try {
	// What an author should know we say ourselves; Astro's warnings are about things that nobody can change.
	await build({ outDir: next, logLevel: 'error' });
	swap();
} catch (error) {
	stop(`\n${toText(error)}; the last good site stays as it was.`);
}

/** Puts right what a build left that was killed: a site that had given way comes back, and half a site goes. */
function recover(): void {
	if (existsSync(last) && !existsSync(site)) renameSync(last, site);
	rmSync(last, { recursive: true, force: true });
	if (!existsSync(dirname(site))) return;
	const half = new RegExp(
		`^${basename(site).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\.next-(\\d+)$`,
	);
	for (const name of readdirSync(dirname(site))) {
		const pid = Number(half.exec(name)?.[1] ?? 0);
		if (pid > 0 && !isRunning(pid))
			rmSync(join(dirname(site), name), { recursive: true, force: true });
	}
}

/** Signal 0 asks only; a process of somebody else may not be asked, but it is there. */
function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

/** Two renames: Node has no call that exchanges two folders. What is killed between them is recovered. */
function swap(): void {
	rmSync(last, { recursive: true, force: true });
	if (existsSync(site)) renameSync(site, last);
	try {
		renameSync(next, site);
	} catch (error) {
		if (existsSync(last)) renameSync(last, site);
		throw error;
	}
	rmSync(last, { recursive: true, force: true });
}

function toText(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

function stop(reason: string): never {
	console.error(reason);
	process.exit(1);
}
