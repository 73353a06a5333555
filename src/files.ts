import type { DataFile } from './reference/reference.ts';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { readNotes } from './notes/read.ts';
import { contentFolder, isStrict, notesFile } from './site.ts';

/** The notes as they are on disk. `root` is the project's folder. */
export function loadNotes(root: URL) {
	const file = new URL(notesFile, root);
	const bytes = existsSync(file) ? readFileSync(file) : undefined;
	return readNotes(bytes, { exists: (path) => existsSync(new URL(path, file)), isStrict });
}

/** All YAML files below `src/content/`, in the order of their names. */
export function readDataFiles(root: URL): DataFile[] {
	return listContent(root)
		.filter((path) => path.endsWith('.yaml'))
		.map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
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
