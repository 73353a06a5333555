import type { Dockerfile, Fault, Instruction } from '../dockerfile/dockerfile.ts';

/** Names that Docker keeps for itself. */
const reserved: readonly string[] = ['context', 'scratch'];

/** ConsistentInstructionCasing: every keyword is written as most of them are. */
export function findMixedCasing({ stages }: Dockerfile): Fault[] {
	const all = stages.flatMap(({ from, instructions }) => [from, ...instructions]);
	const lower = all.filter(({ written }) => written === written.toLowerCase()).length;
	const upper = all.filter(({ written }) => written === written.toUpperCase()).length;
	const majority = lower > upper ? 'lower' : 'upper';
	return all.flatMap(({ written, line }) => {
		const wanted = majority === 'lower' ? written.toLowerCase() : written.toUpperCase();
		if (written === wanted) return [];
		return [{ line, text: `\`${written}\` is not in ${majority} case like most instructions` }];
	});
}

/** FromAsCasing: `AS` is written as its `FROM` is. */
export function findMixedAs({ stages }: Dockerfile): Fault[] {
	return stages.flatMap(({ from: { written, words, line } }) => {
		const [, as, name] = words;
		const isLower = written === written.toLowerCase();
		if (as === undefined || name === undefined || (!isLower && written !== written.toUpperCase()))
			return [];
		if (as === (isLower ? as.toLowerCase() : as.toUpperCase())) return [];
		return [{ line, text: `\`${as}\` and \`${written}\` differ in their case` }];
	});
}

/** StageNameCasing: names of stages are in lower case. */
export function findRaisedNames({ stages }: Dockerfile): Fault[] {
	return stages
		.map(({ from: { words, line } }) => ({ name: words.length === 3 ? words[2] : undefined, line }))
		.filter(({ name = '' }) => name !== name.toLowerCase())
		.map(({ name, line }) => ({ line, text: `the stage name \`${name}\` has capitals` }));
}

/** ReservedStageName: `scratch` and `context` mean something else. */
export function findReservedNames({ stages }: Dockerfile): Fault[] {
	return stages
		.filter(({ name = '' }) => reserved.includes(name.toLowerCase()))
		.map(({ name, from: { line } }) => ({ line, text: `\`${name}\` is a reserved name` }));
}

/** DuplicateStageName: two stages never share a name. Docker reads names without regard to case. */
export function findSameNames({ stages }: Dockerfile): Fault[] {
	const seen = new Set<string>();
	return stages.flatMap(({ name, from: { line } }) => {
		if (name === undefined) return [];
		const isSeen = seen.has(name.toLowerCase());
		seen.add(name.toLowerCase());
		return isSeen ? [{ line, text: `two stages are called \`${name}\`` }] : [];
	});
}

/** InvalidDefinitionDescription: a comment above a stage or an argument begins with its name. */
export function findOtherDescriptions({ stages, instructions }: Dockerfile): Fault[] {
	const named = stages.map(({ from, name }) => ({
		of: from,
		names: name === undefined ? [] : [name.toLowerCase()],
	}));
	const args = instructions
		.filter(({ keyword }) => keyword === 'ARG')
		.map((of) => ({ of, names: of.pairs.map(({ name }) => name) }));
	return [...named, ...args].flatMap(({ of, names }) => toOtherDescription(of, names));
}

function toOtherDescription({ line, comments }: Instruction, names: readonly string[]): Fault[] {
	const first = comments.at(-1)?.split(' ')[0];
	if (first === undefined || names[0] === undefined || names.includes(first)) return [];
	return [{ line, text: `the comment does not begin with \`${names[0]}\`` }];
}
