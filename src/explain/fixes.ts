import type { Instruction } from '../dockerfile/dockerfile.ts';
import type { Finding } from '../checks/checks.ts';
import { splitShell } from './shellWords.ts';

type Fix = (instruction: Instruction, fault: string) => string | undefined;

/** What to write instead, by the build check; only where the file says all that it takes. */
const fixes: Readonly<Record<string, Fix>> = {
	ConsistentInstructionCasing: ({ written, source }, fault) =>
		source.replace(
			written,
			/ lower case/.test(fault) ? written.toLowerCase() : written.toUpperCase(),
		),
	ExposeInvalidFormat: ({ written, words }) =>
		`${written} ${words.map((word) => word.replace(/^.*:/, '')).join(' ')}`,
	ExposeProtoCasing: ({ written, words }) => `${written} ${words.join(' ').toLowerCase()}`,
	FromAsCasing: ({ source, words: [, as = ''], written }) => {
		const isLower = written === written.toLowerCase();
		return source.replace(` ${as} `, ` ${isLower ? as.toLowerCase() : as.toUpperCase()} `);
	},
	JSONArgsRecommended: toArray,
	LegacyKeyValueFormat: ({ written, pairs: [{ name, value } = {}] }) => {
		if (value === undefined || /[^"]"[^"]|\\/.test(value)) return undefined;
		const isOneWord = /^[\w./:@-]*$|^"[^"]*"$/.test(value);
		return isOneWord || !value.includes('"')
			? `${written} ${name}=${isOneWord ? value : `"${value}"`}`
			: undefined;
	},
	MaintainerDeprecated: ({ text }) =>
		text.includes('"') && !/^"[^"]*"$/.test(text)
			? undefined
			: `LABEL org.opencontainers.image.authors="${text.replace(/^"|"$/g, '')}"`,
	NoEmptyContinuation: ({ source, heredocs }) =>
		heredocs.length > 0 ? undefined : source.replace(/^\s*\n/gm, ''),
	RedundantTargetPlatform: ({ written, text }) => `${written} ${text}`,
	StageNameCasing: ({ source, words: [, , name = ''] }) =>
		source.replace(new RegExp(`${name}\\s*$`), name.toLowerCase()),
};

/** The lines of an instruction as a build check wants them. */
export function toFix({ rule, text }: Finding, instruction: Instruction): string | undefined {
	return fixes[rule]?.(instruction, text);
}

/** A command of plain words as an array. */
function toArray({ keyword, written, text }: Instruction): string | undefined {
	const { commands, isUnsure } = splitShell(text);
	const [only] = commands;
	// What `ONBUILD` hands on is found in the line of `FROM`.
	const isStart = keyword === 'CMD' || keyword === 'ENTRYPOINT';
	const isPlain = isStart && !/[$*?<>~`|&;(){}[\]!#=\n\\]/.test(text);
	if (commands.length !== 1 || only === undefined || isUnsure || !isPlain) return undefined;
	return `${written} [${only.words.map((word) => JSON.stringify(word)).join(', ')}]`;
}
