import type { DataProblem } from '../reference/parse.ts';

/** What is wrong with a snippet or with what is said of snippets, at a line of a file. */
export interface Problem extends DataProblem {
	/** What to type instead, as a sentence. */
	hint?: string;
}
