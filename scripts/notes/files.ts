import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNotes } from '../../src/check.ts';
import { readDataFiles, readNotesFiles } from '../../src/input/files.ts';
import { loadSite } from '../../src/site.ts';
import { parseFacts } from '../../src/reference/facts.ts';
import { toNotice, type Notice } from '../../src/report/notice.ts';

/** Where things are, as absolute paths, and the day that supports of images are compared with. */
interface Places {
	/** The project's folder. */
	root: URL;
	/** The folder that paths in the report begin at. */
	here: string;
	today: string;
}

/** What was found in the files, and how many there were. */
interface Checked {
	notices: Notice[];
	files: number;
}

/**
 * Checks files by their absolute paths; a folder stands for the Markdown files below it. Files of
 * the site are checked with all that the site knows of them, others as if they were added to it.
 */
export function checkFiles(paths: readonly string[], places: Places): Checked {
	const { root, here, today } = places;
	const notes = readNotesFiles(root).map(({ path }) =>
		fileURLToPath(new URL(encodeURI(path), root)),
	);
	const files = [...new Set(paths.length === 0 ? notes : paths.flatMap(listMarkdown))];
	const own = files.some((path) => notes.includes(path)) ? checkSite(root, today) : [];
	const check = startCheck(places);
	const notices =
		paths.length === 0
			? own
			: files.flatMap((path) =>
					notes.includes(path) ? own.filter(({ file }) => file === path) : check(path),
				);
	return {
		notices: notices.map((notice) => ({ ...notice, file: toShown(notice.file, here) })),
		files: files.length,
	};
}

/** Everything that a build says, with absolute paths. */
function checkSite(root: URL, today: string): Notice[] {
	return loadSite(root, today).messages.map((message) => {
		const notice = toNotice(message);
		return { ...notice, file: fileURLToPath(new URL(notice.file, root)) };
	});
}

/** The Markdown files below a folder, in the order of their names; any other path is itself. */
function listMarkdown(path: string): string[] {
	if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
	return readdirSync(path, { recursive: true, encoding: 'utf8' })
		.filter(
			(name) =>
				/\.(?:md|markdown)$/i.test(name) && !/(?:^|[\\/])(?:node_modules|\.git)[\\/]/.test(name),
		)
		.map((name) => join(path, name))
		.filter((file) => !statSync(file).isDirectory())
		.sort();
}

/** Checks a file that is not the site's with the site's facts. */
function startCheck({ root, today }: Places): (path: string) => Notice[] {
	const facts = parseFacts(readDataFiles(root));
	const reference = facts.ok ? facts.reference : undefined;
	return (path) => {
		const exists = (other: string) => existsSync(join(dirname(path), other));
		return checkNotes({ path, bytes: read(path), exists }, { reference }, today).map(toNotice);
	};
}

function read(path: string): Uint8Array | undefined {
	try {
		return readFileSync(path);
	} catch {
		return undefined;
	}
}

/** The shorter one of the path from here and the whole path; the same on every system. */
function toShown(file: string, here: string): string {
	const path = relative(here, file);
	return (path.length < file.length ? path : file).replaceAll('\\', '/');
}
