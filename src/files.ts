import type { DataFile } from './reference/reference.ts';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import type { NotesFile } from './notes/topics.ts';
import { contentFolder, notesFolder } from './site.ts';

/** The files of notes as they are on disk, in the order of their names. `root` is the project's folder. */
export function readNotesFiles(root: URL): NotesFile[] {
	const paths = listContent(root).filter((path) => isNotes(path));
	const named = paths.length > 0 ? paths : [toMissing(root)];
	return named.map((path) => {
		const beside = path.replace(/\.md$/i, '.yaml');
		return {
			...{ path, bytes: read(root, path) },
			beside: existsSync(new URL(beside, root))
				? { path: beside, text: readFileSync(new URL(beside, root), 'utf8') }
				: undefined,
		};
	});
}

/** More bytes of notes than this are some two thousand sections. */
const much = 2_000_000;

/** Whether there are so many notes that a build has to be sparing of memory. */
export function hasMuch(root: URL): boolean {
	const paths = listContent(root).filter((path) => isNotes(path));
	const sizes = paths.map((path) => statSync(new URL(encodeURI(path), root)).size);
	return sizes.reduce((sum, size) => sum + size, 0) > much;
}

/** Whether a file exists at a path beside the notes, or in `public/` for one that begins with `/`. */
export function startExists(root: URL): (path: string) => boolean {
	return (path) => {
		const below = path.startsWith('/') ? `public${path}` : notesFolder + path;
		return existsSync(new URL(encodeURI(below), root));
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
	const file = new URL(encodeURI(path), root);
	return existsSync(file) ? readFileSync(file) : undefined;
}

/** All YAML files below `src/content/`, in the order of their names. */
export function readDataFiles(root: URL): DataFile[] {
	return listContent(root)
		.filter((path) => path.endsWith('.yaml') && !path.startsWith(notesFolder))
		.map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
}

/** The text of a file, if there is one. */
export function readText(root: URL, path: string): string | undefined {
	const file = new URL(path, root);
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** What the site depends on in short: the names, sizes and ages of all that people write. */
export function toState(root: URL): string {
	const describe = (path: string) => {
		const stats = statSync(new URL(path, root), { throwIfNoEntry: false });
		return `${path} ${stats?.mtimeMs} ${stats?.size}`;
	};
	return listContent(root).map(describe).join('\n');
}

/** The paths of all files and folders below `src/content/`, from the project's folder. */
function listContent(root: URL): string[] {
	const folder = new URL(contentFolder, root);
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => contentFolder + path.replaceAll('\\', '/'))
		.sort();
}
