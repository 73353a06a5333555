import type { DataProblem } from './parse.ts';
import type { DataFile, Reference } from './reference.ts';

const tablesFile = 'src/content/tables.yaml';

/** A name that a file uses, and the names that there are. */
interface Use {
	file: string;
	field: string;
	name: string;
	known: ReadonlySet<string>;
}

/** Names in one data file that no other file has: sources, instructions, checks, commands. */
export function findBrokenReferences(
	reference: Reference,
	files: readonly DataFile[],
): DataProblem[] {
	return toUses(reference)
		.filter(({ name, known }) => !known.has(name))
		.map(({ file, field, name, known }) => ({
			file,
			line: findLine(files.find(({ path }) => path === file)?.text ?? '', name),
			text: `${field}: \`${name}\` does not exist; allowed: ${toNearest(name, known).join(', ')}`,
		}));
}

function toUses(reference: Reference): Use[] {
	const { instructions, commands, checks, sources, tables, corrections, usage } = reference;
	const names = new Set(instructions.map(({ name }) => name));
	const rules = new Set(checks.map(({ name }) => name));
	const typed = new Set(commands.map(({ name }) => name));
	const known = new Set(Object.keys(sources));
	const answered = new Set(tables.map(({ id }) => id));
	const gotchas = new Set(
		instructions.flatMap(({ id, gotchas: own }) => own.map((gotcha) => `${id}/${gotcha.id}`)),
	);
	return [
		...instructions.flatMap((instruction) => [
			...toUse(instruction.file, 'related', instruction.related, names),
			...toUse(
				instruction.file,
				'checks',
				instruction.checks.map(({ rule }) => rule),
				rules,
			),
		]),
		...checks.flatMap((check) => toUse(check.file, 'instructions', check.instructions, names)),
		...commands.flatMap((command) => [
			...toUse(command.file, 'related', command.related, typed),
			...toUse(command.file, 'variantOf', command.variantOf ? [command.variantOf] : [], typed),
		]),
		...tables.flatMap((table) => [
			...toUse(tablesFile, 'instructions', table.instructions, names),
			...toUse(tablesFile, 'gotchas', table.gotchas, gotchas),
		]),
		...corrections.flatMap(({ see }) =>
			toUse('src/content/corrections.yaml', 'see', see ? [see] : [], answered),
		),
		...[...instructions, ...commands, ...checks].flatMap((facts) =>
			toUse(facts.file, 'sources', [...new Set(collectSources(facts))], known),
		),
		...toUse('src/content/usage.yaml', 'sources', [...new Set(collectSources(usage))], known),
	];
}

function toUse(file: string, field: string, all: readonly string[], known: Set<string>): Use[] {
	return all.map((name) => ({ file, field, name, known }));
}

/** Every id below a key `sources`, however deep. */
export function collectSources(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		key === 'sources' && Array.isArray(inner) ? inner.map(String) : collectSources(inner),
	);
}

function findLine(text: string, name: string): number {
	const index = text.split('\n').findIndex((line) => line.includes(name));
	return Math.max(index, 0) + 1;
}

/** A few names to choose from: those that begin alike, or else the first ones. */
function toNearest(name: string, known: ReadonlySet<string>): string[] {
	const all = [...known];
	const alike = all.filter((other) => other[0]?.toLowerCase() === name[0]?.toLowerCase());
	return (alike.length > 0 ? alike : all).slice(0, 12);
}
