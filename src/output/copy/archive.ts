import { zipSync, type Zippable } from 'fflate';

/** The first day that a ZIP can name: a real one would make other bytes of the same files. */
const someDay = new Date(1980, 0, 1);

/** Packs files, given by their paths, below a folder of a name. The same files give the same bytes. */
export function toArchive(name: string, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
	const entries: Zippable = {};
	for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
		entries[`${name}/${path}`] = [content, { level: /\.(?:png|pdf)$/.test(path) ? 0 : 6 }];
	}
	return zipSync(entries, { mtime: someDay });
}
