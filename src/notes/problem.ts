/** What is wrong at one line of the notes, said to their author. */
export interface Problem {
	/** An error stops the build; a warning is printed and the build goes on. */
	severity: 'error' | 'warning';
	/** Counted from 1. */
	line: number;
	/** What is wrong, as a clause without a full stop. */
	text: string;
	/** What to type instead, as a sentence. */
	hint: string;
}

/** A problem that stops the build. */
export function toError(line: number, text: string, hint: string): Problem {
	return { severity: 'error', line, text, hint };
}
