import type { Instruction } from '../dockerfile/dockerfile.ts';
import type { Sentence } from './explanation.ts';
import { toPath } from '../dockerfile/dockerfile.ts';
import { resolveIn, type Context, type Detail } from './context.ts';
import { code, codes, count, listOf, say, shorten } from './words.ts';

/** Sources of `ADD` by what they look like; what is none of them is a file of the build context. */
const origins: readonly (readonly [RegExp, string])[] = [
	[/^(?:git@|ssh:\/\/|git:\/\/)|^https?:\/\/[^#?]+\.git(?:[#?]|$)/i, 'a Git repository'],
	[/^https?:\/\//i, 'the network'],
	[/^\$/, 'the place that its variable names'],
];

/** What `COPY` and `ADD` bring where. */
export function explainTransfer(instruction: Instruction, context: Context): Detail {
	const { keyword, words, heredocs } = instruction;
	const target = toTarget(words.at(-1) ?? '', context);
	const sources = words
		.slice(0, -1)
		.filter((word) => !/^\d*<<-?\s*["']?\w/.test(word))
		.map((word) => resolveIn(word, context).text);
	const clauses: Sentence[] = [];
	if (sources.length > 0) {
		const verb = keyword === 'COPY' ? 'Copies' : 'Adds';
		const from = keyword === 'COPY' ? toOrigin(instruction, context) : toAddOrigin(sources);
		const isWhole = sources.length === 1 && /^\.?\/?$/.test(sources[0] ?? '');
		const what = isWhole ? ['everything'] : codes(sources.map((text) => shorten(text)));
		clauses.push(say`${verb} ${what} ${isWhole ? 'in' : 'from'} ${from} to ${target}.`);
	}
	if (heredocs.length > 0) {
		const lines = heredocs.map(({ content }) => content.split('\n').length);
		const sum = lines.reduce((all, one) => all + one, 0);
		clauses.push(say`Writes ${count(sum, 'line')} of this file to ${target}.`);
	}
	return { text: clauses.flatMap((clause, at) => (at === 0 ? clause : [' ', ...clause])) };
}

/** Where files go: the path as it is written, and the whole one where the file says it. */
function toTarget(word: string, context: Context): Sentence {
	const { text } = resolveIn(word, context);
	const whole = toPath(text, context.environment.workdir);
	if (whole !== undefined) return [code(whole)];
	return /^\.\/?$/.test(text)
		? ['the working directory']
		: say`${code(text)} in the working directory`;
}

function toOrigin({ flags }: Instruction, context: Context): Sentence {
	const from = flags.find(({ name }) => name === 'from')?.value;
	if (from === undefined) return ['the build context'];
	const index = findUsed(from, context);
	if (index === undefined) return say`${code(from)} (an image or a named context)`;
	return say`stage ${code(context.stages[index]?.stage.name ?? String(index))}`;
}

/** The number of the stage that `--from` names; only stages before count, and case does not. */
export function findUsed(
	from: string,
	{ stages, stage }: Pick<Context, 'stages' | 'stage'>,
): number | undefined {
	const before = stages.slice(0, stage?.index ?? 0);
	const name = from.toLowerCase();
	const at = before.findLastIndex((one) => one.stage.name?.toLowerCase() === name);
	if (at >= 0) return at;
	return /^\d+$/.test(from) && Number(from) < before.length ? Number(from) : undefined;
}

function toAddOrigin(sources: readonly string[]): Sentence {
	return listOf([...new Set(sources.map(toKind))]);
}

function toKind(source: string): string {
	return origins.find(([pattern]) => pattern.test(source))?.[1] ?? 'the build context';
}

/** Whether a source of `ADD` comes from the build context; quotes are none of its letters. */
export function isLocal(source: string): boolean {
	return toKind(source.replace(/^["']/, '')) === 'the build context' && !/^\d*<</.test(source);
}
