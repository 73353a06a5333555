/**
 * Prints everything that is wrong with notes: `npm run notes:check [-- options] [file or folder …]`,
 * with those of the whole site when nothing is named. Exits with 1 when there are errors, with 2 when it
 * was called wrongly. `--json` prints a report for machines.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { NotesFile } from '../src/input/files.ts';
import type { Message } from '../src/input/message.ts';
import { toEnvironment } from '../src/env.ts';
import { readBytes, readDataFiles, readNotesFiles } from '../src/input/files.ts';
import { renderMessages, toReport } from '../src/input/report.ts';
import { parseFacts } from '../src/reference/facts.ts';
import { checkNotes, loadSite } from '../src/site.ts';

const usage = 'Usage: npm run notes:check [-- [--json] [file or folder …]]';

/** How the command was called. */
export interface Call {
	args: readonly string[];
	/** The folder of the project. */
	cwd: string;
	env: Readonly<Record<string, string | undefined>>;
}

/** What it answers: its exit code, and what it prints. */
export interface Answer {
	status: 0 | 1 | 2;
	stdout: string;
	stderr: string;
}

/** Where one stands, and what is the site's own. */
interface Place {
	here: string;
	root: URL;
	today: string;
	/** The whole paths of the notes of the site. */
	own: readonly string[];
}

/** The whole command; tests call it without a process of its own. */
export function runCheck({ args, cwd, env }: Call): Answer {
	const read = readArguments(args);
	if ('refusal' in read) return { status: 2, stdout: '', stderr: `${read.refusal}\n${usage}\n` };
	const { json, names } = read;
	// npm runs a script in the project's folder and says where it was called.
	const { npm_lifecycle_event: script, INIT_CWD: caller } = env;
	const here = script === 'notes:check' && caller ? caller : cwd;
	const root = pathToFileURL(`${cwd}/`);
	const own = readNotesFiles(root).map(({ path }) => resolve(cwd, path));
	const place = { here, root, today: toEnvironment(env).today, own };
	const groups = names.map((name) => toGroup(name, here));
	const files = new Set(names.length === 0 ? own : groups.flatMap(({ paths }) => paths));
	const messages = checkFiles(files, groups, place).map((message) =>
		Object.assign(message, { file: toShown(resolve(cwd, message.file ?? ''), here) }),
	);
	const report = toReport(messages, files.size);
	const status = report.errors > 0 ? 1 : 0;
	if (json) return { status, stdout: `${JSON.stringify(report, undefined, '\t')}\n`, stderr: '' };
	const formats =
		env['GITHUB_ACTIONS'] === 'true' ? (['editor', 'github'] as const) : (['editor'] as const);
	const rendered = formats.map((format) => `${renderMessages(messages, format)}\n`);
	const counts = [count(report.errors, 'error'), count(report.warnings, 'warning')].join(', ');
	return {
		status,
		stdout: messages.length > 0 ? rendered.join('') : '',
		stderr: `${counts} in ${count(report.files, 'file')}\n`,
	};
}

/**
 * Files of the site are checked with all that the site knows of them, others as if they were added to
 * it; when nothing is named, what is wrong with the facts is said, too.
 */
function checkFiles(
	paths: ReadonlySet<string>,
	groups: readonly Group[],
	{ root, today, own }: Place,
): Message[] {
	const ofSite = own.some((path) => paths.has(path)) ? loadSite(root, today).messages : [];
	if (groups.length === 0) return ofSite;
	const whole = (path: string) => resolve(fileURLToPath(root), path);
	const facts = parseFacts(readDataFiles(root));
	const reference = facts.ok ? facts.reference : undefined;
	const isOwn = ({ file = '' }: Message) => own.includes(whole(file)) && paths.has(whole(file));
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

function toGroup(name: string, here: string): Group {
	const paths = toMarkdownFiles(name, here);
	const folder = resolve(here, name);
	if (!isFolder(folder)) return { folder: dirname(folder), paths };
	const beside = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return { folder, paths, beside: beside.map((path) => path.replaceAll('\\', '/')) };
}

function toNotes(path: string, folder: string): NotesFile {
	return { path, below: relative(folder, path).replaceAll('\\', '/'), ...readBytes(path) };
}

/** The Markdown files below a folder, in the order of their names; any other path is itself. */
function toMarkdownFiles(name: string, here: string): string[] {
	const path = resolve(here, name);
	if (!isFolder(path)) return [path];
	const isLeftOut = (below: string) => /(?:^|[\\/])(?:node_modules|\.git)[\\/]/.test(below);
	return readdirSync(path, { recursive: true, encoding: 'utf8' })
		.filter((below) => /\.(?:md|mdx|markdown)$/i.test(below) && !isLeftOut(below))
		.map((below) => join(path, below))
		.sort();
}

/** Not what a link leads to in a circle. */
function isFolder(path: string): boolean {
	return existsSync(path) && statSync(path).isDirectory();
}

/** The shorter one of the path from here and the whole path; the same on every system. */
function toShown(file: string, here: string): string {
	const path = relative(here, file);
	return (path.length < file.length ? path : file).replaceAll('\\', '/');
}

function count(number: number, thing: string): string {
	return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

function readArguments(
	args: readonly string[],
): { json: boolean; names: string[] } | { refusal: string } {
	try {
		const options = { json: { type: 'boolean' } } as const;
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		return { json: values.json === true, names: positionals };
	} catch (error) {
		return { refusal: error instanceof Error ? error.message : String(error) };
	}
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const answer = runCheck({ args: process.argv.slice(2), cwd: process.cwd(), env: process.env });
	process.stdout.write(answer.stdout);
	process.stderr.write(answer.stderr);
	process.exitCode = answer.status;
}
