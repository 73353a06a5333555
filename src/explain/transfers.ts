import type { Sentence } from './explanation.ts';
import { findStage, resolve, toPath } from '../dockerfile/dockerfile.ts';
import type { Context } from './context.ts';
import { code, codes, count, join, say, shorten } from './words.ts';

const git = /^(?:git@|ssh:\/\/|git:\/\/)|^https?:\/\/[^#?]+\.git(?:[#?]|$)/i;
const buildContext = 'the build context';

/** Sources of `ADD` by what they look like: what it does with them, and where they come from. */
const origins: readonly (readonly [RegExp, string, string])[] = [
	[git, 'Adds the Git repository', ''],
	[/^https?:\/\//i, 'Downloads', ''],
	[/^\$/, 'Adds', 'the place that its variable names'],
	[/^/, 'Adds', buildContext],
];

/** Whether an address is one of a Git repository. */
export function isGit(address: string): boolean {
	return git.test(address);
}

/** What `COPY` and `ADD` bring where. */
export function explainTransfer(context: Context): Sentence {
	const { keyword, words, heredocs } = context.instruction;
	const target = toTarget(words.at(-1) ?? '', context);
	const sources = words
		.slice(0, -1)
		.filter((word) => !/^\d*<<-?\s*["']?\w/.test(word))
		.map((word) => resolve(word, context.environment).text);
	const clauses =
		keyword === 'COPY'
			? [toClause('Copies', sources, toOrigin(context), target)]
			: origins.map((origin) => {
					const own = sources.filter((source) => toAddOrigin(source) === origin);
					return toClause(origin[1], own, origin[2], target);
				});
	const lines = heredocs.reduce((all, { content }) => all + content.split('\n').length, 0);
	if (lines > 0) clauses.push(say`Writes ${count(lines, 'line')} of this file to ${target}.`);
	return join(
		clauses.filter(({ length }) => length > 0),
		' ',
	);
}

function toClause(
	verb: string,
	sources: readonly string[],
	from: Sentence | string,
	target: Sentence,
): Sentence {
	if (sources.length === 0) return [];
	const isWhole = sources.length === 1 && /^\.?\/?$/.test(sources[0] ?? '');
	if (isWhole) return say`${verb} everything in ${from} to ${target}.`;
	const what = codes(sources.map((text) => shorten(text)));
	return from === ''
		? say`${verb} ${what} to ${target}.`
		: say`${verb} ${what} from ${from} to ${target}.`;
}

/** Where files go: the path as it is written, and the whole one where the file says it. */
function toTarget(word: string, context: Context): Sentence {
	const { text } = resolve(word, context.environment);
	const whole = toPath(text, context.environment.workdir);
	if (whole !== undefined) return [code(whole)];
	return /^\.\/?$/.test(text)
		? ['the working directory']
		: say`${code(text)} in the working directory`;
}

function toOrigin({ instruction, file }: Context): Sentence {
	const from = instruction.flags.find(({ name }) => name === 'from')?.value;
	if (from === undefined) return [buildContext];
	const stage = file.stages[findStage(file, instruction, from) ?? -1];
	if (stage === undefined) return say`${code(from)} (an image or a named context)`;
	return say`stage ${code(stage.name ?? String(stage.index))}`;
}

function toAddOrigin(source: string) {
	return origins.find(([pattern]) => pattern.test(source));
}

/** Whether a source of `ADD` comes from the build context; quotes are none of its letters. */
export function isLocal(source: string): boolean {
	return toAddOrigin(source.replace(/^["']/, ''))?.[2] === buildContext && !/^\d*<</.test(source);
}
