import { posix } from 'node:path';
import type { NotesFile } from '../input/files.ts';
import type { Find } from './dialects.ts';
import { toSegment, toSlug, toUnique } from './slug.ts';

/** What a file of notes is called, by where it lies. */
export interface Name {
	/** Its path below the folder of the notes: other files link to it by this. */
	below: string;
	/** The file's name without its ending; of a `README.md` in a folder, the folder's. */
	name: string;
	/** The folders that it lies in, outermost first. */
	folders: string[];
	/** Whether it speaks for its folder, as `README.md` and `index.md` do. */
	isIndex: boolean;
	/** Its place among the files of its folder, where it says one. */
	rank?: number | undefined;
}

/** How a file of notes ends. */
const ending = /\.(?:md|mdx|markdown)$/i;

/** Reads the name of a file. */
export function toName({ path, below = posix.basename(path) }: NotesFile): Name {
	const folders = posix
		.dirname(below)
		.split('/')
		.filter((one) => one !== '.');
	const own = posix.basename(below).replace(ending, '');
	const isIndex = /^(?:readme|index|_index)$/i.test(own);
	return { below, name: (isIndex && folders.at(-1)) || own, folders, isIndex };
}

const byNumber = new Intl.Collator('en', { numeric: true });

/**
 * The order of files: folders together, `7.2` before `7.10`, `README.md` first, and then those that
 * say a place in their folder.
 */
export function byName(a: Name, b: Name): number {
	const [first, second] = [toKeys(a), toKeys(b)];
	for (const [at, [key, rank]] of first.entries()) {
		const [other, otherRank] = second[at] ?? ['', Infinity];
		if (rank !== otherRank) return rank < otherRank ? -1 : 1;
		const order = byNumber.compare(key, other);
		if (order !== 0) return order;
	}
	return a.below < b.below ? -1 : 1;
}

function toKeys({ folders, isIndex, name, rank = Infinity, below }: Name): [string, number][] {
	const own: [string, number] = isIndex ? ['', -Infinity] : [name, rank];
	return [...folders.map((one): [string, number] => [one, Infinity]), own, [below, Infinity]];
}

/** The ids of the files' own pages, in the order of `files`; `taken` are those of other pages. */
export function toPrefixes(files: readonly Name[], taken: readonly string[]): string[] {
	// `README.ja` has two words, `7.10` is one.
	const toWords = (part: string) => part.replace(/(?<=\p{L})\.(?=\p{L})/gu, '-');
	const join = (parts: readonly string[]) =>
		parts.map(toWords).map(toSlug).map(toSegment).filter(Boolean).join('/');
	const folders = files.map((file) => join(file.folders));
	// Every file has a sheet below its own page, which may be its folder's.
	const seen = new Set([...taken, ...folders.map((folder) => `${folder}/cheatsheet`)]);
	return files.map(({ folders: above, name, isIndex }) => {
		const own = isIndex && above.length > 0 ? join(above) : join([...above, name]);
		const prefix = toUnique(own || join(above), seen);
		seen.add(`${prefix}/cheatsheet`);
		return prefix;
	});
}

/** Finds files by the names that double brackets have: a path, or a name alone wherever it lies. */
export function startFind(
	from: string,
	files: readonly string[],
	exists: (path: string) => boolean,
): Find {
	const folder = posix.dirname(from);
	const key = (path: string) => path.replace(ending, '').toLowerCase().normalize();
	return (name) => {
		const wanted = key(name.replace(/^\.?\//, ''));
		const isSame = (path: string) => key(path) === wanted || key(path).endsWith(`/${wanted}`);
		// Of several, the one that is fewest folders away.
		const toWay = (path: string) => posix.relative(folder, path).split('/').length;
		const near = files.filter(isSame).sort((a, b) => toWay(a) - toWay(b))[0];
		if (near !== undefined) return posix.relative(folder, near);
		const beside = [name, `${name}.md`].find((path) => exists(posix.join(folder, path)));
		return beside;
	};
}
