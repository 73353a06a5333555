import type { ParsedDockerfile, Stage, Step } from './dockerfile.ts';
import type { Finding } from './finding.ts';
import { isExecForm } from './dockerfile.ts';

/** JSONArgsRecommended: a shell between Docker and the program swallows its signals. */
export function findShellForms({ stages }: ParsedDockerfile): Finding[] {
	const shells = new Set<string>();
	return stages.flatMap((stage) => {
		let hasShell = shells.has(stage.base.toLowerCase());
		const found = stage.steps.flatMap((step) => {
			if (step.keyword === 'SHELL') hasShell = true;
			return hasShell ? [] : toShellForm(step);
		});
		if (hasShell && stage.name !== undefined) shells.add(stage.name.toLowerCase());
		return found;
	});
}

/** LegacyKeyValueFormat: `ENV name value` instead of `ENV name=value`. */
export function findLegacyPairs({ stages }: ParsedDockerfile): Finding[] {
	return toSteps(stages)
		.filter(({ keyword }) => keyword === 'ENV' || keyword === 'LABEL')
		.filter(({ words }) => words.length > 1 && !words[0]?.includes('='))
		.map(({ keyword, words: [name = ''], line }) => ({
			rule: 'LegacyKeyValueFormat',
			line,
			text: `write \`${keyword} ${name}=…\`, with an equals sign`,
		}));
}

/** MaintainerDeprecated: a label says it today. */
export function findMaintainers({ stages }: ParsedDockerfile): Finding[] {
	return toSteps(stages)
		.filter(({ keyword }) => keyword === 'MAINTAINER')
		.map(({ line }) => ({
			rule: 'MaintainerDeprecated',
			line,
			text: '`MAINTAINER` is deprecated; write a `LABEL`',
		}));
}

/** NoEmptyContinuation: an empty line within an instruction. Comments and heredocs may have them. */
export function findEmptyLines({ steps }: ParsedDockerfile, source: string): Finding[] {
	const lines = source.split('\n');
	return steps.flatMap(({ line, instruction, text }) => {
		if (/<<-?["']?\w/.test(text)) return [];
		const last = instruction.getRange().end.line;
		for (let at = line; at <= last; at += 1) {
			if (lines[at]?.trim() !== '') continue;
			const found = 'the instruction goes on behind an empty line';
			return [{ rule: 'NoEmptyContinuation', line: at + 1, text: found }];
		}
		return [];
	});
}

function toShellForm(step: Step): Finding[] {
	const { keyword, line } = step;
	if ((keyword !== 'CMD' && keyword !== 'ENTRYPOINT') || isExecForm(step)) return [];
	const text = `\`${keyword}\` is no JSON array, so the program does not get signals`;
	return [{ rule: 'JSONArgsRecommended', line, text }];
}

function toSteps(stages: readonly Stage[]): Step[] {
	return stages.flatMap(({ steps }) => steps);
}
