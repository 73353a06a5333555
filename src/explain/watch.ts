import type { Instruction } from '../dockerfile/dockerfile.ts';
import type { Fact, Sentence } from './model.ts';
import type { Context } from './context.ts';
import type { Scope, ScopedStage } from './scope.ts';
import { splitShell, type Simple } from './shell.ts';
import { toShellText } from './context.ts';

/** What a watch-out looks into. */
export type WatchContext = Omit<Context, 'stage' | 'scope'>;

/** One place that a watch-out speaks of. */
export interface Hit {
	line: number;
	text: Sentence;
	/** What to write instead of the lines of the instruction. */
	instead?: string | undefined;
	/** What the facts say, where that differs from place to place. */
	why?: Fact;
}

/** Something that surprises people and that a text shows. */
export interface Watch {
	rule: string;
	/** What is looked for, in words that follow “looked for”. */
	label: string;
	/** The fact that says why. */
	fact?: string;
	find: (context: WatchContext) => Hit[];
}

/** An instruction with where it stands. */
export interface Place {
	instruction: Instruction;
	scope: Scope;
	stage: ScopedStage;
}

/** All instructions of a kind in all stages. */
export function placesOf({ stages }: WatchContext, ...keywords: string[]): Place[] {
	return stages.flatMap((stage) =>
		stage.stage.instructions.flatMap((instruction, at) =>
			keywords.includes(instruction.keyword)
				? [{ instruction, stage, scope: stage.scopes[at] ?? stage.end }]
				: [],
		),
	);
}

/** The commands that a `RUN` gives to a shell; none for Windows and for other interpreters. */
export function commandsOf({ instruction, scope }: Place): Simple[] {
	const { isExec, words, heredocs } = instruction;
	if (scope.isWindows) return [];
	if (isExec) {
		const isShell =
			/(?:^|\/)(?:ba|da|a|z)?sh$/.test(words[0] ?? '') && /^-\w*c$/.test(words[1] ?? '');
		return isShell ? splitShell(words[2] ?? '').commands : [{ words, after: '' }];
	}
	if (heredocs[0]?.content.startsWith('#!')) return [];
	if (scope.shell !== undefined && !/sh$/.test(scope.shell[0] ?? '')) return [];
	const { commands } = splitShell(toShellText(instruction));
	return commands.map(({ words, after }) => ({
		words: words[0] === 'sudo' ? words.slice(1) : words,
		after,
	}));
}

/** The lines of an instruction as they stand in the file, without the comments above. */
export function toCode({ line, last }: Instruction, rows: readonly string[]): string {
	return rows
		.slice(line - 1, Math.max(last, line))
		.map((row) => row.replace(/\r$/, ''))
		.join('\n');
}
