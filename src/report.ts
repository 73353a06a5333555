import type { DataFile, Reference } from './reference/reference.ts';
import type { Problem as NotesProblem } from './notes/problem.ts';
import type { Problem as DataProblem } from './snippets/problem.ts';
import { renderProblems } from './notes/problems.ts';
import { findAged } from './reference/ages.ts';

/** Pieces of a report as one text; empty pieces are left out. */
export function joinReports(pieces: readonly string[]): string {
	return pieces.filter(Boolean).join('\n');
}

/** Problems of data files as lines of `file:line: text`, each with its hint below where it has one. */
export function renderData(problems: readonly DataProblem[], mark = ''): string {
	return problems
		.map(({ file, line, text, hint }) => {
			const below = hint === undefined ? '' : `\n    ${hint}`;
			return `${file}:${line}: ${text}${mark}${below}`;
		})
		.join('\n');
}

/** Images without support in the notes and in the examples of the facts, as warnings. */
export function renderAges(
	files: readonly DataFile[],
	{ lifecycles }: Reference,
	today: string,
): string {
	const shown = /\/(?:notes|instructions|commands|checks)\//;
	const pieces = files
		.filter(({ path }) => shown.test(path))
		.map(({ path, text }) =>
			renderProblems(path, findAged(text, lifecycles, today).map(toWarning)),
		);
	return joinReports(pieces);
}

function toWarning({ name, line, lifecycle }: ReturnType<typeof findAged>[number]): NotesProblem {
	const advice = lifecycle.instead ? ` Supported: \`${lifecycle.instead}\`.` : '';
	return {
		severity: 'warning',
		line: line + 1,
		text: `the support of \`${name}\` ended on ${lifecycle.until}`,
		hint: `The page says so.${advice}`,
	};
}
