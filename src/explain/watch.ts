import {
	hasPosixShell,
	toShellText,
	type Instruction,
	type Place,
} from '../dockerfile/dockerfile.ts';
import type { Fact, Sentence } from './explanation.ts';
import type { Context } from './context.ts';
import { splitShell, type Simple } from './shellWords.ts';

/** What is said where something was found. */
export interface Hit {
	text: Sentence;
	/** What to write instead of the lines of the instruction. */
	instead?: string | undefined;
	/** What the facts say, where that differs from place to place. */
	why?: Fact;
	/** Whether the text says all that the fact says. */
	isSaid?: boolean;
}

/**
 * Something that surprises people and that a text shows: the fact that says why, what is looked for in
 * words that follow “looked for”, the instructions that it looks at one by one, and how.
 */
export type Watch = readonly [
	fact: string,
	label: string,
	keywords: string,
	find: (context: Context) => Hit | undefined,
];

/** So many instructions are looked at for what belongs together: a stage with more was written by no one. */
const most = 500;

/** The `RUN` instructions behind a place of a stage. */
export function runsBehind({ stage, instruction: { line } }: Context): Place[] {
	const places = stage?.places ?? [];
	const behind = places.findIndex(({ instruction }) => instruction.line > line);
	const next = behind < 0 ? [] : places.slice(behind, behind + most);
	return next.filter(({ instruction }) => instruction.keyword === 'RUN');
}

/** The commands that a `RUN` gives to a shell; none for Windows and for other interpreters. */
export function commandsOf({ instruction, environment }: Place): Simple[] {
	const { isExec, words, heredocs } = instruction;
	if (environment.isWindows) return [];
	if (isExec) {
		const isShell =
			/(?:^|\/)(?:ba|da|a|z)?sh$/.test(words[0] ?? '') && /^-\w*c$/.test(words[1] ?? '');
		return isShell ? splitShell(words[2] ?? '').commands : [{ words, after: '' }];
	}
	if (heredocs[0]?.content.startsWith('#!') || !hasPosixShell(environment)) return [];
	return splitShell(toShellText(instruction)).commands.map(({ words, after }) => ({
		words: words[0] === 'sudo' ? words.slice(1) : words,
		after,
	}));
}

/** Whether a command is one of apt that has one of the words. */
export function isApt({ words }: Simple, ...verbs: string[]): boolean {
	return /^apt(?:-get)?$/.test(words[0] ?? '') && words.some((word) => verbs.includes(word));
}

/** Whether a pattern is found in any instruction of the file. */
export function isAnywhere(pattern: RegExp, { file }: Context): boolean {
	return file.instructions.some(({ text }) => pattern.test(text));
}

/** The options of an instruction as they are written, each with a blank behind it. */
export function toOptions({ flags }: Instruction): string {
	const texts = flags.map(({ name, value }) =>
		value === undefined ? `--${name} ` : `--${name}=${value} `,
	);
	return texts.join('');
}

/** Everything that a `RUN` says, mounts included. */
export function toAll({ instruction: { text, flags, heredocs } }: Place): string {
	const values = flags.map(({ value = '' }) => value);
	return [text, ...values, ...heredocs.map(({ content }) => content)].join('\n');
}
