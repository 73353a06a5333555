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
import type { Named, Reference } from './model.ts';
import { parseYaml } from '../input/yaml.ts';
import { findSharedMessages, findUnknownNames, howTo } from './names.ts';
import { answerSchema } from './schema/answer.ts';
import { checkSchema } from './schema/check.ts';
import { commandSchema } from './schema/command.ts';
import { composeKeysSchema, watchoutsSchema } from './schema/watchouts.ts';
import { guideSchema } from './schema/guide.ts';
import { instructionSchema } from './schema/instruction.ts';
import {
	correctionsSchema,
	lifecyclesSchema,
	synonymsSchema,
	tablesSchema,
	versionsSchema,
	wordsSchema,
} from './schema/lists.ts';
import { sourcesSchema } from './schema/shared.ts';

export type {
	AnswerFacts,
	CheckFacts,
	CommandFacts,
	GuideFacts,
	InstructionFacts,
	Reference,
} from './model.ts';

/** The reference, or everything that is wrong with its files. */
export type ParsedFacts = { ok: true; reference: Reference } | { ok: false; messages: Message[] };

/** Reads all data files and checks them, also against each other. Never throws. */
export function parseFacts(files: readonly TextFile[]): ParsedFacts {
	const messages: Message[] = [];
	const parse = <S extends z.ZodType>(file: TextFile, schema: S) => {
		const parsed = parseYaml({ ...file, note: howTo }, schema);
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
		answers: many('answers', answerSchema),
		guides: many('guides', guideSchema),
		corrections: one('corrections', correctionsSchema, []),
		lifecycles: one('lifecycles', lifecyclesSchema, []),
		tables: one('tables', tablesSchema, []),
		sources: one('sources', sourcesSchema, {}),
		versions: one('versions', versionsSchema.optional(), undefined),
		watchouts: one('watchouts', watchoutsSchema, []),
		composeKeys: one('compose-keys', composeKeysSchema, []),
		words: one('words', wordsSchema, []),
		synonyms: one('synonyms', synonymsSchema, []),
	};
	if (messages.length === 0) {
		messages.push(...findUnknownNames(reference, files), ...findSharedMessages(reference, files));
	}
	return messages.length > 0 ? { ok: false, messages } : { ok: true, reference };
}

function toPath(name: string): string {
	return `src/content/${name}.yaml`;
}

function toId(path: string): string {
	return path.replace(/^.*\//, '').replace(/\.yaml$/, '');
}
