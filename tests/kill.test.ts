import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { recover, toPlaces } from '../src/output/swap.ts';
import { notesFile } from '../src/site.ts';
import { root } from './built.ts';
import { copyProject, environment } from './project.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
console.log(`Killed at moments from SEED=${seed}.`);
const random = toRandom(seed);

describe('a process that is killed while it publishes', () => {
	const folder = mkdtempSync(join(tmpdir(), 'swap-'));
	const places = toPlaces(join(folder, 'site'), 0);
	after(() => rmSync(folder, { recursive: true }));

	test('leaves a whole site, in its place or beside it, and the next start finds it', async () => {
		for (let round = 0; round < 20; round += 1) {
			const child = spawn(process.execPath, [join(root, 'tests/swapper.ts'), places.site]);
			await waitUntil(() => existsSync(places.site) || existsSync(places.last));
			await setTimeout(random() * 100);
			child.kill('SIGKILL');
			await toEnd(child);
			recover(places);
			const versions = readdirSync(places.site).map((name) =>
				readFileSync(join(places.site, name), 'utf8'),
			);
			assert.equal(versions.length, 5);
			assert.equal(new Set(versions).size, 1, versions.join());
			assert.deepEqual(readdirSync(folder), ['site']);
		}
	});

	test('between its two renames loses nothing', () => {
		rmSync(places.site, { recursive: true });
		mkdirSync(places.last);
		writeFileSync(join(places.last, 'index.html'), 'last good');
		mkdirSync(`${places.site}.next-77`);
		recover(places);
		assert.equal(readFileSync(join(places.site, 'index.html'), 'utf8'), 'last good');
		assert.deepEqual(readdirSync(folder), ['site']);
	});
});

describe('a build', () => {
	const project = copyProject();
	const folder = join(root, project.folder);
	after(project.remove);
	project.put('dist/index.html', 'last good');
	project.put('dist/deep/page.html', 'last good too');
	const isLastGood = () => {
		assert.deepEqual(readdirSync(join(folder, 'dist'), { recursive: true }).sort(), [
			'deep',
			join('deep', 'page.html'),
			'index.html',
		]);
		assert.equal(project.read('dist/index.html'), 'last good');
		assert.equal(project.read('dist/deep/page.html'), 'last good too');
	};
	const hasPages = () => left().some((name) => existsSync(join(folder, name, '_astro')));
	const left = () => readdirSync(folder).filter((name) => /^dist\./.test(name));
	const start = () =>
		spawn(process.execPath, ['scripts/build.ts'], {
			cwd: folder,
			env: { ...process.env, ...environment },
			stdio: ['ignore', 'ignore', 'pipe'],
		});
	afterEach(() => waitUntil(() => findProcesses(folder).length === 0));

	for (const [signal, code] of [
		['SIGKILL', null],
		['SIGTERM', 143],
		['SIGINT', 130],
	] as const) {
		for (let round = 0; round < 3; round += 1) {
			const moment = Math.round(random() ** 2 * 3500);
			test(`that gets ${signal} after ${moment} ms leaves the last good site`, async () => {
				const build = start();
				await setTimeout(moment);
				build.kill(signal);
				const ended = await toEnd(build);
				assert.ok(ended === code || ended === null, String(ended));
				isLastGood();
			});
		}
	}

	test('that is killed while it writes leaves the last good site, and nothing goes on', async () => {
		const build = start();
		await waitUntil(hasPages);
		build.kill('SIGKILL');
		await toEnd(build);
		await waitUntil(() => findProcesses(folder).length === 0);
		isLastGood();
		assert.equal(left().length, 1);
	});

	test('lets no other build in', async () => {
		const first = start();
		const lock = join(folder, '.cache/build.lock');
		await waitUntil(() => existsSync(lock) && readFileSync(lock, 'utf8') === `${first.pid}`);
		const { status, stderr } = project.build();
		assert.equal(status, 1);
		assert.equal(stderr, `\nProcess ${first.pid} builds this project already; wait for it.\n`);
		first.kill('SIGTERM');
		await toEnd(first);
		isLastGood();
	});

	test('that fails clears away what others left', () => {
		const notes = project.read(notesFile);
		project.write('');
		renameSync(join(folder, 'dist'), join(folder, 'dist.last'));
		assert.equal(project.build().status, 1);
		project.write(notes);
		isLastGood();
		assert.deepEqual(left(), []);
		assert.equal(existsSync(join(folder, '.cache/build.lock')), false);
	});

	test('does not replace the project', () => {
		for (const outDir of ['.', '..', '/', folder]) {
			const { status, stderr } = project.build({ OUT_DIR: outDir });
			assert.equal(status, 1, outDir);
			assert.match(
				stderr,
				/^\nOUT_DIR: \S+ holds the project itself, and a build replaces it\.\n$/,
			);
		}
		isLastGood();
	});

	test('whose disk is full leaves the last good site', (context) => {
		const small = join(folder, 'small');
		mkdirSync(small);
		const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', small]);
		if (mounted.status !== 0) {
			context.skip('only root may mount a small disk');
			return;
		}
		try {
			project.put('small/dist/index.html', 'last good');
			// The slash is how people write folders; it must not lead into the site.
			const { status, stderr } = project.build({ OUT_DIR: './small/dist/' });
			assert.equal(status, 1);
			assert.match(stderr, /ENOSPC|no space left/i);
			assert.match(stderr, /the last good site stays as it was\.\n$/);
			assert.equal(project.read('small/dist/index.html'), 'last good');
			assert.deepEqual(readdirSync(small), ['dist']);
		} finally {
			spawnSync('umount', [small]);
		}
	});
});

/** The processes whose working folder is a folder: a build and what it started. */
function findProcesses(folder: string): string[] {
	if (!existsSync('/proc/self/cwd')) return [];
	return readdirSync('/proc').filter((pid) => {
		try {
			return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === folder;
		} catch {
			return false;
		}
	});
}

async function waitUntil(isSo: () => boolean): Promise<void> {
	for (let tries = 0; tries < 12_000 && !isSo(); tries += 1) await setTimeout(10);
	assert.ok(isSo(), 'waited for two minutes in vain');
}

function toEnd(child: ChildProcess): Promise<number | null> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
	return new Promise((resolve) => child.on('exit', (code) => resolve(code)));
}

/** Numbers from 0 to 1 that a seed decides: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function toRandom(start: number): () => number {
	let state = start >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}
