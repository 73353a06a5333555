/**
 * The facts that people keep in YAML, and the pages of the site that are made from them and from the
 * notes. Read the shapes first (schema/), then this file, which reads and checks all data; `options`
 * and `markdown` write facts as Markdown, `corrections` and `ages` say beside the notes what does not
 * hold, `pages` composes every page of the site (pages/ has one kind of page a file), and
 * `navigation` makes the tree of them.
 */
import type { z } from 'zod';
import type { TextFile } from '../input/files.ts';
import type { Message } from '../input/message.ts';
import { toMessage } from '../input/message.ts';
import { parseYaml } from '../input/yaml.ts';
import { checkSchema, usageSchema, type Check, type Usage } from './schema/check.ts';
import { commandSchema, type Command } from './schema/command.ts';
import { instructionSchema, type Instruction } from './schema/instruction.ts';
import {
	correctionsSchema,
	lifecyclesSchema,
	synonymsSchema,
	tablesSchema,
	wordsSchema,
	type Correction,
	type Lifecycle,
	type PageWords,
	type TruthTable,
} from './schema/lists.ts';
import { sourcesSchema, type Sources } from './schema/shared.ts';

/** Facts with the path of their file, whose name is the last part of their address. */
type Named<T> = T & { id: string; file: string };

/** The facts of one instruction, command or check. */
export type InstructionFacts = Named<Instruction>;
export type CommandFacts = Named<Command>;
export type CheckFacts = Named<Check>;

/** All facts of the project. */
export interface Reference {
	instructions: InstructionFacts[];
	commands: CommandFacts[];
	checks: CheckFacts[];
	corrections: Correction[];
	lifecycles: Lifecycle[];
	tables: TruthTable[];
	usage: Usage[];
	sources: Sources;
	words: PageWords[];
	synonyms: string[][];
}

/** The reference, or everything that is wrong with its files. */
export type ParsedFacts = { ok: true; reference: Reference } | { ok: false; messages: Message[] };

/** What to do, beside everything that is wrong with a data file. */
const note = 'The fields are described in src/reference/schema/.';

/** Reads all data files and checks them, also against each other. Never throws. */
export function parseFacts(files: readonly TextFile[]): ParsedFacts {
	const messages: Message[] = [];
	const parse = <S extends z.ZodType>(file: TextFile, schema: S) => {
		const parsed = parseYaml({ ...file, note }, schema);
		if (!parsed.ok) messages.push(...parsed.messages);
		return parsed.ok ? [parsed.value] : [];
	};
	const many = <S extends z.ZodType<object>>(folder: string, schema: S): Named<z.output<S>>[] =>
		files
			.filter(({ path }) => path.includes(`/${folder}/`))
			.flatMap((file) =>
				parse(file, schema).map((facts) => ({ ...facts, id: toId(file.path), file: file.path })),
			);
	const one = <S extends z.ZodType>(name: string, schema: S, none: z.output<S>): z.output<S> => {
		const file = files.find(({ path }) => path === toPath(name));
		return (file && parse(file, schema)[0]) ?? none;
	};
	const reference: Reference = {
		instructions: many('instructions', instructionSchema),
		commands: many('commands', commandSchema),
		checks: many('checks', checkSchema),
		corrections: one('corrections', correctionsSchema, []),
		lifecycles: one('lifecycles', lifecyclesSchema, []),
		tables: one('tables', tablesSchema, []),
		usage: one('usage', usageSchema, []),
		sources: one('sources', sourcesSchema, {}),
		words: one('words', wordsSchema, []),
		synonyms: one('synonyms', synonymsSchema, []),
	};
	if (messages.length === 0) messages.push(...findBroken(reference, files));
	return messages.length > 0 ? { ok: false, messages } : { ok: true, reference };
}

function toPath(name: string): string {
	return `src/content/${name}.yaml`;
}

function toId(path: string): string {
	return path.replace(/^.*\//, '').replace(/\.yaml$/, '');
}

/** Names that a field of a file uses, and the names that there are. */
interface Uses {
	file: string;
	field: string;
	names: readonly string[];
	known: readonly string[];
}

/** Names in one data file that no other file has: sources, instructions, checks, commands. */
function findBroken(reference: Reference, files: readonly TextFile[]): Message[] {
	return toUses(reference).flatMap(({ file, field, names, known }) =>
		[...new Set(names)]
			.filter((name) => !known.includes(name))
			.map((name) => {
				const line = findLine(files.find(({ path }) => path === file)?.text ?? '', name);
				const allowed = toNearest(name, known).join(', ');
				return toMessage(
					{ file, line },
					`${field}: \`${name}\` does not exist; allowed: ${allowed}`,
					note,
				);
			}),
	);
}

function toUses(reference: Reference): Uses[] {
	const { instructions, commands, checks, tables, corrections, usage } = reference;
	const names = instructions.map(({ name }) => name);
	const rules = checks.map(({ name }) => name);
	const typed = commands.map(({ name }) => name);
	const answers = tables.map(({ id }) => id);
	const sources = Object.keys(reference.sources);
	const gotchas = instructions.flatMap(({ id, gotchas }) =>
		gotchas.map((one) => `${id}/${one.id}`),
	);
	const use = (
		file: string,
		field: string,
		names: readonly string[],
		known: readonly string[],
	) => ({
		...{ file, field, names, known },
	});
	return [
		...instructions.flatMap(({ file, related, checks }) => [
			use(file, 'related', related, names),
			use(
				file,
				'checks',
				checks.map(({ rule }) => rule),
				rules,
			),
		]),
		...checks.map(({ file, instructions }) => use(file, 'instructions', instructions, names)),
		...commands.flatMap(({ file, related, variantOf }) => [
			use(file, 'related', related, typed),
			use(file, 'variantOf', variantOf === undefined ? [] : [variantOf], typed),
		]),
		...tables.flatMap((table) => [
			use(toPath('tables'), 'instructions', table.instructions, names),
			use(toPath('tables'), 'gotchas', table.gotchas, gotchas),
		]),
		use(
			toPath('corrections'),
			'see',
			corrections.flatMap(({ see }) => see ?? []),
			answers,
		),
		...[...instructions, ...commands, ...checks].map((facts) =>
			use(facts.file, 'sources', collectSources(facts), sources),
		),
		use(toPath('usage'), 'sources', collectSources(usage), sources),
	];
}

/** Every id below a key `sources`, however deep. */
function collectSources(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		key === 'sources' && Array.isArray(inner) ? inner.map(String) : collectSources(inner),
	);
}

/** A few names to choose from: those that begin alike, or else the first ones. */
function toNearest(name: string, known: readonly string[]): string[] {
	const alike = known.filter((other) => other[0]?.toLowerCase() === name[0]?.toLowerCase());
	return (alike.length > 0 ? alike : known).slice(0, 12);
}

/** The line of the first place of some words in a text, counted from 1; 1 when they are not there. */
export function findLine(text: string, words: string): number {
	return (
		Math.max(
			text.split('\n').findIndex((line) => line.includes(words)),
			0,
		) + 1
	);
}
