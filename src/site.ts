import type { Sheet } from './cheatsheet/model.ts';
import type { Message } from './input/message.ts';
import type { TextFile } from './input/files.ts';
import type { Topic } from './notes/topic.ts';
import type { Reference } from './reference/facts.ts';
import type { Placeholder } from './fill/fill.ts';
import type { Snippet, VerifiedPage } from './snippets/verify.ts';
import { createHash } from 'node:crypto';
import { toSheets } from './cheatsheet/sheets.ts';
import { toPlaceholders } from './fill/placeholders.ts';
import { readDataFiles, readNotesFiles, startExists } from './input/files.ts';
import { isError, toMessage } from './input/message.ts';
import { toRedirects, type MovedFault, type Redirect } from './notes/moved.ts';
import { cutTopic, readTopics } from './notes/topics.ts';
import { toAgedMessages } from './reference/ages.ts';
import { placeCorrections, toRemarkEdits } from './reference/corrections.ts';
import { findLine, parseFacts } from './reference/facts.ts';
import { findLostWords, toSitePages } from './reference/pages.ts';
import { settleMessages, toMessages } from './report/notice.ts';
import { toVerified } from './snippets/verify.ts';

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
 * of support are compared with, as `2026-11-24`. Collects everything that is wrong. Never throws.
 */
export function loadSite(root: URL, today: string): Site | Broken {
	// What people write: facts, and notes, which know what addresses facts take.
	const files = readDataFiles(root);
	const facts = parseFacts(files);
	const taken = toTaken(facts.ok ? facts.reference : undefined);
	const notes = readTopics(readNotesFiles(root), { exists: startExists(root), taken });
	const hints = notes.hints.flatMap(({ file, problem }) => toMessages(file, [problem]));
	if (!notes.topics || !facts.ok || hints.some(isError)) {
		const ofNotes = notes.files.flatMap((file) => settleMessages(file));
		return { ok: false, messages: [...ofNotes, ...hints, ...(facts.ok ? [] : facts.messages)] };
	}

	// What it becomes: notes are cut into pages with corrections in place, then facts join them.
	const { reference } = facts;
	const outlines = notes.topics.map(({ file, plan }) => ({ file, outline: plan.outline }));
	const { placed, messages: misplaced } = placeCorrections(outlines, reference);
	const cuts = notes.topics.map((topic) =>
		cutTopic(topic, toRemarkEdits(placed.filter(({ file }) => file === topic.file))),
	);
	const topics = cuts.map(({ topic }) => topic);
	const pages = toSitePages({ topics, reference, placed, today });
	const { redirects, parts, faults } = toRedirects(topics, pages, new Set(taken));
	const verified = toVerified({ topics, reference, pages, files }, today);
	const filling = toPlaceholders(files, verified.snippets);
	const sheets = toSheets({ topics, reference, placed, files, toVersion });

	// What is to be said of it; the authors of notes may silence what is said of theirs.
	const age = (file: TextFile) => toAgedMessages(file, reference.lifecycles, today);
	const found = [
		...cuts.flatMap(({ topic, problems }) => toMessages(topic.file, problems)),
		...misplaced,
		...verified.messages,
		...notes.files.flatMap(({ path, outline }) => age({ path, text: outline?.source ?? '' })),
	];
	const paths = new Set(topics.map(({ file }) => file));
	const messages = [
		...notes.files.flatMap((file) =>
			settleMessages(
				file,
				found.filter((message) => message.file === file.path),
			),
		),
		...hints,
		...faults.map(toMovedMessage),
		...(sheets.ok ? sheets.warnings : sheets.messages),
		...verified.messages.filter(({ file = '' }) => !paths.has(file)),
		...filling.messages,
		...findLostWords(reference.words, pages, files),
		...files.filter(({ path }) => /\/(?:instructions|commands|checks)\//.test(path)).flatMap(age),
	];
	if (!sheets.ok || messages.some(isError)) return { ok: false, messages };
	const { snippets, tools } = verified;
	const { placeholders } = filling;
	return {
		...{ ok: true, topics, pages: verified.pages, redirects, parts, sheets: sheets.sheets },
		...{ reference, snippets, placeholders, tools, messages },
	};
}

/** What stands at the root of every site beside the pages of the notes. */
const always = ['404', 'a-z', 'api', 'cheatsheet', 'pagefind', 'search', 'snippets', '_astro'];

/** The ids that pages of the notes cannot have, because other pages have them. */
function toTaken(reference: Partial<Reference> = {}): string[] {
	const folders = ['commands', 'checks', 'corrections'] as const;
	return [...always, ...folders.filter((name) => (reference[name]?.length ?? 0) > 0)];
}

/** An old address that cannot lead on; the hints stand in front matter, or beside the notes. */
function toMovedMessage({ topic, address, text, hint }: MovedFault): Message {
	const { beside } = topic;
	const where = beside?.text.includes(address) ? beside : { path: topic.file, text: topic.text };
	const place = { file: where.path, line: findLine(where.text, address), isWarning: true };
	return toMessage(place, `moved: ${text}`, hint);
}

/** A short name for the state of some files; the same on every machine. */
function toVersion(files: readonly TextFile[]): string {
	const texts = files.map(({ path, text }) => `${path}\n${text.replaceAll('\r\n', '\n')}`);
	return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 7);
}
