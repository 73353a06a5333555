import type { Problem, Severity } from '../notes/problem.ts';
import type { Message } from '../input/message.ts';
import type { DataProblem } from '../reference/parse.ts';

/** Something to say to an author, with its place. */
export interface Notice {
	/** The path of the file, as the reader of the report finds it. */
	file: string;
	/** Counted from 1. */
	line: number;
	/** Counted from 1 in UTF-16 code units; data files have only lines. */
	column?: number;
	severity: Severity;
	/** The rule of the notes that is broken; data files have none. */
	rule?: string;
	/** What is wrong, as a clause without a full stop. */
	text: string;
	/** What to type instead, as a sentence. */
	hint?: string;
}

/** Problems of a file of notes. */
export function toNotices(file: string, problems: readonly Problem[]): Notice[] {
	return problems.map((problem) => ({ file, ...problem }));
}

/** Problems of data files, which are all of one severity. */
export function toDataNotices(
	problems: readonly (DataProblem & { hint?: string })[],
	severity: Severity = 'error',
): Notice[] {
	return problems.map(({ file, line, text, hint }) => ({
		...{ file, line, severity, text },
		...(hint !== undefined && { hint }),
	}));
}

/** A message as a notice, until all rooms give messages. */
export function toNotice(message: Message): Notice {
	const { file = '', line = 1, column = 1, fatal, ruleId, reason, note = '' } = message;
	return {
		...{ file, line, column, severity: fatal ? 'error' : 'warning', text: reason },
		...(ruleId && { rule: ruleId }),
		...(note !== '' && { hint: note }),
	};
}

/** A message as a problem of the notes, until those are messages. */
export function toNotesProblem(message: Message): Problem {
	const { file: _, rule = '', hint = '', column = 1, ...others } = toNotice(message);
	return { rule, hint, column, ...others };
}
