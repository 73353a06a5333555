import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentFolder, notesFolder } from '../env.ts';

/** A text with the path that it comes from, from the root of the project. */
export interface TextFile {
	path: string;
	text: string;
}

/** A file of notes as it was found. */
export interface NotesFile {
	/** From the root of the project. */
	path: string;
	/** `undefined` when it cannot be read. */
	bytes: Uint8Array | undefined;
	/** The file beside it with its hints. */
	beside?: TextFile | undefined;
}

/** The files of notes as they are on disk, in the order of their names. `root` is the project's folder. */
export function readNotesFiles(root: URL): NotesFile[] {
	const paths = listContent(root).filter((path) => isNotes(path));
	const named = paths.length > 0 ? paths : [toMissing(root)];
	return named.map((path) => {
		const beside = path.replace(/\.md$/i, '.yaml');
		return {
			...{ path, bytes: read(root, path) },
			beside: existsSync(toPath(root, beside))
				? { path: beside, text: readFileSync(toPath(root, beside), 'utf8') }
				: undefined,
		};
	});
}

/** Whether a file exists at a path beside the notes, or in `public/` for one that begins with `/`. */
export function startExists(root: URL): (path: string) => boolean {
	return (path) => {
		const below = path.startsWith('/') ? `public${path}` : notesFolder + path;
		return existsSync(toPath(root, below));
	};
}

function isNotes(path: string): boolean {
	return path.startsWith(notesFolder) && /^[^/]+\.md$/i.test(path.slice(notesFolder.length));
}

/** The notes that hints stand beside, or any. */
function toMissing(root: URL): string {
	const [hints] = listContent(root).filter(
		(path) => path.startsWith(notesFolder) && path.endsWith('.yaml'),
	);
	return hints?.replace(/\.yaml$/, '.md') ?? `${notesFolder}notes.md`;
}

function read(root: URL, path: string): Uint8Array | undefined {
	const file = toPath(root, path);
	return existsSync(file) ? readFileSync(file) : undefined;
}

/** All YAML files below `src/content/`, in the order of their names. */
export function readDataFiles(root: URL): TextFile[] {
	return listContent(root)
		.filter((path) => path.endsWith('.yaml') && !path.startsWith(notesFolder))
		.map((path) => ({ path, text: readFileSync(toPath(root, path), 'utf8') }));
}

/** What the site depends on in short: the names, sizes and ages of all that people write. */
export function toState(root: URL): string {
	const describe = (path: string) => {
		const stats = statSync(toPath(root, path), { throwIfNoEntry: false });
		return `${path} ${stats?.mtimeMs} ${stats?.size}`;
	};
	return listContent(root).map(describe).join('\n');
}

/** The paths of all files and folders below `src/content/`, from the project's folder. */
function listContent(root: URL): string[] {
	const folder = toPath(root, contentFolder);
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => contentFolder + path.replaceAll('\\', '/'))
		.sort();
}

/** Not by way of an address: names may hold `#`, `?` and `%`. */
function toPath(root: URL, path: string): string {
	return join(fileURLToPath(root), path);
}
