import type { Instruction } from '../dockerfile/dockerfile.ts';
import type { Finding } from '../checks/checks.ts';
import { splitShell } from './shellWords.ts';
import { toCode } from './watch.ts';

type Fix = (instruction: Instruction, rows: readonly string[], fault: string) => string | undefined;

/** What to write instead, by the build check; only where the file says all that it takes. */
const fixes: Readonly<Record<string, Fix>> = {
	ConsistentInstructionCasing: toOtherCase,
	ExposeInvalidFormat: ({ words }) =>
		`EXPOSE ${words.map((word) => word.replace(/^.*:/, '')).join(' ')}`,
	ExposeProtoCasing: ({ words }) => `EXPOSE ${words.join(' ').toLowerCase()}`,
	FromAsCasing: (instruction, rows) =>
		replaceAs(instruction, rows, (as, from) =>
			from === from.toLowerCase() ? as.toLowerCase() : as.toUpperCase(),
		),
	JSONArgsRecommended: toArray,
	LegacyKeyValueFormat: ({ keyword, pairs: [pair] }) =>
		pair?.value === undefined || pair.value.includes('"')
			? undefined
			: `${keyword} ${pair.name}=${/^[\w./:@-]*$/.test(pair.value) ? pair.value : `"${pair.value}"`}`,
	MaintainerDeprecated: ({ text }) =>
		text.includes('"') && !/^"[^"]*"$/.test(text)
			? undefined
			: `LABEL org.opencontainers.image.authors="${text.replace(/^"|"$/g, '')}"`,
	NoEmptyContinuation: (instruction, rows) =>
		toCode(instruction, rows)
			.split('\n')
			.filter((row) => row.trim() !== '')
			.join('\n'),
	RedundantTargetPlatform: ({ text }) => `FROM ${text}`,
	StageNameCasing: ({ words, written, flags }) =>
		flags.length > 0 ? undefined : [written, words[0], words[1], words[2]?.toLowerCase()].join(' '),
};

/** The lines of an instruction as a build check wants them. */
export function toFix(
	{ rule, text }: Finding,
	instruction: Instruction,
	rows: readonly string[],
): string | undefined {
	return fixes[rule]?.(instruction, rows, text);
}

/** A command of plain words as an array. */
function toArray({ keyword, text }: Instruction): string | undefined {
	const { commands, isUnsure } = splitShell(text);
	const [only] = commands;
	const isPlain = !/[$*?<>~`|&;(){}[\]!#=\n\\]/.test(text);
	if (commands.length !== 1 || only === undefined || isUnsure || !isPlain) return undefined;
	return `${keyword} [${only.words.map((word) => JSON.stringify(word)).join(', ')}]`;
}

function toOtherCase(
	instruction: Instruction,
	rows: readonly string[],
	fault: string,
): string | undefined {
	const { written } = instruction;
	const other = / lower case/.test(fault) ? written.toLowerCase() : written.toUpperCase();
	return instruction.heredocs.length > 0
		? undefined
		: toCode(instruction, rows).replace(written, other);
}

function replaceAs(
	instruction: Instruction,
	rows: readonly string[],
	change: (as: string, from: string) => string,
): string {
	const as = instruction.words[1] ?? '';
	return toCode(instruction, rows).replace(` ${as} `, ` ${change(as, instruction.written)} `);
}
