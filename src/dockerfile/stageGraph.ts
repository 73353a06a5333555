/*
 * Which stages of a file need which:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go
 */
import type { Dockerfile, Instruction, Stage } from './syntaxTree.ts';
import { toMountFields } from './mounts.ts';

/** The stages and images that an instruction takes files from, as it names them. */
export function toSources({ keyword, flags }: Instruction): string[] {
	if (keyword === 'COPY')
		return flags.flatMap(({ name, value }) => (name === 'from' && value) || []);
	if (keyword !== 'RUN') return [];
	return flags
		.filter(({ name }) => name === 'mount')
		.flatMap(({ value = '' }) => toMountFields(value))
		.flatMap(({ key, value }) => (key === 'from' && value) || []);
}

/** The number of the stage that an instruction means by a name; `COPY` may name one by its number. */
export function findStage(
	{ stages }: Pick<Dockerfile, 'stages'>,
	{ keyword }: Instruction,
	source: string,
): number | undefined {
	if (keyword === 'COPY' && /^[-+]?\d+$/.test(source)) return Number(source);
	const at = stages.findLastIndex(({ name }) => name?.toLowerCase() === source.toLowerCase());
	return at < 0 ? undefined : at;
}

/**
 * What each stage runs before its own instructions, by its number: what its base stage puts off with
 * `ONBUILD`, where the last stage needs it. BuildKit says of it that it stands in the line of `FROM`.
 */
export function toTriggers(
	file: Pick<Dockerfile, 'stages'>,
	parents: readonly (number | undefined)[],
): Instruction[][] {
	const needed = new Set<number>();
	const add = (at: number | undefined): void => {
		const stage = file.stages[at ?? -1];
		if (at === undefined || stage === undefined || needed.has(at)) return;
		needed.add(at);
		add(parents[at]);
		for (const own of stage.instructions)
			for (const source of toSources(own)) add(findStage(file, own, source));
	};
	add(file.stages.length - 1);
	return file.stages.map(({ from: { line } }, at) =>
		needed.has(at) ? toPutOff(file.stages[parents[at] ?? -1], line) : [],
	);
}

function toPutOff(parent: Stage | undefined, line: number): Instruction[] {
	return (parent?.instructions ?? []).flatMap(({ trigger }) =>
		trigger === undefined ? [] : [{ ...trigger, line, last: line }],
	);
}
