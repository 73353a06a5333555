import type { Outline } from './outline.ts';
import type { Problem } from './problem.ts';
import { rules } from './rules.ts';

export type { Problem } from './problem.ts';

/** What the rules need to know of the world outside the text. */
export interface Surroundings {
	/** Whether a file exists at this path, relative to the notes. */
	exists: (path: string) => boolean;
}

/** All problems of one file of notes at once. The message has a line for each, then its hint. */
export class NotesError extends Error {
	readonly problems: readonly Problem[];

	constructor(file: string, problems: readonly Problem[]) {
		super(renderProblems(file, problems));
		this.name = 'NotesError';
		this.problems = problems;
	}
}

/** Every problem of the notes, in the order of their lines. */
export function findProblems(outline: Outline, surroundings: Surroundings): Problem[] {
	return rules.flatMap((rule) => rule(outline, surroundings)).sort((a, b) => a.line - b.line);
}

/** The problems as lines of `file:line: what is wrong`, each with its hint below. */
export function renderProblems(file: string, problems: readonly Problem[]): string {
	return problems
		.map(({ severity, line, text, hint }) => {
			const mark = severity === 'warning' ? ' (warning)' : '';
			return `${file}:${line}: ${text}${mark}\n    ${hint}`;
		})
		.join('\n');
}
