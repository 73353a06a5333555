import type { Fault, ParsedDockerfile, Stage, Step } from './steps.ts';
import { isExecForm } from './steps.ts';

/** Instructions of which only the last one of a stage counts. */
const single: readonly string[] = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'];

/** JSONArgsRecommended: a shell between Docker and the program swallows its signals. */
export function findShellForms({ stages }: ParsedDockerfile): Fault[] {
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

function toShellForm(step: Step): Fault[] {
	const { keyword, line } = step;
	if ((keyword !== 'CMD' && keyword !== 'ENTRYPOINT') || isExecForm(step)) return [];
	return [{ line, text: `\`${keyword}\` is no JSON array, so the program does not get signals` }];
}

/** MultipleInstructionsDisallowed: a second `CMD` makes the first one useless. */
export function findOverridden({ stages }: ParsedDockerfile): Fault[] {
	const toUseless = (steps: readonly Step[], keyword: string) =>
		steps.filter((step) => step.keyword === keyword).slice(0, -1);
	return stages.flatMap(({ steps }) =>
		single.flatMap((keyword) =>
			toUseless(steps, keyword).map(({ line }) => ({
				line,
				text: `a later \`${keyword}\` of the stage makes this one useless`,
			})),
		),
	);
}

/** LegacyKeyValueFormat: `ENV name value` instead of `ENV name=value`. */
export function findLegacyPairs({ stages }: ParsedDockerfile): Fault[] {
	return toSteps(stages, 'ENV', 'LABEL')
		.filter(({ words }) => words.length > 1 && !words[0]?.includes('='))
		.map(({ keyword, words: [name = ''], line }) => ({
			line,
			text: `write \`${keyword} ${name}=…\`, with an equals sign`,
		}));
}

/** MaintainerDeprecated: a label says it today. */
export function findMaintainers({ stages }: ParsedDockerfile): Fault[] {
	return toSteps(stages, 'MAINTAINER').map(({ line }) => ({
		line,
		text: '`MAINTAINER` is deprecated; write a `LABEL`',
	}));
}

/** NoEmptyContinuation: an empty line within an instruction. Comments and heredocs may have them. */
export function findEmptyLines({ steps }: ParsedDockerfile, source: string): Fault[] {
	const lines = source.split('\n');
	return steps.flatMap(({ line, instruction, text }) => {
		if (/<<-?["']?\w/.test(text)) return [];
		const last = instruction.getRange().end.line;
		const at = lines.findIndex((one, at) => at >= line && at <= last && one.trim() === '');
		return at < 0 ? [] : [{ line: at + 1, text: 'the instruction goes on behind an empty line' }];
	});
}

/** WorkdirRelativePath: the first `WORKDIR` of a stage is absolute, unless its base stage set one. */
export function findRelativePaths({ stages }: ParsedDockerfile): Fault[] {
	const settled = new Set<string>();
	return stages.flatMap(({ name, base, steps }) => {
		const first = steps.find(({ keyword }) => keyword === 'WORKDIR');
		const isSettled = settled.has(base.toLowerCase());
		if (name !== undefined && (first || isSettled)) settled.add(name.toLowerCase());
		if (first === undefined || isSettled || isAbsolute(first)) return [];
		const text = `\`${first.text}\` is relative to whatever directory the base image has`;
		return [{ line: first.line, text }];
	});
}

/** Also `C:\app` of Windows; what a variable stands for is not known. */
function isAbsolute({ text }: Step): boolean {
	return /^["']?(?:[/\\$]|[A-Za-z]:)/.test(text);
}

/** ExposeInvalidFormat: only the container's port stands here, no address and no host port. */
export function findMappings({ stages }: ParsedDockerfile): Fault[] {
	return toPorts(stages)
		.filter(({ port }) => port.includes(':'))
		.map(({ port, line }) => ({
			line,
			text: `\`${port}\` has an address or a host port, which belong to \`docker run -p\``,
		}));
}

/** ExposeProtoCasing: `tcp`, not `TCP`. */
export function findRaisedProtocols({ stages }: ParsedDockerfile): Fault[] {
	return toPorts(stages)
		.filter(({ port }) => /\/.*[A-Z]/.test(port))
		.map(({ port, line }) => ({
			line,
			text: `the protocol of \`${port}\` is not in lower case`,
		}));
}

/** What a variable stands for is not known from the text alone, so ports with one are left out. */
function toPorts(stages: readonly Stage[]): { port: string; line: number }[] {
	return toSteps(stages, 'EXPOSE')
		.flatMap(({ words, line }) => words.map((port) => ({ port, line })))
		.filter(({ port }) => !port.includes('$'));
}

function toSteps(stages: readonly Stage[], ...keywords: string[]): Step[] {
	return stages.flatMap(({ steps }) => steps).filter(({ keyword }) => keywords.includes(keyword));
}
