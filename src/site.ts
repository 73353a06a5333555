import type { Sheet } from './sheet/sheetModel.ts';
import type { Message } from './input/message.ts';
import type { NotesFile, TextFile } from './input/files.ts';
import type { PlannedTopic, ReadFile, Topic } from './notes/notes.ts';
import type { Reference } from './reference/facts.ts';
import type { Correction } from './reference/schema/lists.ts';
import type { Placeholder } from './fill/fill.ts';
import type { Expected, Snippet, VerifiedPage } from './snippets/verify.ts';
import { createHash } from 'node:crypto';
import { toSheets } from './sheet/sheet.ts';
import { findPlaces } from './fill/fill.ts';
import { toPlaceholders } from './fill/placeholders.ts';
import {
	findUnreadable,
	listBeside,
	readDataFiles,
	readNotesFiles,
	startExists,
} from './input/files.ts';
import { isError, toMessage } from './input/message.ts';
import {
	cutTopic,
	findUnsafeLinks,
	readNotes,
	settle,
	toRedirects,
	type Redirect,
} from './notes/notes.ts';
import type { OutlinedPage } from './reference/pages.ts';
import { toAgedMessages } from './reference/ages.ts';
import { placeCorrections, toCorrectionEdits } from './reference/corrections.ts';
import { parseFacts } from './reference/facts.ts';
import { findLostWords, toSitePages } from './reference/pages.ts';
import { findUnsaidWords } from './search/said.ts';
import { checkSnippets, toVerified } from './snippets/verify.ts';

