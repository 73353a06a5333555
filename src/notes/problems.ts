import type { Outline } from './outline.ts';
import type { Problem } from './problem.ts';
import { toProblem, type Ground } from './rules/rule.ts';
import { rules } from './rules/table.ts';

/** Every problem that the notes have by themselves, in the order of their places. */
export function findProblems(outline: Outline, ground: Ground): Problem[] {
	return rules
		.flatMap((rule) =>
			(rule.find?.(outline, ground) ?? []).map((finding) => toProblem(rule, finding, ground)),
		)
		.sort(byPlace);
}

/** The order of a report: by line, then by column. */
export function byPlace(a: Problem, b: Problem): number {
	return a.line - b.line || a.column - b.column;
}
