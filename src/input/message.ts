import { VFileMessage } from 'vfile-message';

/**
 * Something that is wrong at a place, said to the author of notes and facts: the one type for it.
 * `file` is a path below the project's folder, `line` and `column` count from 1, `ruleId` is the name
 * of the rule (if one found it), `reason` says what is wrong, `note` what to write instead. `fatal` is
 * true for what stops a build, and false for a warning.
 */
export type Message = VFileMessage;

/** A place in a text; a byte order mark in front of it does not count. */
export interface Place {
	/** Counted from 1. */
	line: number;
	/** Counted from 1 in UTF-16 code units, as editors and `string.length` count; a tab is one. */
	column: number;
}

/** Where a message belongs, and how much weight it has; an error unless it says otherwise. */
export interface MessageOptions {
	file: string;
	line: number;
	column?: number | undefined;
	rule?: string | undefined;
	isWarning?: boolean | undefined;
}

/** Makes a message: what is wrong, and what to type instead. */
export function toMessage(
	{ file, line, column = 1, rule, isWarning = false }: MessageOptions,
	reason: string,
	note: string,
): Message {
	const message = new VFileMessage(reason, {
		place: { line, column },
		...(rule !== undefined && { ruleId: rule, source: 'notes' }),
	});
	return Object.assign(message, { file, note, fatal: !isWarning });
}

/** Whether a message stops a build. */
export function isError({ fatal }: Message): boolean {
	return fatal === true;
}

/** The order of a report on one file: by line, then by column. */
export function byPlace(a: Message, b: Message): number {
	return (a.line ?? 1) - (b.line ?? 1) || (a.column ?? 1) - (b.column ?? 1);
}
