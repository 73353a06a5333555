import type { SitePage } from '../reference/pages.ts';
import type { Message } from '../input/message.ts';
import type { Placeholder } from './placeholder.ts';
import type { Problem } from './problem.ts';
import type { Snippet } from './snippet.ts';
import type { Shelves } from './source.ts';
import type { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { parseYaml } from '../input/yaml.ts';
import { parseWithBuildKit } from './buildkit.ts';
import { toSnippets } from './catalogue.ts';
import { expectedSchema } from './expected.ts';
import { findIdle } from './idle.ts';
import { judge } from './judge.ts';
import { addMarks } from './marks.ts';
import { placeholdersSchema } from './placeholder.ts';
import { toKnowledge } from './verify.ts';
import { toMark, toToolLines, type Tools } from './words.ts';

/** The catalogue with everything that comes of it. */
export interface Verified {
	snippets: Snippet[];
	placeholders: Placeholder[];
	/** What the snippets were verified with, a line for each language. */
	tools: string[];
	/** The pages with a mark behind each snippet. */
	pages: SitePage[];
	problems: Problem[];
	/** What the author should look at, and what does not stop a build. */
	warnings: Problem[];
}

function toProblem({ file = '', line = 1, reason: text, note: hint = '' }: Message): Problem {
	return { file, line, text, hint };
}

/** Makes the catalogue and verifies it; `today` is the day that the marks name. Never throws. */
export function toVerified(shelves: Shelves, today: string): Verified {
	const problems: Problem[] = [];
	const read = <S extends z.ZodType>(name: string, schema: S): z.output<S> | undefined => {
		const file = shelves.files.find(({ path }) => path.endsWith(`/${name}.yaml`));
		const parsed = file && parseYaml({ ...file, note: '' }, schema);
		if (parsed?.ok === false) problems.push(...parsed.messages.map(toProblem));
		return parsed?.ok ? parsed.value : undefined;
	};
	const expected = read('findings', expectedSchema) ?? [];
	const placeholders = read('placeholders', placeholdersSchema) ?? [];
	const known = toKnowledge(shelves.reference, parseWithBuildKit);
	const judged = judge(toSnippets(shelves), expected, known);
	const { snippets } = judged;
	// What is verified in notes that nobody promised to be right is for their author's eyes.
	const lenient = new Set(
		shelves.topics.filter(({ hints }) => hints.strict !== true).map(({ file }) => file),
	);
	const isStrict = ({ file }: Snippet) => !lenient.has(file);
	const tools: Tools = { versions: manifest.dependencies, day: today };
	return {
		...{ snippets, placeholders },
		tools: toToolLines(tools),
		pages: addMarks(shelves.pages, snippets.filter(isStrict), (snippet) => toMark(snippet, tools)),
		problems: [...problems, ...judged.problems],
		warnings: findIdle(placeholders, snippets, shelves.files),
	};
}
