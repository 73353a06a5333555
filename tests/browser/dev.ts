import { spawn, type ChildProcess } from 'node:child_process';
import {
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect } from '@playwright/test';
import { copySources } from '../../scripts/sources.ts';
import { contentFolder, notesFile } from '../../src/env.ts';

const root = new URL('../..', import.meta.url).pathname;

/** A development server over a copy of the project, whose notes may be changed. */
export interface Dev {
	address: string;
	/** What the server has printed so far. */
	log: () => string;
	/** A file of the copy as it is, and as it shall be: the notes when none is named. */
	read: (file?: string) => string;
	write: (text: string, file?: string) => void;
	/** Renames a file of the copy, or deletes it. */
	move: (file: string, to: string | undefined) => void;
	/** Replaces a text of the notes, which has to be there. */
	edit: (from: string, to: string) => void;
	/** Waits until the server answers with a text, or a status; asks seldom, as a reader does. */
	waitForText: (path: string, text: string) => Promise<void>;
	waitForStatus: (path: string, status: number) => Promise<void>;
	stop: () => void;
}

/** Copies the project, its notes and a few of its facts, and starts its development server. */
export async function startDev(name: string, port: number): Promise<Dev> {
	const project = join(root, '.cache', name);
	copy(project);
	const address = `http://localhost:${port}`;
	const { server, log } = serve(project, port);
	await expect(async () => {
		const answer = await fetch(`${address}/robots.txt`).catch(() => undefined);
		expect(answer?.status, log()).toBe(200);
	}).toPass({ timeout: 240_000 });

	const read: Dev['read'] = (file = notesFile) => readFileSync(join(project, file), 'utf8');
	const write: Dev['write'] = (text, file = notesFile) => {
		writeFileSync(join(project, file), text);
	};
	// A server that is busy for seconds closes connections that are kept for later.
	const get = (path: string) => fetch(address + path, { headers: { connection: 'close' } });
	return {
		...{ address, log, read, write },
		move: (file, to) => {
			if (to === undefined) rmSync(join(project, file));
			else renameSync(join(project, file), join(project, to));
		},
		edit: (from, to) => {
			expect(read()).toContain(from);
			write(read().replace(from, to));
		},
		waitForText: async (path, text) => {
			const ask = async () => (await get(path)).text();
			await expect.poll(ask, { intervals: [1000], timeout: 120_000 }).toContain(text);
		},
		waitForStatus: async (path, status) => {
			const ask = async () => (await get(path)).status;
			await expect.poll(ask, { intervals: [1000], timeout: 120_000 }).toBe(status);
		},
		stop: () => void server.kill(),
	};
}

/** What the copy keeps of the facts: to read all of them takes seconds at each of many saves. */
const kept = /^(?:notes|instructions|(?:lifecycles|sources|versions|workdir)[.]yaml)$/;

function copy(project: string): void {
	rmSync(project, { recursive: true, force: true });
	mkdirSync(project, { recursive: true });
	copySources(root, project);
	for (const folder of ['', 'instructions']) {
		const content = join(project, contentFolder, folder);
		for (const name of readdirSync(content)) {
			if (!kept.test(name)) rmSync(join(content, name), { recursive: true });
		}
	}
	// The instructions that it names are not there.
	const facts = join(project, contentFolder, 'instructions/workdir.yaml');
	writeFileSync(facts, readFileSync(facts, 'utf8').replace(/^related: .*\n/m, ''));
	symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
}

function serve(cwd: string, port: number): { server: ChildProcess; log: () => string } {
	const astro = join(root, 'node_modules/astro/bin/astro.mjs');
	const arguments_ = [astro, 'dev', '--ignore-lock', '--port', String(port)];
	const server = spawn(process.execPath, arguments_, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
	let printed = '';
	for (const stream of [server.stdout, server.stderr]) {
		stream.on('data', (data: Buffer) => (printed += data.toString()));
	}
	return { server, log: () => stripVTControlCharacters(printed) };
}
