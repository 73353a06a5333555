import type { TextFile } from '../input/files.ts';
import type { Message } from '../input/message.ts';
import type { Reference } from './model.ts';
import type { PageWords } from './schema/lists.ts';
import { toMessage } from '../input/message.ts';
import { escapePattern } from '../input/pattern.ts';

/** What to do, beside everything that is wrong with a data file. */
export const howTo = 'The fields are described in src/reference/schema/.';

/** Names that a field of a file uses, and the names that there are. */
interface Uses {
	file: string;
	field: string;
	names: readonly string[];
	known: readonly string[];
}

/** Names in one data file that no other file has: sources, instructions, commands, answers, … */
export function findUnknownNames(reference: Reference, files: readonly TextFile[]): Message[] {
	return toUses(reference).flatMap(({ file, field, names, known }) =>
		[...new Set(names)]
			.filter((name) => !known.includes(name))
			.map((name) => {
				const { text = '' } = files.find(({ path }) => path === file) ?? {};
				const reason = `${field}: \`${name}\` does not exist; allowed: ${toNearest(name, known)}`;
				return toMessage({ file, line: findLineOf(field, name, text) }, reason, howTo);
			}),
	);
}

/** Messages that two pages answer: whoever pastes one gets to the first of them only. */
export function findSharedMessages(
	{ answers, checks }: Reference,
	files: readonly TextFile[],
): Message[] {
	const owners = new Map<string, string>();
	return [...answers, ...checks].flatMap(({ file, messages }) =>
		messages.flatMap((message) => {
			const key = (message.toLowerCase().match(/[\p{L}\d…]+/gu) ?? []).join(' ');
			const owner = owners.get(key) ?? file;
			owners.set(key, owner);
			if (owner === file) return [];
			const { text = '' } = files.find(({ path }) => path === file) ?? {};
			const reason = `messages: \`${message}\` stands in ${owner} too; allowed: one answer for each message`;
			return [toMessage({ file, line: findLine(text, message) }, reason, howTo)];
		}),
	);
}

/**
 * Words of `words.yaml` for addresses that no page or section has; `files` are all data files. They
 * only warn, because the notes may lose a heading at any time.
 */
export function findLostWords(
	words: readonly PageWords[],
	pages: readonly { id: string; headings: readonly { slug: string }[] }[],
	files: readonly TextFile[],
): Message[] {
	const { path = '', text = '' } = files.find((file) => file.path.endsWith('/words.yaml')) ?? {};
	const known = pages.flatMap(({ id, headings }) => [
		`/${id}/`,
		...headings.map(({ slug }) => `/${id}/#${slug}`),
	]);
	return words
		.filter(({ at }) => !known.includes(at))
		.map(({ at }) =>
			toMessage(
				{ file: path, line: findLine(text, at), isWarning: true },
				`no page or section has the address \`${at}\``,
				`Write another, or delete the entry. There are: ${toNearest(at, known)}.`,
			),
		);
}

function toUses(reference: Reference): Uses[] {
	const { instructions, commands, checks, answers, guides, tables, corrections } = reference;
	const toNames = (facts: readonly { name: string }[]) => facts.map(({ name }) => name);
	const toIds = (facts: readonly { id: string }[]) => facts.map(({ id }) => id);
	const names = toNames(instructions);
	const paged = [
		...toNames([...instructions, ...commands, ...checks]),
		...toIds([...answers, ...guides, ...tables]),
	];
	const gotchas = instructions.flatMap(({ id, gotchas }) =>
		gotchas.map((one) => `${id}/${one.id}`),
	);
	const ofTables = tables.map((table) => ({ ...table, file: 'src/content/tables.yaml' }));
	const see = corrections.flatMap(({ see }) => see ?? []);
	const ofCorrections = [{ file: 'src/content/corrections.yaml', see }];
	const usage = { file: 'src/content/usage.yaml', usage: reference.usage };
	const related = [...instructions, ...commands, ...answers, ...guides];
	const sourced = [...instructions, ...commands, ...checks, usage];
	return [
		...each(related, 'related', paged, (one) => one.related),
		...each(instructions, 'checks', toNames(checks), (one) => one.checks.map(({ rule }) => rule)),
		...each(checks, 'instructions', names, (one) => one.instructions),
		...each(ofTables, 'instructions', names, (one) => one.instructions),
		...each(ofTables, 'gotchas', gotchas, (one) => one.gotchas),
		...each(ofCorrections, 'see', toIds(tables), (one) => one.see),
		...each(sourced, 'sources', Object.keys(reference.sources), collectSources),
	];
}

/** What a field of some facts names. */
function each<T extends { file: string }>(
	facts: readonly T[],
	field: string,
	known: readonly string[],
	toNames: (facts: T) => readonly string[],
): Uses[] {
	return facts.map((one) => ({ file: one.file, field, names: toNames(one), known }));
}

/** Every id below a key `sources`, however deep. */
function collectSources(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		key === 'sources' && Array.isArray(inner) ? inner.map(String) : collectSources(inner),
	);
}

/** A few names to choose from: those that begin most alike come first. */
function toNearest(name: string, known: readonly string[]): string {
	const typed = name.toLowerCase();
	const countShared = (other: string) => {
		const differs = [...other.toLowerCase()].findIndex((letter, at) => letter !== typed[at]);
		return differs < 0 ? other.length : differs;
	};
	return known
		.toSorted((a, b) => countShared(b) - countShared(a))
		.slice(0, 12)
		.join(', ');
}

/** The line of a name in a list of names, which stands at the field's key or below it. */
function findLineOf(field: string, name: string, text: string): number {
	const lines = toPlain(text).split('\n');
	const whole = new RegExp(`(?<![\\w-])${escapePattern(name)}(?![\\w-])`);
	const isKey = (line: string) => new RegExp(`^[ -]*${field}:`).test(line);
	const first = lines.findIndex(isKey);
	const below = lines.findIndex((line, at) => at >= first && first >= 0 && whole.test(line));
	return below < 0 ? findLine(text, name) : below + 1;
}

/** YAML with its quotes as they are read, so that what stands in it can be found. */
function toPlain(text: string): string {
	return text.replaceAll('\\"', '"').replaceAll("''", "'");
}

/** The line of the first place of some words in a text, counted from 1; 1 when they are not there. */
function findLine(text: string, words: string): number {
	return (
		Math.max(
			toPlain(text)
				.split('\n')
				.findIndex((line) => line.includes(words)),
			0,
		) + 1
	);
}
