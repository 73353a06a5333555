import type { Outline } from '../notes/outline.ts';
import type { Problem as NotesProblem } from '../notes/problem.ts';
import type { Rule, Surroundings } from '../notes/rules/rule.ts';
import { toPlaceOn } from '../notes/problem.ts';
import { toProblem } from '../notes/rules/rule.ts';

/** What is wrong with a snippet or with what is said of snippets, at a line of a file. */
export interface Problem {
	file: string;
	line: number;
	text: string;
	/** What to type instead, as a sentence. */
	hint?: string;
	/** What it breaks where the snippet stands in notes. */
	rule?: Rule;
}

/** Those of the problems that are in a file of notes, as the notes report theirs. */
export function toNotesProblems(
	problems: readonly Problem[],
	file: string,
	{ source }: Outline,
	surroundings: Pick<Surroundings, 'isStrict'>,
): NotesProblem[] {
	return problems.flatMap(({ rule, hint, ...problem }) => {
		if (problem.file !== file || rule === undefined) return [];
		const finding = { ...toPlaceOn(source, problem.line), text: problem.text };
		return [toProblem(rule, { ...finding, ...(hint !== undefined && { hint }) }, surroundings)];
	});
}
