import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { contentFolder, notesFile } from '../src/env.ts';
import { copySources } from '../scripts/sources.ts';
import { root } from './built.ts';

/** A copy of the project that tests may give other notes. */
export interface Project {
	/** From the folder of the project itself. */
	folder: string;
	/** Writes the notes, or deletes them. */
	write: (notes: string | Uint8Array | undefined) => void;
	/** Takes all notes and facts away, as somebody does who has other notes. */
	empty: () => void;
	/** Takes all facts away, and leaves what says how the notes are presented: a small site is built fast. */
	forget: () => void;
	/** Puts a file at a path below the copy. */
	put: (path: string, content: string | Uint8Array) => void;
	/** The text of a file of the copy; empty when there is none. */
	read: (path: string) => string;
	/** Builds the copy, told what the environment says. */
	build: (told?: Readonly<Record<string, string>>) => { status: number | null; stderr: string };
	remove: () => void;
}

/** What a build of the copy is told, whatever this process was told. */
export const environment = { SITE: 'http://localhost:4321', BASE: '/', OUT_DIR: './dist' };

/**
 * Copies the project. Below its own folder, because Astro finds packages by their real path, and
 * only when the path has a folder in common with the project's. Only the package that
 * `scripts/build.ts` starts by its path stands in the copy: so the copy has a cache of its own.
 */
export function copyProject(): Project {
	const cache = join(root, '.cache');
	mkdirSync(cache, { recursive: true });
	const folder = mkdtempSync(join(cache, 'notes-'));
	copySources(root, folder);
	mkdirSync(join(folder, 'node_modules'));
	symlinkSync(join(root, 'node_modules/astro'), join(folder, 'node_modules/astro'), 'junction');

	const put: Project['put'] = (path, content) => {
		mkdirSync(join(folder, path, '..'), { recursive: true });
		writeFileSync(join(folder, path), content);
	};
	const empty = () => {
		const content = join(folder, contentFolder);
		for (const name of readdirSync(content)) rmSync(join(content, name), { recursive: true });
	};
	const hints = notesFile.replace(/md$/, 'yaml');
	return {
		folder: relative(root, folder),
		write: (notes) => {
			if (notes === undefined) rmSync(join(folder, notesFile), { force: true });
			else put(notesFile, notes);
		},
		empty,
		forget: () => {
			const kept = readFileSync(join(folder, hints));
			empty();
			put(hints, kept);
		},
		put,
		read: (path) => {
			const file = join(folder, path);
			return existsSync(file) ? readFileSync(file, 'utf8') : '';
		},
		build: (told = {}) => {
			const env = { ...process.env, ...environment, ...told };
			const options = { cwd: folder, env, encoding: 'utf8', timeout: 600_000 } as const;
			return spawnSync(process.execPath, ['scripts/build.ts'], options);
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
