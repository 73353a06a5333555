/**
 * Prints everything that is wrong with notes: `npm run notes:check [-- options] [file or folder …]`,
 * with those of the whole site when nothing is named. Exits with 1 when there are errors, with 2 when it
 * was called wrongly. `--json` prints a report for machines.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { NotesFile } from '../src/input/files.ts';
import type { Message } from '../src/input/message.ts';
import { toEnvironment } from '../src/env.ts';
import { readDataFiles, readNotesFiles } from '../src/input/files.ts';
import { renderMessages, toReport } from '../src/input/report.ts';
import { parseFacts } from '../src/reference/facts.ts';
import { checkNotes, loadSite } from '../src/site.ts';

const usage = 'Usage: npm run notes:check [-- [--json] [file or folder …]]';
const { values, positionals } = readArguments();

// npm runs a script in the project's folder and says where it was called.
const { npm_lifecycle_event: script, INIT_CWD: caller } = process.env;
const here = script === 'notes:check' && caller ? caller : process.cwd();
const root = pathToFileURL(`${process.cwd()}/`);
const { today } = toEnvironment(process.env);
const own = readNotesFiles(root).map(({ path }) => resolve(path));
const groups = positionals.length === 0 ? [] : positionals.map(toGroup);
const files = groups.length === 0 ? own : groups.flatMap(({ paths }) => paths);
const messages = checkFiles(new Set(files)).map((message) =>
	Object.assign(message, { file: toShown(resolve(message.file ?? '')) }),
);
const report = toReport(messages, new Set(files).size);
print();
process.exit(report.errors > 0 ? 1 : 0);

/**
 * Files of the site are checked with all that the site knows of them, others as if they were added to
 * it; when nothing is named, what is wrong with the facts is said, too.
 */
function checkFiles(paths: ReadonlySet<string>): Message[] {
	const ofSite = own.some((path) => paths.has(path)) ? loadSite(root, today).messages : [];
	if (positionals.length === 0) return ofSite;
	const facts = parseFacts(readDataFiles(root));
	const reference = facts.ok ? facts.reference : undefined;
	const isOwn = ({ file = '' }: Message) => own.includes(resolve(file)) && paths.has(resolve(file));
	return [
		...ofSite.filter(isOwn),
		...groups.flatMap(({ folder, paths, beside }) => {
			const others = paths.filter((path) => !own.includes(path));
			const exists = (path: string) => existsSync(join(folder, path));
			const notes = others.map((path) => toNotes(path, folder));
			return checkNotes(notes, { exists, reference, ...(beside && { beside }) }, today);
		}),
	];
}

/** Files that link to one another. */
interface Group {
	folder: string;
	paths: string[];
	/** All files below the folder; a file alone knows only what it asks for. */
	beside?: string[];
}

function toGroup(name: string): Group {
	const paths = toMarkdownFiles(name);
	const folder = resolve(here, name);
	if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
		return { folder: dirname(folder), paths };
	const beside = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return { folder, paths, beside: beside.map((path) => path.replaceAll('\\', '/')) };
}

function toNotes(path: string, folder: string): NotesFile {
	return { path, below: relative(folder, path).replaceAll('\\', '/'), bytes: read(path) };
}

/** The Markdown files below a folder, in the order of their names; any other path is itself. */
function toMarkdownFiles(name: string): string[] {
	const path = resolve(here, name);
	if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
	const isLeftOut = (below: string) => /(?:^|[\\/])(?:node_modules|\.git)[\\/]/.test(below);
	return readdirSync(path, { recursive: true, encoding: 'utf8' })
		.filter((below) => /\.(?:md|mdx|markdown)$/i.test(below) && !isLeftOut(below))
		.map((below) => join(path, below))
		.filter((file) => !statSync(file).isDirectory())
		.sort();
}

function read(path: string): Uint8Array | undefined {
	try {
		return readFileSync(path);
	} catch {
		return undefined;
	}
}

/** The shorter one of the path from here and the whole path; the same on every system. */
function toShown(file: string): string {
	const path = relative(here, file);
	return (path.length < file.length ? path : file).replaceAll('\\', '/');
}

function print(): void {
	if (values.json) {
		console.log(JSON.stringify(report, undefined, '\t'));
		return;
	}
	if (messages.length > 0) console.log(renderMessages(messages, 'editor'));
	if (process.env['GITHUB_ACTIONS'] === 'true' && messages.length > 0) {
		console.log(renderMessages(messages, 'github'));
	}
	const { errors, warnings } = report;
	const counts = [count(errors, 'error'), count(warnings, 'warning')].join(', ');
	console.error(`${counts} in ${count(report.files, 'file')}`);
}

function count(number: number, thing: string): string {
	return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

function readArguments() {
	try {
		const options = { json: { type: 'boolean' } } as const;
		return parseArgs({ options, allowPositionals: true });
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
		process.exit(2);
	}
}
