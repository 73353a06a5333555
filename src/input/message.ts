import { VFileMessage } from 'vfile-message';

/**
 * Something that is wrong at a place, said to the author of notes and facts: the one type for it.
 * `file` is a path below the project's folder, `line` and `column` count from 1, `ruleId` is the name
 * of the rule (if one found it), `reason` says what is wrong, `note` what to write instead. `fatal` is
 * true for what stops a build, and false for a warning.
 */
export type Message = VFileMessage;

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
