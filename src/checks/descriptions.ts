import type { ParsedDockerfile, Step } from './dockerfile.ts';
import type { Finding } from './finding.ts';
import { toKeys } from './keys.ts';

/** InvalidDefinitionDescription: a comment right above a stage or an argument begins with its name. */
export function findOtherDescriptions(file: ParsedDockerfile): Finding[] {
	const stages = file.stages.map(({ from, name }) => ({
		step: from,
		names: name === undefined ? [] : [name],
	}));
	const args = file.steps
		.filter(({ keyword }) => keyword === 'ARG')
		.map((step) => ({ step, names: toKeys(step).map(({ name }) => name) }));
	return [...stages, ...args].flatMap(({ step, names }) => toFinding(step, names, file));
}

function toFinding(step: Step, names: readonly string[], file: ParsedDockerfile): Finding[] {
	const comment = file.comments.get(step.line - 1);
	const first = comment?.split(' ')[0];
	if (first === undefined || names[0] === undefined || names.includes(first)) return [];
	const text = `the comment does not begin with \`${names[0]}\``;
	return [{ rule: 'InvalidDefinitionDescription', line: step.line, text }];
}
