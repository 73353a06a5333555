import type { ParsedDockerfile } from './dockerfile.ts';
import type { Finding } from './finding.ts';

/** ConsistentInstructionCasing: every keyword is written as most of them are. */
export function findMixedCasing({ steps }: ParsedDockerfile): Finding[] {
	const lower = steps.filter(({ written }) => written === written.toLowerCase()).length;
	const upper = steps.filter(({ written }) => written === written.toUpperCase()).length;
	const majority = lower > upper ? 'lower' : 'upper';
	return steps.flatMap(({ written, line }) => {
		const wanted = majority === 'lower' ? written.toLowerCase() : written.toUpperCase();
		if (written === wanted) return [];
		const text = `\`${written}\` is not in ${majority} case like most instructions`;
		return [{ rule: 'ConsistentInstructionCasing', line, text }];
	});
}

/** FromAsCasing: `AS` is written as its `FROM` is. */
export function findMixedAs({ stages }: ParsedDockerfile): Finding[] {
	return stages.flatMap(({ from: { written, words, line } }) => {
		const [, as] = words;
		const isLower = written === written.toLowerCase();
		if (as === undefined || (!isLower && written !== written.toUpperCase())) return [];
		if (as === (isLower ? as.toLowerCase() : as.toUpperCase())) return [];
		const text = `\`${as}\` and \`${written}\` differ in their case`;
		return [{ rule: 'FromAsCasing', line, text }];
	});
}

/** StageNameCasing: names of stages are in lower case. */
export function findRaisedNames({ stages }: ParsedDockerfile): Finding[] {
	return stages.flatMap(({ name, from: { line } }) =>
		name === undefined || name === name.toLowerCase()
			? []
			: [{ rule: 'StageNameCasing', line, text: `the stage name \`${name}\` has capitals` }],
	);
}
