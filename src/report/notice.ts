import type { Problem, Severity } from '../notes/problem.ts';
import type { ReadFile } from '../notes/topics.ts';
import { isError, toMessage, type Message } from '../input/message.ts';
import { settle } from '../notes/silence.ts';

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

/** A message as the reporters take it. */
export function toNotice(message: Message): Notice {
	const { file = '', line = 1, column = 1, ruleId, reason, note } = message;
	return {
		...{ file, line, column, severity: isError(message) ? 'error' : 'warning', text: reason },
		...(ruleId !== undefined && { rule: ruleId }),
		...(note && { hint: note }),
	};
}

/** Problems of a file of notes as messages. */
export function toMessages(file: string, problems: readonly Problem[]): Message[] {
	return problems.map(({ line, column, rule, severity, text, hint }) =>
		toMessage({ file, line, column, rule, isWarning: severity === 'warning' }, text, hint),
	);
}

/**
 * What is said of a file of notes in the end: what was found in it, by its own rules or by others, but
 * for what its author silences. Without others, comments are not blamed for rules that nobody asked.
 */
export function settleMessages(
	{ path, outline, problems }: ReadFile,
	others?: readonly Message[],
): Message[] {
	const all = [...problems, ...(others ?? []).map(toProblem)];
	return toMessages(path, settle(outline, all, others !== undefined));
}

function toProblem(message: Message): Problem {
	const { line = 1, column = 1, ruleId: rule = '', reason: text, note: hint = '' } = message;
	return { line, column, rule, severity: isError(message) ? 'error' : 'warning', text, hint };
}
