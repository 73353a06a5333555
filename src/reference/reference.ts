import type { z } from 'zod';
import type { DataProblem } from './parse.ts';
import { parseData } from './parse.ts';
import { checkSchema, type Check } from './schema/check.ts';
import { commandSchema, type Command } from './schema/command.ts';
import { correctionsSchema, type Correction } from './schema/correction.ts';
import { instructionSchema, type Instruction } from './schema/instruction.ts';
import { lifecyclesSchema, type Lifecycle } from './schema/lifecycle.ts';
import { sourcesSchema, type Sources } from './schema/sources.ts';
import { tablesSchema, type TruthTable } from './schema/table.ts';
import { usageSchema, type Usage } from './schema/usage.ts';
import { synonymsSchema, wordsSchema, type PageWords } from './schema/words.ts';
import { findDuplicates } from './duplicates.ts';
import { findBrokenReferences } from './references.ts';

/** A data file as it was read: its path from the root of the project, and its text. */
export interface DataFile {
	path: string;
	text: string;
}

/** Facts with the name of their file, which is the last part of their address. */
type Named<T> = T & { id: string; file: string };

/** All facts of the project. */
export interface Reference {
	instructions: Named<Instruction>[];
	commands: Named<Command>[];
	checks: Named<Check>[];
	corrections: Correction[];
	lifecycles: Lifecycle[];
	tables: TruthTable[];
	usage: Usage[];
	sources: Sources;
	words: PageWords[];
	synonyms: string[][];
}

/** The reference, or everything that is wrong with its files. */
export type ParsedReference =
	{ ok: true; reference: Reference } | { ok: false; problems: DataProblem[] };

/** Reads all data files and checks them, also against each other. Never throws. */
export function toReference(files: readonly DataFile[]): ParsedReference {
	const problems: DataProblem[] = [];
	const many = <S extends z.ZodType<object>>(folder: string, schema: S) =>
		files
			.filter(({ path }) => path.includes(`/${folder}/`))
			.flatMap(({ path, text }): Named<z.output<S>>[] => {
				const parsed = parseData(path, text, schema);
				if (!parsed.ok) problems.push(...parsed.problems);
				return parsed.ok ? [{ ...parsed.value, id: toId(path), file: path }] : [];
			});
	const one = <S extends z.ZodType>(name: string, schema: S, none: z.output<S>): z.output<S> => {
		const file = files.find(({ path }) => path.endsWith(`/${name}.yaml`));
		const parsed = file && parseData(file.path, file.text, schema);
		if (parsed && !parsed.ok) problems.push(...parsed.problems);
		return parsed?.ok ? parsed.value : none;
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
	if (problems.length === 0) {
		problems.push(...findBrokenReferences(reference, files), ...findDuplicates(reference, files));
	}
	return problems.length > 0 ? { ok: false, problems } : { ok: true, reference };
}

function toId(path: string): string {
	return path.replace(/^.*\//, '').replace(/\.yaml$/, '');
}
