import type { Sheet } from './cheatsheet/model.ts';
import type { Problem } from './notes/problem.ts';
import type { DataProblem } from './reference/parse.ts';
import type { Reference } from './reference/reference.ts';
import type { SitePage } from './reference/site.ts';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { planFile, toSheet } from './cheatsheet/sheet.ts';
import { homeId } from './notes/address.ts';
import { renderProblems } from './notes/problems.ts';
import { readNotes } from './notes/read.ts';
import { findAged } from './reference/ages.ts';
import { placeCorrections } from './reference/corrections.ts';
import { toReference, type DataFile } from './reference/reference.ts';
import { toSite } from './reference/site.ts';
import { contentFolder, notesFile } from './site.ts';

/** Everything that the site is made of, with what is to be said to the author on the way. */
export interface Site {
	ok: true;
	title: string;
	/** The Markdown before the first section of the notes. */
	introduction: string;
	pages: SitePage[];
	sheet: Sheet;
	reference: Reference;
	/** Warnings, as lines of `file:line: text`. Empty when there are none. */
	report: string;
}

/** What stands in the way of a site, as lines of `file:line: text`. */
export interface Broken {
	ok: false;
	report: string;
}

/** The notes as they are on disk. `root` is the project's folder. */
export function loadNotes(root: URL) {
	const file = new URL(notesFile, root);
	const bytes = existsSync(file) ? readFileSync(file) : undefined;
	return readNotes(bytes, { exists: (path) => existsSync(new URL(path, file)) });
}

/** Reads notes and facts and makes the pages. Collects everything that is wrong. Never throws. */
export function loadSite(root: URL, today: string): Site | Broken {
	const notes = loadNotes(root);
	const files = readDataFiles(root);
	const facts = toReference(files);
	const dataProblems = facts.ok ? [] : facts.problems;
	const { outline, pages } = notes.ok ? notes : {};
	const { placed, problems } =
		outline && facts.ok ? placeCorrections(outline, facts.reference) : { placed: [], problems: [] };
	const report = [
		renderProblems(notesFile, [...notes.problems, ...problems]),
		renderData(dataProblems),
	]
		.filter(Boolean)
		.join('\n');
	if (!notes.ok || !facts.ok || !outline) return { ok: false, report };
	const { reference } = facts;
	const made = toSheet({
		file: files.find(({ path }) => path === planFile) ?? { path: planFile, text: '' },
		reference,
		outline,
		remarks: placed,
		version: toVersion(files),
	});
	const choices = renderData(made.ok ? made.warnings : made.problems);
	if (!made.ok) return { ok: false, report: [report, choices].filter(Boolean).join('\n') };
	const aged = toAgedWarnings(
		[{ path: notesFile, text: outline.source }, ...files],
		reference,
		today,
	);
	const home = pages?.find(({ id }) => id === homeId);
	return {
		ok: true,
		title: home?.title ?? '',
		introduction: home?.body ?? '',
		pages: toSite({ outline, reference, placed, today }),
		sheet: made.sheet,
		reference,
		report: [report, choices, ...aged].filter(Boolean).join('\n'),
	};
}

/** What `loadSite` depends on in short: the names, sizes and ages of all that people write. */
export function toState(root: URL): string {
	const describe = (path: string) => {
		const stats = statSync(new URL(path, root), { throwIfNoEntry: false });
		return `${path} ${stats?.mtimeMs} ${stats?.size}`;
	};
	return listContent(root).map(describe).join('\n');
}

function renderData(problems: readonly DataProblem[]): string {
	return problems.map(({ file, line, text }) => `${file}:${line}: ${text}`).join('\n');
}

/** A short name for the state of all facts; the same on every machine. */
function toVersion(files: readonly DataFile[]): string {
	const texts = files.map(({ path, text }) => `${path}\n${text.replaceAll('\r\n', '\n')}`);
	return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 7);
}

/** All YAML files below `src/content/`, in the order of their names. */
function readDataFiles(root: URL): DataFile[] {
	return listContent(root)
		.filter((path) => path.endsWith('.yaml'))
		.map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
}

/** The paths of all files and folders below `src/content/`, from the project's folder. */
function listContent(root: URL): string[] {
	const folder = new URL(contentFolder, root);
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => contentFolder + path.replaceAll('\\', '/'))
		.sort();
}

/** Images without support in the notes and in the examples of the facts. */
function toAgedWarnings(files: readonly DataFile[], reference: Reference, today: string): string[] {
	const shown = /\/(?:notes|instructions|commands|checks)\//;
	return files
		.filter(({ path }) => shown.test(path))
		.flatMap(({ path, text }) =>
			findAged(text, reference.lifecycles, today).map(({ name, line, lifecycle }) => {
				const problem: Problem = {
					severity: 'warning',
					line: line + 1,
					text: `\`${name}\` has had no support since ${lifecycle.until}`,
					hint: `The page says so. ${lifecycle.instead ? `Supported: \`${lifecycle.instead}\`.` : ''}`,
				};
				return renderProblems(path, [problem]);
			}),
		);
}
