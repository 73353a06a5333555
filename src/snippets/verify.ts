/**
 * Every code block of the site, with a verdict on it. Read language.ts (how a fence's language is
 * read) and snippet.ts (what a snippet is); then catalogue.ts, which finds them all; then this file,
 * which has each looked at for its language (dockerfileFindings.ts, shell.ts with flags.ts and commandLine.ts,
 * config.ts); then expected.ts, which says what must not stay as it is, and verdict.ts, which puts
 * into words what a page says below a snippet.
 */
import type { Message } from '../input/message.ts';
import type { Reference } from '../reference/facts.ts';
import type { OutlinedPage } from '../reference/pages.ts';
import type { Expected, Judgement, NotesFiles } from './expected.ts';
import type { Draft, Report, Snippet } from './snippet.ts';
import manifest from '../../package.json' with { type: 'json' };
import { undecidable } from '../checks/checks.ts';
import {
	toNoteSnippets,
	toPageSources,
	toSnippets,
	type Notes,
	type Shelves,
} from './catalogue.ts';
import { checkJson, checkYaml } from './config.ts';
import { findFaults } from './dockerfileFindings.ts';
import { judge, readExpected } from './expected.ts';
import { checkFlags, toKnownCommands, type KnownCommands } from './flags.ts';
import { toLanguage } from './language.ts';
import { parseShell } from './shell.ts';
import { toTyped } from './session.ts';
import { toKey } from './snippet.ts';
import { toToolLines, toVerdict, type Tools, type Verdict } from './verdict.ts';

export type { Expected } from './expected.ts';
export type { Snippet } from './snippet.ts';
export type { Verdict } from './verdict.ts';

/** A page with what it says of its snippets. */
export type VerifiedPage = OutlinedPage & { verdicts: Verdict[] };

/** The catalogue with everything that comes of it. */
export interface Verified {
	snippets: Snippet[];
	/** What the snippets were verified with, a line for each language. */
	tools: string[];
	pages: VerifiedPage[];
	messages: Message[];
}

/** Makes the catalogue and verifies it; `today` is the day that the verdicts name. Never throws. */
export function toVerified(shelves: Shelves, today: string): Verified {
	const { expected, messages } = readExpected(shelves.files);
	const notes: NotesFiles = new Map(
		shelves.topics.map(({ file, hints, plan }) => [
			file,
			{ isStrict: hints.strict === true, source: plan.outline.source },
		]),
	);
	const shown = new Map(shelves.pages.map((page) => [page.id, toPageSources(page)]));
	const drafts = toSnippets(shelves, [...shown.values()].flat());
	const judged = verifyAll(drafts, expected, shelves.reference, notes);
	const canExplain = shelves.reference.instructions.length > 0;
	const tools: Tools = { versions: manifest.dependencies, day: today, canExplain };
	// What is verified in notes that nobody promised to be right is for their author's eyes.
	const find = startVerdicts(
		judged.snippets.filter(({ file }) => notes.get(file)?.isStrict !== false),
		tools,
	);
	return {
		snippets: judged.snippets,
		tools: toToolLines(tools),
		pages: shelves.pages.map((page) => ({ ...page, verdicts: find(page, shown.get(page.id)) })),
		messages: [...messages, ...judged.messages],
	};
}

/** What is wrong with the snippets of one file of notes, wherever it lies. Never throws. */
export function checkSnippets(
	notes: Notes,
	{
		reference,
		expected,
		isStrict,
	}: { reference: Reference; expected: Expected; isStrict: boolean },
): Message[] {
	const drafts = toNoteSnippets(notes, reference);
	const files = new Map([[notes.file, { isStrict, source: notes.plan.outline.source }]]);
	return verifyAll(drafts, expected, reference, files).messages;
}

function verifyAll(
	drafts: readonly Draft[],
	expected: Expected,
	{ commands }: Reference,
	notes: NotesFiles,
): Judgement {
	const known = toKnownCommands(commands);
	const verified = drafts.map((draft) => ({ draft, report: verify(draft, known) }));
	return judge(verified, expected, notes);
}

/** Looks at one snippet with everything that there is for its language. Never throws. */
export function verify(
	snippet: Pick<Draft, 'language' | 'code' | 'bad'>,
	known: KnownCommands,
): Report {
	const { grammar } = toLanguage(snippet.language);
	if (grammar === 'dockerfile') return verifyDockerfile(snippet);
	if (grammar === 'shell') return verifyShell(snippet, known);
	if (grammar === 'json') return { checked: ['parses'], findings: checkJson(snippet.code) };
	if (grammar === 'yaml') return { checked: ['parses'], findings: checkYaml(snippet.code) };
	return { checked: [], findings: [] };
}

/** Runs an experimental check for the snippet that shows it. */
function verifyDockerfile({ code, bad }: Pick<Draft, 'code' | 'bad'>): Report {
	const asked = bad === undefined || bad in undecidable ? [] : [bad];
	return {
		checked: ['parses', 'our build checks find nothing'],
		findings: findFaults(code, asked),
	};
}

/** `<branch>` stands for what readers put there; to a shell it would be a redirection. */
const place = /<[a-z][\w ./|-]*>/gi;

function verifyShell(
	{ code, language }: Pick<Draft, 'code' | 'language'>,
	known: KnownCommands,
): Report {
	const { faults, commands } = parseShell(toTyped(code, language).replace(place, 'word'));
	const reports = commands.map(({ words, line }) => ({
		line,
		isDocker: words[0] === 'docker',
		...checkFlags(words, known),
	}));
	const findings = reports.flatMap(({ line, faults }) => faults.map((one) => ({ ...one, line })));
	const hasFlags = reports.some(({ isDocker }) => isDocker) && reports.every((one) => one.isKnown);
	return {
		checked: hasFlags ? ['parses', 'flags known'] : ['parses'],
		findings: [...faults, ...findings].sort((a, b) => a.line - b.line),
	};
}

/**
 * Finds what a page says of the fences that it shows, each text once. Where a text has several
 * snippets, the one counts that is named after the page.
 */
function startVerdicts(snippets: readonly Snippet[], tools: Tools) {
	const byText = Map.groupBy(snippets, toKey);
	return ({ id }: OutlinedPage, shown: Parameters<typeof toKey>[0][] = []): Verdict[] => {
		const isOwn = ({ page }: Snippet) => page.replace(/#.*$/, '') === `/${id}/`;
		return [...new Set(shown.map(toKey))].flatMap((key) => {
			const same = byText.get(key) ?? [];
			const snippet = same.find(isOwn) ?? same[0];
			return snippet ? [toVerdict(snippet, tools)] : [];
		});
	};
}
