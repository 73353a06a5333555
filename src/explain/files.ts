import type { Instruction } from '../dockerfile/dockerfile.ts';
import type { Part, Sentence } from './model.ts';
import { resolveIn, show, type Context, type Detail } from './context.ts';
import { findStage, toPath } from './scope.ts';
import { code, count, listOf, say } from './words.ts';

const remote = /^https?:\/\//i;
const git = /^(?:git@|ssh:\/\/|git:\/\/)|^https?:\/\/[^#?]+\.git(?:[#?]|$)/i;

/** What `COPY` and `ADD` bring where. */
export function explainFiles(instruction: Instruction, context: Context): Detail {
	const { keyword, words, heredocs } = instruction;
	const sources = words.slice(0, -1);
	const target = toTarget(words.at(-1) ?? '', context);
	const isInline = (word: string) => /^\d*<<-?\s*["']?\w/.test(word);
	const written = sources.filter((word) => !isInline(word));
	const clauses: Sentence[] = [];
	if (written.length > 0) {
		const verb = keyword === 'COPY' ? 'Copies' : 'Adds';
		const whole = written.some((word) => word === '.' || word === './');
		const from = keyword === 'COPY' ? toOrigin(instruction, context) : toAddOrigin(written);
		const names: Part[] = written.map((word) => show(word, context));
		const what =
			whole && written.length === 1 && !from.isStage
				? say`everything in ${from.text}`
				: say`${listOf(names)} from ${from.text}`;
		clauses.push(say`${verb} ${what} to ${target}.`);
	}
	if (heredocs.length > 0) {
		const lines = heredocs.map(({ content }) => content.split('\n').length);
		const sum = lines.reduce((all, one) => all + one, 0);
		clauses.push(say`Writes ${count(sum, 'line')} of this file to ${target}.`);
	}
	return {
		text: clauses.flatMap((clause, at) => (at === 0 ? clause : [' ', ...clause])),
		rows: [],
	};
}

/** Where files go: the path as it is written, and the whole one where the file says it. */
function toTarget(word: string, context: Context): Sentence {
	const { text, isKnown } = resolveIn(word, context);
	const whole = isKnown ? toPath(text, context.scope.workdir) : undefined;
	if (whole !== undefined) return [code(whole)];
	const isAbsolute = /^(?:[/\\$]|[a-z]:)/i.test(text);
	if (isAbsolute) return [code(text)];
	return /^\.\/?$/.test(text)
		? ['the working directory']
		: say`${code(text)} in the working directory`;
}

function toOrigin({ flags }: Instruction, context: Context): { text: Sentence; isStage: boolean } {
	const from = flags.find(({ name }) => name === 'from')?.value;
	if (from === undefined) return { text: ['the build context'], isStage: false };
	const index = findUsed(from, context);
	if (index === undefined)
		return { text: say`${code(from)} (an image or a named context)`, isStage: true };
	const { stage } = context.stages[index] ?? {};
	return { text: say`stage ${code(stage?.name ?? String(index))}`, isStage: true };
}

/** The number of the stage that `--from` names; only stages before count. */
export function findUsed(
	from: string,
	{ stages, stage }: Pick<Context, 'stages' | 'stage'>,
): number | undefined {
	const before = stages.slice(0, stage?.index ?? 0);
	if (/^\d+$/.test(from)) return Number(from) < before.length ? Number(from) : undefined;
	return findStage(from, before);
}

function toAddOrigin(sources: readonly string[]): { text: Sentence; isStage: boolean } {
	const kinds = new Set(
		sources.map((source) => {
			if (git.test(source)) return 'Git';
			return remote.test(source) ? 'the network' : 'the build context';
		}),
	);
	return { text: listOf([...kinds]), isStage: kinds.size !== 1 || !kinds.has('the build context') };
}

/** Whether a source of `ADD` comes from the build context. */
export function isLocal(source: string): boolean {
	return !git.test(source) && !remote.test(source) && !/^\d*<</.test(source);
}
