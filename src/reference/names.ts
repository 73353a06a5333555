import type { TextFile } from '../input/files.ts';
import type { Message } from '../input/message.ts';
import type { Reference } from './model.ts';
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
	return [...toRelated(reference), ...toUses(reference)].flatMap(({ file, field, names, known }) =>
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

/** What `related` names: anything that has a page. */
function toRelated(reference: Reference): Uses[] {
	const { instructions, commands, checks, answers, guides, tables } = reference;
	const known = [
		...[...instructions, ...commands, ...checks].map(({ name }) => name),
		...[...answers, ...guides, ...tables].map(({ id }) => id),
	];
	return [...instructions, ...commands, ...answers, ...guides].map(({ file, related }) => ({
		...{ file, field: 'related', names: related, known },
	}));
}

function toUses(reference: Reference): Uses[] {
	const { instructions, commands, checks, tables, corrections, usage } = reference;
	const names = instructions.map(({ name }) => name);
	const rules = checks.map(({ name }) => name);
	const typed = commands.map(({ name }) => name);
	const gotchas = instructions.flatMap(({ id, gotchas }) =>
		gotchas.map((one) => `${id}/${one.id}`),
	);
	const see = corrections.flatMap(({ see }) => see ?? []);
	return [
		...instructions.map(({ file, checks }) =>
			use(
				file,
				'checks',
				checks.map(({ rule }) => rule),
				rules,
			),
		),
		...checks.map(({ file, instructions }) => use(file, 'instructions', instructions, names)),
		...commands.map(({ file, variantOf }) =>
			use(file, 'variantOf', variantOf === undefined ? [] : [variantOf], typed),
		),
		...tables.flatMap((table) => [
			use('src/content/tables.yaml', 'instructions', table.instructions, names),
			use('src/content/tables.yaml', 'gotchas', table.gotchas, gotchas),
		]),
		use(
			'src/content/corrections.yaml',
			'see',
			see,
			tables.map(({ id }) => id),
		),
		...[...instructions, ...commands, ...checks, { file: 'src/content/usage.yaml', usage }].map(
			(facts) => use(facts.file, 'sources', collectSources(facts), Object.keys(reference.sources)),
		),
	];
}

function use(
	file: string,
	field: string,
	names: readonly string[],
	known: readonly string[],
): Uses {
	return { file, field, names, known };
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
export function findLine(text: string, words: string): number {
	return (
		Math.max(
			toPlain(text)
				.split('\n')
				.findIndex((line) => line.includes(words)),
			0,
		) + 1
	);
}
