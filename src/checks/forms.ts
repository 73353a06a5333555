import {
	resolve,
	type Dockerfile,
	type Fault,
	type Instruction,
	type Stage,
	walk,
} from '../dockerfile/dockerfile.ts';

/** Instructions of which only the last one of a stage counts. */
const single: readonly string[] = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'];

/** JSONArgsRecommended: a shell between Docker and the program swallows its signals. */
export function findShellForms(file: Dockerfile): Fault[] {
	return walk(file, ({ keyword, line, isExec }, { shell }) => {
		const isStart = keyword === 'CMD' || keyword === 'ENTRYPOINT';
		if (!isStart || isExec || shell !== undefined) return [];
		return [{ line, text: `\`${keyword}\` is no JSON array, so the program may not get signals` }];
	});
}

/** MultipleInstructionsDisallowed: a second `CMD` makes the first one useless. */
export function findOverridden({ stages }: Dockerfile): Fault[] {
	const toUseless = (all: readonly Instruction[], keyword: string) =>
		all.filter((one) => one.keyword === keyword).slice(0, -1);
	return stages.flatMap(({ instructions }) =>
		single.flatMap((keyword) =>
			toUseless(instructions, keyword).map(({ line }) => ({
				line,
				text: `a later \`${keyword}\` of the stage makes this one useless`,
			})),
		),
	);
}

/** LegacyKeyValueFormat: `ENV name value` instead of `ENV name=value`. */
export function findLegacyPairs({ stages }: Dockerfile): Fault[] {
	return toAll(stages, 'ENV', 'LABEL')
		.filter(({ pairs }) => pairs[0]?.isLegacy === true)
		.map(({ keyword, pairs, line }) => ({
			line,
			text: `write \`${keyword} ${pairs[0]?.name ?? 'name'}=…\`, with an equals sign`,
		}));
}

/** MaintainerDeprecated: a label says it today. */
export function findMaintainers({ stages }: Dockerfile): Fault[] {
	return toAll(stages, 'MAINTAINER').map(({ line }) => ({
		line,
		text: '`MAINTAINER` is deprecated; write a `LABEL`',
	}));
}

/** NoEmptyContinuation: an empty line within an instruction. Comments and heredocs may have them. */
export function findEmptyLines({ instructions }: Dockerfile): Fault[] {
	return instructions.flatMap(({ gap }) =>
		gap === undefined
			? []
			: [
					{
						line: gap,
						text: 'an empty line stands within the instruction; a future syntax version refuses it',
					},
				],
	);
}

/** WorkdirRelativePath: the first `WORKDIR` of a stage is absolute, unless its base stage set one. */
export function findRelativePaths(file: Dockerfile): Fault[] {
	return walk(file, ({ keyword, text, line }, { variables, isOpen, isPlaced }) => {
		if (keyword !== 'WORKDIR' || isPlaced) return [];
		const { value, missing } = resolve(text, variables, file);
		// Also `C:\\app` of Windows; what the base image sets is not known.
		if (/^(?:[/\\]|[A-Za-z]:)/.test(value) || (isOpen && missing.length > 0)) return [];
		return [{ line, text: `\`${text}\` is relative to whatever directory the base image has` }];
	});
}

function toAll(stages: readonly Stage[], ...keywords: string[]): Instruction[] {
	return stages
		.flatMap(({ instructions }) => instructions)
		.filter(({ keyword }) => keywords.includes(keyword));
}
