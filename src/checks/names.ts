import type { Fault, ParsedDockerfile, Step } from './steps.ts';
import { toKeys } from './steps.ts';

/** Names that Docker keeps for itself. */
const reserved: readonly string[] = ['context', 'scratch'];

/** ConsistentInstructionCasing: every keyword is written as most of them are. */
export function findMixedCasing({ steps }: ParsedDockerfile): Fault[] {
	const lower = steps.filter(({ written }) => written === written.toLowerCase()).length;
	const upper = steps.filter(({ written }) => written === written.toUpperCase()).length;
	const majority = lower > upper ? 'lower' : 'upper';
	return steps.flatMap(({ written, line }) => {
		const wanted = majority === 'lower' ? written.toLowerCase() : written.toUpperCase();
		if (written === wanted) return [];
		return [{ line, text: `\`${written}\` is not in ${majority} case like most instructions` }];
	});
}

/** FromAsCasing: `AS` is written as its `FROM` is. */
export function findMixedAs({ stages }: ParsedDockerfile): Fault[] {
	return stages.flatMap(({ from: { written, words, line } }) => {
		const [, as] = words;
		const isLower = written === written.toLowerCase();
		if (as === undefined || (!isLower && written !== written.toUpperCase())) return [];
		if (as === (isLower ? as.toLowerCase() : as.toUpperCase())) return [];
		return [{ line, text: `\`${as}\` and \`${written}\` differ in their case` }];
	});
}

/** StageNameCasing: names of stages are in lower case. */
export function findRaisedNames({ stages }: ParsedDockerfile): Fault[] {
	return stages
		.filter(({ name = '' }) => name !== name.toLowerCase())
		.map(({ name, from: { line } }) => ({ line, text: `the stage name \`${name}\` has capitals` }));
}

/** ReservedStageName: `scratch` and `context` mean something else. */
export function findReservedNames({ stages }: ParsedDockerfile): Fault[] {
	return stages
		.filter(({ name = '' }) => reserved.includes(name.toLowerCase()))
		.map(({ name, from: { line } }) => ({ line, text: `\`${name}\` is a reserved name` }));
}

/** DuplicateStageName: two stages never share a name. Docker reads names without regard to case. */
export function findSameNames({ stages }: ParsedDockerfile): Fault[] {
	const seen = new Set<string>();
	return stages.flatMap(({ name, from: { line } }) => {
		if (name === undefined) return [];
		const isSeen = seen.has(name.toLowerCase());
		seen.add(name.toLowerCase());
		return isSeen ? [{ line, text: `two stages are called \`${name}\`` }] : [];
	});
}

/** InvalidDefinitionDescription: a comment right above a stage or an argument begins with its name. */
export function findOtherDescriptions(file: ParsedDockerfile): Fault[] {
	const stages = file.stages.map(({ from, name }) => ({
		step: from,
		names: name === undefined ? [] : [name],
	}));
	const args = file.steps
		.filter(({ keyword }) => keyword === 'ARG')
		.map((step) => ({ step, names: toKeys(step).map(({ name }) => name) }));
	return [...stages, ...args].flatMap(({ step, names }) => toOtherDescription(step, names, file));
}

function toOtherDescription(
	{ line }: Step,
	names: readonly string[],
	{ comments }: ParsedDockerfile,
): Fault[] {
	const first = comments.get(line - 1)?.split(' ')[0];
	if (first === undefined || names[0] === undefined || names.includes(first)) return [];
	return [{ line, text: `the comment does not begin with \`${names[0]}\`` }];
}
