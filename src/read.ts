import type { Sheet } from './cheatsheet/sheet.ts';
import type { Problem as NotesProblem } from './notes/problem.ts';
import type { Reference } from './reference/reference.ts';
import type { SitePage } from './reference/site.ts';
import type { Placeholder } from './snippets/placeholder.ts';
import type { Problem } from './snippets/problem.ts';
import type { Snippet } from './snippets/snippet.ts';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { toSheet } from './cheatsheet/sheet.ts';
import { homeId } from './notes/address.ts';
import { renderProblems } from './notes/problems.ts';
import { readNotes } from './notes/read.ts';
import { findAged } from './reference/ages.ts';
import { placeCorrections } from './reference/corrections.ts';
import { toReference, type DataFile } from './reference/reference.ts';
import { toSite } from './reference/site.ts';
import { findLostWords } from './reference/words.ts';
import { toVerified } from './snippets/build.ts';
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
	/** Every snippet with what was found out about it. */
	snippets: Snippet[];
	placeholders: Placeholder[];
	/** What the snippets were verified with, a line for each language. */
	tools: string[];
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
	const lines = dataProblems.map((one) => renderDataProblem(one));
	const { outline, pages } = notes.ok ? notes : {};
	const { placed, problems } =
		outline && facts.ok ? placeCorrections(outline, facts.reference) : { placed: [], problems: [] };
	const report = [renderProblems(notesFile, [...notes.problems, ...problems]), ...lines]
		.filter(Boolean)
		.join('\n');
	if (!notes.ok || !facts.ok || !outline) return { ok: false, report };
	const { reference } = facts;
	const aged = toAgedWarnings(
		[{ path: notesFile, text: outline.source }, ...files],
		reference,
		today,
	);
	const site = toSite({ outline, reference, placed, today });
	const verified = toVerified({ outline, reference, pages: site, files, notesFile }, today);
	const found = [
		...verified.problems.map((one) => renderDataProblem(one)),
		...verified.warnings.map((one) => renderDataProblem(one, ' (warning)')),
	];
	const words = files.find(({ path }) => path.endsWith('/words.yaml'));
	const lost = words ? findLostWords(reference.words, site, words.text) : [];
	const whole = [report, ...found, renderProblems(words?.path ?? '', lost), ...aged];
	const said = whole.filter(Boolean).join('\n');
	if (verified.problems.length > 0) return { ok: false, report: said };
	const home = pages?.find(({ id }) => id === homeId);
	const isGrave = ({ correction }: (typeof placed)[number]) => correction.severity === 'high';
	return {
		ok: true,
		title: home?.title ?? '',
		introduction: home?.body ?? '',
		pages: verified.pages,
		sheet: toSheet(outline, placed.filter(isGrave)),
		...{ reference, snippets: verified.snippets, placeholders: verified.placeholders },
		tools: verified.tools,
		report: said,
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

function renderDataProblem({ file, line, text, hint }: Problem, mark = ''): string {
	return `${file}:${line}: ${text}${mark}${hint === undefined ? '' : `\n    ${hint}`}`;
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
				const problem: NotesProblem = {
					severity: 'warning',
					line: line + 1,
					text: `the support of \`${name}\` ended on ${lifecycle.until}`,
					hint: `The page says so. ${lifecycle.instead ? `Supported: \`${lifecycle.instead}\`.` : ''}`,
				};
				return renderProblems(path, [problem]);
			}),
		);
}
