import type { Sheet } from './cheatsheet/model.ts';
import type { Message } from './input/message.ts';
import type { ReadFile } from './notes/notes.ts';
import type { Reference } from './reference/reference.ts';
import type { SitePage } from './reference/site.ts';
import type { TopicCorrection, TopicMessages } from './reference/topics.ts';
import type { Placeholder } from './snippets/placeholder.ts';
import type { Problem as SnippetProblem } from './snippets/problem.ts';
import type { Snippet } from './snippets/snippet.ts';
import { createHash } from 'node:crypto';
import { toSheets } from './cheatsheet/sheets.ts';
import { readDataFiles, readNotesFiles, startExists, type TextFile } from './input/files.ts';
import { isError, toMessage } from './input/message.ts';
import { readNotes, settle, toRedirects, type Redirect, type Topic } from './notes/notes.ts';
import { toAgedMessages } from './reference/ages.ts';
import { toReference } from './reference/reference.ts';
import { toSite } from './reference/site.ts';
import { toTaken } from './reference/taken.ts';
import { placeInTopics } from './reference/topics.ts';
import { findLostWords } from './reference/words.ts';
import { toVerified } from './snippets/build.ts';
import { toNotesMessages } from './snippets/problem.ts';

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
	messages: Message[];
}

/** What stands in the way of a site, and what else there is to say. */
export interface Broken {
	ok: false;
	messages: Message[];
}

/** Notes and facts that are whole and fit each other. */
interface Material {
	ok: true;
	topics: Topic[];
	/** What was found in the notes so far, before the author's comments silence any. */
	read: ReadFile[];
	/** What is wrong with hints. */
	hints: Message[];
	reference: Reference;
	placed: TopicCorrection[];
	misplaced: TopicMessages;
	files: readonly TextFile[];
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
	const notes = readNotes(readNotesFiles(root), { exists: startExists(root), taken });
	const { hints } = notes;
	if (!notes.topics || !facts.ok || hints.some(isError)) {
		const own = notes.files.flatMap(({ outline, messages }) =>
			outline === undefined ? messages : settle(outline, messages),
		);
		const wrong = facts.ok ? [] : toMessages(facts.problems);
		return { ok: false, messages: [...own, ...hints, ...wrong] };
	}
	const { topics, files: read } = notes;
	const { reference } = facts;
	const { placed, messages: misplaced } = placeInTopics(topics, reference);
	return { ok: true, topics, read, hints, reference, placed, misplaced, files };
}

function makeSite(material: Material, today: string): Site | Broken {
	const { topics, reference, placed, files } = material;
	const pages = toSite({ topics, reference, placed, today });
	const {
		redirects,
		parts,
		messages: moved,
	} = toRedirects(topics, pages, new Set(toTaken(reference)));
	const sheets = toSheets({ topics, reference, placed, files, toVersion });
	const verified = toVerified({ topics, reference, pages, files }, today);
	const words = files.find(({ path }) => path.endsWith('/words.yaml'));
	const paths = new Set(topics.map(({ file }) => file));
	const messages = [
		...material.read.flatMap((file) => findAll(file, material, verified.problems, today)),
		...material.hints,
		...moved,
		...toMessages(sheets.ok ? sheets.warnings : sheets.problems, sheets.ok),
		...toMessages(verified.problems.filter(({ file }) => !paths.has(file))),
		...toMessages(verified.warnings, true),
		...toMessages(words ? findLostWords(reference.words, pages, words) : [], true),
		...findAged(files, reference, today),
	];
	if (!sheets.ok || messages.some(isError)) return { ok: false, messages };
	const { snippets, placeholders, tools } = verified;
	return {
		ok: true,
		pages: verified.pages,
		sheets: sheets.sheets,
		...{ redirects, parts, topics, reference, snippets, placeholders, tools, messages },
	};
}

/** Everything that was found in a file of notes, by whatever module, unless its author silences it. */
function findAll(
	{ path, outline, messages, isStrict }: ReadFile,
	{ reference, misplaced }: Material,
	ofSnippets: readonly SnippetProblem[],
	today: string,
): Message[] {
	if (outline === undefined) return messages;
	const all = [
		...messages,
		...(misplaced.get(path) ?? []),
		...toNotesMessages(ofSnippets, path, outline, isStrict),
		...toAgedMessages(path, outline.source, reference.lifecycles, today),
	];
	return settle(outline, all);
}

/** Images without support in the examples of the facts, which no rule of the notes speaks of. */
function findAged(files: readonly TextFile[], { lifecycles }: Reference, today: string): Message[] {
	return files
		.filter(({ path }) => /\/(?:instructions|commands|checks)\//.test(path))
		.flatMap(({ path, text }) => toAgedMessages(path, text, lifecycles, today));
}

/** What rooms with a type of their own for it have found. To go when they say it as messages. */
function toMessages(problems: readonly SnippetProblem[], isWarning = false): Message[] {
	return problems.map(({ file, line, text, hint = '' }) =>
		toMessage({ file, line, isWarning }, text, hint),
	);
}

/** A short name for the state of some files; the same on every machine. */
function toVersion(files: readonly TextFile[]): string {
	const texts = files.map(({ path, text }) => `${path}\n${text.replaceAll('\r\n', '\n')}`);
	return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 7);
}
