import type { TextFile } from '../input/files.ts';
import type { Message } from '../input/message.ts';
import type { Reference } from './model.ts';
import type { PageWords } from './schema/lists.ts';
import { toMessage } from '../input/message.ts';
import { findLine } from '../input/yaml.ts';

/** What to do, beside everything that is wrong with a data file. */
export const howTo = 'The fields are described in src/reference/schema/.';

/** A name of another thing in a data file, with its field and the keys that lead to it. */
interface Use {
	field: string;
	name: string;
	path: readonly string[];
}

/** Names in one data file that no other file has: sources, instructions, commands, answers, … */
export function findUnknownNames(reference: Reference, files: readonly TextFile[]): Message[] {
	const { instructions, commands, checks, answers, guides, tables, corrections } = reference;
	const known = toKnownNames(reference);
	const all = [
		...[...instructions, ...commands, ...checks, ...answers, ...guides].map((facts) => ({
			file: facts.file,
			facts,
		})),
		{ file: 'src/content/tables.yaml', facts: tables },
		{ file: 'src/content/corrections.yaml', facts: corrections },
	];
	return all.flatMap(({ file, facts }) =>
		findUses(facts, known)
			.filter(({ field, name }) => !known[field]?.includes(name))
			.map(({ field, name, path }) => {
				const reason = `${field}: \`${name}\` does not exist; allowed: ${toNearest(name, known[field] ?? [])}`;
				return toMessage(toPlace(file, path, files), reason, howTo);
			}),
	);
}

/** By the field that names them, the names that there are. */
type Known = Readonly<Record<string, readonly string[]>>;

function toKnownNames(reference: Reference): Known {
	const { instructions, commands, checks, answers, guides, tables, sources } = reference;
	const toIds = (facts: readonly { id: string }[]) => facts.map(({ id }) => id);
	return {
		related: [
			...[...instructions, ...commands, ...checks].map(({ name }) => name),
			...toIds([...answers, ...guides, ...tables]),
		],
		instructions: instructions.map(({ name }) => name),
		gotchas: instructions.flatMap(({ id, gotchas }) => toIds(gotchas).map((own) => `${id}/${own}`)),
		see: toIds(tables),
		sources: Object.keys(sources),
	};
}

/** Every string in a field that names other things, however deep the field stands. */
function findUses(value: unknown, known: Known, path: readonly string[] = []): Use[] {
	if (typeof value === 'string') {
		// The field of a name in a list is that of the list.
		const field = path.findLast((key) => !/^\d+$/.test(key)) ?? '';
		return field in known ? [{ field, name: value, path }] : [];
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => findUses(inner, known, [...path, key]));
}

/** Messages that two pages answer: whoever pastes one gets to the first of them only. */
export function findSharedMessages(
	{ answers, checks }: Reference,
	files: readonly TextFile[],
): Message[] {
	const owners = new Map<string, string>();
	return [...answers, ...checks].flatMap(({ file, messages }) =>
		messages.flatMap((message, index) => {
			const key = (message.toLowerCase().match(/[\p{L}\d…]+/gu) ?? []).join(' ');
			const owner = owners.get(key) ?? file;
			owners.set(key, owner);
			if (owner === file) return [];
			const reason = `messages: \`${message}\` stands in ${owner} too; allowed: one answer for each message`;
			return toMessage(toPlace(file, ['messages', index], files), reason, howTo);
		}),
	);
}

/** Where a value of a data file stands. */
function toPlace(file: string, path: readonly PropertyKey[], files: readonly TextFile[]) {
	const { text = '' } = files.find((one) => one.path === file) ?? {};
	return { file, line: findLine(text, path) };
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
	return words.flatMap(({ at }, index) =>
		known.includes(at)
			? []
			: toMessage(
					{ file: path, line: findLine(text, [index, 'at']), isWarning: true },
					`no page or section has the address \`${at}\``,
					`Write another, or delete the entry. There are: ${toNearest(at, known)}.`,
				),
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
