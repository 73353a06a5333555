import type { Message } from './input/message.ts';
import type { Sheet } from './sheet/model.ts';
import type { Topic } from './notes/topic.ts';
import type { DataFile, Reference } from './reference/reference.ts';
import type { SitePage } from './reference/site.ts';
import type { TopicCorrection, TopicProblems } from './reference/topics.ts';
import type { Placeholder } from './snippets/placeholder.ts';
import type { Problem as SnippetProblem } from './snippets/problem.ts';
import type { Snippet } from './snippets/snippet.ts';
import { createHash } from 'node:crypto';
import { toSheets } from './sheet/sheet.ts';
import { readDataFiles, readNotesFiles, startExists } from './files.ts';
import { toRedirects, type MovedFault, type Redirect } from './notes/moved.ts';
import { isError } from './notes/problem.ts';
import { settle } from './notes/silence.ts';
import { readTopics, type ReadFile } from './notes/topics.ts';
import { toAgedProblems } from './reference/ages.ts';
import { toReference } from './reference/reference.ts';
import { toSite } from './reference/site.ts';
import { toTaken } from './reference/taken.ts';
import { placeInTopics } from './reference/topics.ts';
import { findLostWords } from './reference/words.ts';
import { toAgedNotices } from './report/ages.ts';
import { toDataNotices, toNotices, type Notice } from './report/notice.ts';
import { toVerified } from './snippets/build.ts';
import { toNotesProblems } from './snippets/problem.ts';

/** Everything that the site is made of, with what is to be said to the author on the way. */
export interface Site {
	ok: true;
	/** The files of notes in the order of the site. */
	topics: Topic[];
	pages: SitePage[];
	/** Old addresses with where they lead. */
	redirects: Redirect[];
	/** Old parts of pages that stand, with where they lead. */
	parts: Redirect[];
	/** For each topic, in the same order. */
	sheets: Sheet[];
	reference: Reference;
	/** Every snippet with what was found out about it. */
	snippets: Snippet[];
	placeholders: Placeholder[];
	/** What the snippets were verified with, a line for each language. */
	tools: string[];
	/** What the author should look at; no errors. */
	notices: Notice[];
}

/** What stands in the way of a site, and what else there is to say. */
export interface Broken {
	ok: false;
	notices: Notice[];
}

/** Notes and facts that are whole and fit each other. */
interface Material {
	ok: true;
	topics: Topic[];
	/** What was found in the notes so far, before the author's comments silence any. */
	read: ReadFile[];
	/** What is wrong with hints. */
	hints: Notice[];
	reference: Reference;
	placed: TopicCorrection[];
	misplaced: TopicProblems;
	files: readonly DataFile[];
}

/** Reads notes and facts and makes the pages. Collects everything that is wrong. Never throws. */
export function loadSite(root: URL, today: string): Site | Broken {
	const material = readMaterial(root);
	return material.ok ? makeSite(material, today) : material;
}

function readMaterial(root: URL): Material | Broken {
	const files = readDataFiles(root);
	const facts = toReference(files);
	const taken = toTaken(facts.ok ? facts.reference : undefined);
	const notes = readTopics(readNotesFiles(root), { exists: startExists(root), taken });
	const hints = notes.hints.flatMap(({ file, problem }) => toNotices(file, [problem]));
	if (!notes.topics || !facts.ok || hints.some(isError)) {
		const own = notes.files.flatMap(({ path, outline, problems }) =>
			toNotices(path, settle(outline, problems, false)),
		);
		const wrong = toDataNotices(facts.ok ? [] : facts.problems);
		return { ok: false, notices: [...own, ...hints, ...wrong] };
	}
	const { topics, files: read } = notes;
	const { reference } = facts;
	const { placed, problems: misplaced } = placeInTopics(topics, reference);
	return { ok: true, topics, read, hints, reference, placed, misplaced, files };
}

function makeSite(material: Material, today: string): Site | Broken {
	const { topics, reference, placed, files } = material;
	const pages = toSite({ topics, reference, placed, today });
	const { redirects, parts, faults } = toRedirects(topics, pages, new Set(toTaken(reference)));
	const sheets = toSheets({ topics, reference, placed, files, toVersion });
	const verified = toVerified({ topics, reference, pages, files }, today);
	const words = files.find(({ path }) => path.endsWith('/words.yaml'));
	const paths = new Set(topics.map(({ file }) => file));
	const notices = [
		...material.read.flatMap((file) => findAll(file, material, verified.problems, today)),
		...material.hints,
		...faults.map(toMovedNotice),
		...toDataNotices(
			(sheets.ok ? sheets.warnings : sheets.problems).map(toProblem),
			sheets.ok ? 'warning' : 'error',
		),
		...toDataNotices(verified.problems.filter(({ file }) => !paths.has(file))),
		...toDataNotices(verified.warnings, 'warning'),
		...toDataNotices(words ? findLostWords(reference.words, pages, words) : [], 'warning'),
		...toAgedNotices(files, reference, today),
	];
	if (!sheets.ok || notices.some(isError)) return { ok: false, notices };
	const { snippets, placeholders, tools } = verified;
	return {
		ok: true,
		pages: verified.pages,
		sheets: sheets.sheets,
		...{ redirects, parts, topics, reference, snippets, placeholders, tools, notices },
	};
}

/** Everything that was found in a file of notes, by whatever module, unless its author silences it. */
function findAll(
	{ path, outline, problems, isStrict }: ReadFile,
	{ reference, misplaced }: Material,
	ofSnippets: readonly SnippetProblem[],
	today: string,
): Notice[] {
	if (outline === undefined) return toNotices(path, problems);
	const all = [
		...problems,
		...(misplaced.get(path) ?? []),
		...toNotesProblems(ofSnippets, path, outline, { isStrict }),
		...toAgedProblems(outline.source, reference.lifecycles, today),
	];
	return toNotices(path, settle(outline, all, true));
}

/** An old address that cannot lead on; the hints stand in front matter, or beside the notes. */
function toMovedNotice({ topic, address, text, hint }: MovedFault): Notice {
	const { file, beside } = topic;
	const path = beside?.text.includes(address) === true ? beside.path : file;
	const lines = (path === file ? topic.text : (beside?.text ?? '')).split('\n');
	const line = Math.max(1, lines.findIndex((one) => one.includes(address)) + 1);
	return { ...{ file: path, line, severity: 'warning', hint }, text: `moved: ${text}` };
}

function toProblem({ file = '', line = 1, reason }: Message): {
	file: string;
	line: number;
	text: string;
} {
	return { file, line, text: reason };
}

/** A short name for the state of some files; the same on every machine. */
function toVersion(files: readonly DataFile[]): string {
	const texts = files.map(({ path, text }) => `${path}\n${text.replaceAll('\r\n', '\n')}`);
	return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 7);
}