/** Everything that the site is made of, with what is to be said to the author on the way. */
export interface Site {
	ok: true;
	/** The files of notes in the order of the site. */
	topics: Topic[];
	pages: VerifiedPage[];
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

/**
 * From files to a site; nothing flows back. `root` is the project's folder, `today` the day that ends
 * of support are compared with, as `2026-11-24`; `before`, the pages of an earlier reading, saves half
 * of the time where few have changed. Collects everything that is wrong. Never throws.
 */
export function loadSite(
	root: URL,
	today: string,
	before: readonly OutlinedPage[] = [],
): Site | Broken {
	// What people write: facts, and notes, which know what addresses facts take.
	const unreadable = findUnreadable(root);
	if (unreadable.length > 0) return { ok: false, messages: unreadable };
	const files = readDataFiles(root);
	const facts = parseFacts(files);
	const taken = toTaken(facts.ok ? facts.reference : undefined);
	const beside = { exists: startExists(root), files: listBeside(root) };
	const notes = readNotes(readNotesFiles(root), { ...beside, taken });
	if (!notes.topics || !facts.ok || notes.hints.some(isError)) {
		const ofFacts = facts.ok ? [] : facts.messages;
		return { ok: false, messages: [...settleAll(notes.files), ...notes.hints, ...ofFacts] };
	}

	// What it becomes: notes are cut into pages with corrections in place, then facts join them.
	const { reference } = facts;
	const outlines = notes.topics.map(({ file, plan }) => ({ file, outline: plan.outline }));
	const { placed, messages: misplaced } = placeCorrections(outlines, reference);
	const cuts = notes.topics.map((topic) =>
		cutTopic(topic, toCorrectionEdits(placed.filter(({ file }) => file === topic.file))),
	);
	const topics = cuts.map(({ topic }) => topic);
	const pages = toSitePages({ topics, reference, placed, today, before });
	const moved = toRedirects(topics, pages, new Set(taken));
	const verified = toVerified({ topics, reference, pages, files }, today);
	const filling = toPlaceholders(files, verified.snippets);
	const sheets = toSheets({ topics, reference, placed, files, toVersion });

	// What is to be said of it; the authors of notes may silence what is said of theirs.
	const age = (file: TextFile) => toAgedMessages(file, reference.lifecycles, today);
	const found = [
		...cuts.flatMap(({ messages }) => messages),
		...misplaced,
		...verified.messages,
		...notes.files.flatMap(({ path, outline }) => age({ path, text: outline?.source ?? '' })),
	];
	const paths = new Set(topics.map(({ file }) => file));
	const messages = [
		...settleAll(notes.files, found),
		...notes.hints,
		...moved.messages,
		...sheets.messages,
		...verified.messages.filter(({ file = '' }) => !paths.has(file)),
		...filling.messages,
		...findUnsafe(pages, files),
		...findLostWords(reference.words, pages, files),
		...findUnsaidWords(reference, pages, files),
		...files.filter(({ path }) => factFiles.test(path)).flatMap(age),
	];
	if (messages.some(isError)) return { ok: false, messages };
	const { snippets, tools } = verified;
	const { placeholders } = filling;
	return {
		...{ ok: true, topics, sheets: sheets.sheets },
		pages: verified.pages.map((page) => toFillable(page, placeholders)),
		...{ redirects: moved.redirects, parts: moved.parts },
		...{ reference, snippets, placeholders, tools, messages },
	};
}

/** Says of the snippets of a page which of them have words to fill in. */
function toFillable(page: VerifiedPage, placeholders: readonly Placeholder[]): VerifiedPage {
	const verdicts = page.verdicts.map((verdict) => {
		const { code, language } = verdict;
		return { ...verdict, isFillable: findPlaces(code, language, placeholders).length > 0 };
	});
	return { ...page, verdicts };
}

/** What files of notes are checked against that need not be the site's. */
export interface Knowledge {
	/** Whether a file exists at a path from the folder of the notes. */
	exists: (path: string) => boolean;
	/** The paths of all files below that folder. */
	beside?: readonly string[];
	/** Missing when the facts are broken themselves: then snippets are not verified. */
	reference?: Reference | undefined;
	/** Findings in its snippets that are known, and corrections of it: only notes of the site have any. */
	expected?: Expected;
	corrections?: readonly Correction[];
}

/** Everything that a build would say of files of notes if they were the site's. Never throws. */
export function checkNotes(
	files: readonly NotesFile[],
	knowledge: Knowledge,
	today: string,
): Message[] {
	const { exists, beside, reference } = knowledge;
	const surroundings = { exists, taken: toTaken(reference), ...(beside && { files: beside }) };
	const notes = readNotes(files, surroundings);
	const found = (notes.topics ?? []).flatMap((topic) => [
		...cutTopic(topic, []).messages,
		...checkTopic(topic, knowledge, today),
	]);
	return [...settleAll(notes.files, found), ...notes.hints];
}

/** What other rooms say of a file of notes. */
function checkTopic(topic: PlannedTopic, knowledge: Knowledge, today: string): Message[] {
	const { reference, expected = [], corrections = [] } = knowledge;
	if (reference === undefined) return [];
	const { file: path, plan, hints } = topic;
	const { outline } = plan;
	const isStrict = hints.strict === true;
	const { tables, lifecycles } = reference;
	return [
		...placeCorrections([{ file: path, outline }], { tables, corrections }).messages,
		...checkSnippets({ name: 'notes', file: path, plan }, { reference, expected, isStrict }),
		...toAgedMessages({ path, text: outline.source }, lifecycles, today),
	];
}

/** What is said of files of notes in the end, by their own rules and by other rooms. */
function settleAll(files: readonly ReadFile[], found: readonly Message[] = []): Message[] {
	return files.flatMap(({ path, outline, messages }) => {
		const all = [...messages, ...found.filter(({ file }) => file === path)];
		return outline ? settle(outline, all) : all;
	});
}

/** Links of facts that lead to no place; those of notes are found by a rule. */
function findUnsafe(pages: readonly OutlinedPage[], files: readonly TextFile[]): Message[] {
	const found = pages.flatMap(({ outline, file }) =>
		findUnsafeLinks(outline).map((url) => [url, file] as const),
	);
	// A fact may stand on several pages.
	return [...new Map(found)].map(([url, file]) => {
		const owner = files.find(({ text }) => text.includes(url));
		const at = owner?.text.split('\n').findIndex((one) => one.includes(url)) ?? 0;
		const path = owner?.path ?? file ?? 'src/content';
		const place = { file: path, line: at + 1, rule: 'link-is-safe' };
		return toMessage(place, `link leads to \`${url}\``, 'Write a link that begins with https:.');
	});
}

/** The data files that show images in snippets. */
const factFiles = /\/(?:instructions|commands|checks|answers|guides)\//;

/** What stands at the root of every site beside the pages of the notes. */
const always = ['404', 'a-z', 'api', 'cheatsheet', 'pagefind', 'search', 'snippets', '_astro'];

/** The ids that pages of the notes cannot have, because other pages have them. */
function toTaken(reference: Partial<Reference> = {}): string[] {
	const folders = ['answers', 'commands', 'checks', 'corrections', 'guides'] as const;
	const explain = (reference.instructions?.length ?? 0) > 0 ? ['explain'] : [];
	return [...always, ...explain, ...folders.filter((name) => (reference[name]?.length ?? 0) > 0)];
}

/** A short name for the state of some files; the same on every machine. */
function toVersion(files: readonly TextFile[]): string {
	const texts = files.map(({ path, text }) => `${path}\n${text.replaceAll('\r\n', '\n')}`);
	return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 7);
}
