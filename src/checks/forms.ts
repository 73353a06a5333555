import {
	resolve,
	type Dockerfile,
	type Fault,
	type Instruction,
} from '../dockerfile/dockerfile.ts';

/** Instructions of which only the last one of a stage counts. */
const single: readonly string[] = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'];

/** JSONArgsRecommended: a shell between Docker and the program swallows its signals. */
export function findShellForms({ places }: Dockerfile): Fault[] {
	return places.flatMap(({ instruction: { keyword, line, isExec }, environment }) => {
		const isStart = keyword === 'CMD' || keyword === 'ENTRYPOINT';
		if (!isStart || isExec || environment.shell !== undefined) return [];
		return [{ line, text: `\`${keyword}\` is no JSON array, so the program may not get signals` }];
	});
}

/** MultipleInstructionsDisallowed: a second `CMD` makes the first one useless. */
export function findOverridden({ stages }: Dockerfile): Fault[] {
	return stages.flatMap(({ triggers, instructions }) => {
		const all = [...triggers.map(({ instruction }) => instruction), ...instructions];
		return single.flatMap((keyword) => findUseless(all.filter((one) => one.keyword === keyword)));
	});
}

function findUseless(all: readonly Instruction[]): Fault[] {
	return all.slice(0, -1).map(({ keyword, line }, at) => ({
		...{ line, skippedAt: all[at + 1]?.line },
		text: `a later \`${keyword}\` of the stage makes this one useless`,
	}));
}

/** LegacyKeyValueFormat: `ENV name value` instead of `ENV name=value`. */
export function findLegacyPairs({ places }: Dockerfile): Fault[] {
	return places.flatMap(({ instruction: { keyword, pairs, line } }) => {
		const [first] = pairs;
		if (first?.isLegacy !== true) return [];
		return [{ line, text: `write \`${keyword} ${first.name || 'name'}=…\`, with an equals sign` }];
	});
}

/** MaintainerDeprecated: a label says it today. */
export function findMaintainers({ instructions }: Dockerfile): Fault[] {
	return instructions
		.filter(({ keyword }) => keyword === 'MAINTAINER')
		.map(({ line }) => ({ line, text: '`MAINTAINER` is deprecated; write a `LABEL`' }));
}

/** NoEmptyContinuation: an empty line within an instruction. Comments and heredocs may have them. */
export function findEmptyLines({ instructions }: Dockerfile): Fault[] {
	const text = 'an empty line stands within the instruction; a future syntax version refuses it';
	return instructions.flatMap(({ gap }) => (gap === undefined ? [] : [{ line: gap, text }]));
}

/** WorkdirRelativePath: the first `WORKDIR` of a stage is absolute, unless its base stage set one. */
export function findRelativePaths({ places }: Dockerfile): Fault[] {
	return places.flatMap(({ instruction: { keyword, text, line }, environment }) => {
		const { isOpen, isPlaced, isWindows } = environment;
		if (keyword !== 'WORKDIR' || isPlaced) return [];
		const { value, missing } = resolve(text, environment);
		// `C:\\app` is a path of Windows, and an image that nobody knows may be one.
		const isAbsolute = isOpen || isWindows ? /^(?:[/\\]|[A-Za-z]:)/ : /^\//;
		if (isAbsolute.test(value) || (isOpen && missing.length > 0)) return [];
		return [{ line, text: `\`${text}\` is relative to whatever directory the base image has` }];
	});
}
