import type { Message } from './message.ts';
import {
	accessSync,
	constants,
	existsSync,
	lstatSync,
	readFileSync,
	readdirSync,
	realpathSync,
	statSync,
} from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentFolder, notesFolder } from '../env.ts';
import { toMessage } from './message.ts';

/** A text with the path that it comes from, from the root of the project. */
export interface TextFile {
	path: string;
	text: string;
}

/** A file of notes as it was found. */
export interface NotesFile {
	/** From the root of the project. */
	path: string;
	/** From the folder of the notes; by default its name alone. */
	below?: string | undefined;
	/** `undefined` when it cannot be read. */
	bytes: Uint8Array | undefined;
	/** Why it cannot be read, and what to do, where that is known. */
	fault?: Fault | undefined;
	/** The file beside it with its hints. */
	beside?: TextFile | undefined;
}

/** What stands in the way of reading a file. */
export interface Fault {
	/** A clause without a full stop. */
	reason: string;
	/** A sentence. */
	note: string;
}

/** How a file of notes ends. */
const ending = /\.(?:md|mdx|markdown)$/i;

/**
 * The files of notes as they are on disk, those in folders too, in the order of their names. `root` is
 * the project's folder.
 */
export function readNotesFiles(root: URL): NotesFile[] {
	const paths = listContent(root).filter((path) => path.startsWith(notesFolder));
	const notes = paths.filter((path) => ending.test(path));
	return (notes.length > 0 ? notes : [toMissing(paths)]).map((path) => {
		const beside = path.replace(ending, '.yaml');
		const hasHints = paths.includes(beside) && findFault(root, beside) === undefined;
		return {
			...{ path, below: path.slice(notesFolder.length), ...readFile(root, path) },
			beside: hasHints
				? { path: beside, text: readFileSync(toPath(root, beside), 'utf8') }
				: undefined,
		};
	});
}

/** Whether a file exists at a path beside the notes, or in `public/` for one that begins with `/`. */
export function startExists(root: URL): (path: string) => boolean {
	return (path) => {
		const below = path.startsWith('/') ? `public${path}` : notesFolder + path;
		return existsSync(toPath(root, below)) && !isOutside(root, below);
	};
}

/** The paths of all files beside the notes, from their folder. */
export function listBeside(root: URL): string[] {
	return listContent(root)
		.filter((path) => path.startsWith(notesFolder))
		.map((path) => path.slice(notesFolder.length));
}

/** What cannot be read of all that people write but the notes, which say so themselves. */
export function findUnreadable(root: URL): Message[] {
	return listContent(root)
		.filter((path) => !(path.startsWith(notesFolder) && ending.test(path)))
		.flatMap((path) => {
			const fault = findFault(root, path);
			return fault === undefined
				? []
				: [toMessage({ file: path, line: 1 }, fault.reason, fault.note)];
		});
}

/** The notes that hints stand beside, or any. */
function toMissing(paths: readonly string[]): string {
	const hints = paths.find((path) => path.endsWith('.yaml'));
	return hints?.replace(/\.yaml$/, '.md') ?? `${notesFolder}notes.md`;
}

function readFile(root: URL, path: string): Pick<NotesFile, 'bytes' | 'fault'> {
	const fault = findFault(root, path);
	return fault === undefined ? readBytes(toPath(root, path)) : { bytes: undefined, fault };
}

/** What stands in a file, wherever it is, or why it cannot be read. Never waits, never throws. */
export function readBytes(file: string): Pick<NotesFile, 'bytes' | 'fault'> {
	const fault = findOddity(file);
	if (fault !== undefined) return { bytes: undefined, fault };
	return { bytes: existsSync(file) ? readFileSync(file) : undefined };
}

/** All YAML files below `src/content/`, in the order of their names. */
export function readDataFiles(root: URL): TextFile[] {
	return listContent(root)
		.filter((path) => path.endsWith('.yaml') && !path.startsWith(notesFolder))
		.filter((path) => findFault(root, path) === undefined)
		.map((path) => ({ path, text: readFileSync(toPath(root, path), 'utf8') }));
}

/** What the site depends on in short: the names, sizes and ages of all that people write. */
export function toState(root: URL): string {
	const describe = (path: string) => {
		const stats = statSync(toPath(root, path), { throwIfNoEntry: false });
		return `${path} ${stats?.mtimeMs} ${stats?.size}`;
	};
	return listContent(root)
		.filter((path) => !isOutside(root, path))
		.map(describe)
		.join('\n');
}

/** Programs keep their own things in these: `.obsidian`, `.git`. */
const hidden = /(?:^|\/)(?:\.[^/]+|node_modules)(?:\/|$)/;

/** The paths of all files and folders below `src/content/`, from the project's folder. */
function listContent(root: URL): string[] {
	const list = (folder: string): string[] =>
		readdirSync(toPath(root, folder), { withFileTypes: true }).flatMap((entry) => {
			const path = `${folder}/${entry.name}`;
			if (hidden.test(path)) return [];
			// Not into links to folders: they may lead out, or back.
			return entry.isDirectory() ? [path, ...list(path)] : [path];
		});
	const top = contentFolder.replace(/\/$/, '');
	return existsSync(toPath(root, top)) ? list(top).sort() : [];
}

/** Why a file that is there cannot be read. */
function findFault(root: URL, path: string): Fault | undefined {
	const file = toPath(root, path);
	const link = lstatSync(file, { throwIfNoEntry: false });
	if (link === undefined) return undefined;
	if (isOutside(root, path)) {
		return {
			reason: link.isSymbolicLink()
				? 'link leads out of the project, or nowhere'
				: 'file is outside',
			note: 'Put the file itself here: what is not of the project is not published.',
		};
	}
	if (!link.isSymbolicLink() && link.isDirectory() && !ending.test(path)) return undefined;
	return findOddity(file);
}

function findOddity(file: string): Fault | undefined {
	const link = lstatSync(file, { throwIfNoEntry: false });
	if (link === undefined) return undefined;
	if (link.isSymbolicLink() && !existsSync(file)) {
		return { reason: 'link leads nowhere', note: 'Put the file itself here.' };
	}
	const stats = statSync(file);
	if (stats.isDirectory()) {
		return link.isSymbolicLink()
			? { reason: 'link leads to a folder', note: 'Put the folder itself here.' }
			: { reason: 'this is a folder', note: 'Give the folder a name without an ending.' };
	}
	if (!stats.isFile()) return { reason: 'this is no file', note: 'Delete it, or write a file.' };
	return canRead(file)
		? undefined
		: { reason: 'file cannot be read', note: 'Give yourself the right to: `chmod u+r`.' };
}

function canRead(file: string): boolean {
	try {
		accessSync(file, constants.R_OK);
		return true;
	} catch {
		return false;
	}
}

/** Whether what a path leads to in the end is not below the project's folder. */
function isOutside(root: URL, path: string): boolean {
	try {
		const [top, file] = [realpathSync(fileURLToPath(root)), realpathSync(toPath(root, path))];
		return relative(top, file).startsWith('..') || isAbsolute(relative(top, file));
	} catch {
		return true;
	}
}

/** Not by way of an address: names may hold `#`, `?` and `%`. */
function toPath(root: URL, path: string): string {
	return join(fileURLToPath(root), path);
}
