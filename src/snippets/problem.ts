import type { Outline } from '../notes/notes.ts';
import type { Message } from '../input/message.ts';
import type { DataProblem } from '../reference/parse.ts';
import { toMessage } from '../input/message.ts';
import { toPlaceOn } from '../notes/notes.ts';

/** What is wrong with a snippet or with what is said of snippets, at a line of a file. */
export interface Problem extends DataProblem {
	/** What to type instead, as a sentence. */
	hint?: string;
	/** What it breaks where the snippet stands in notes. */
	rule?: 'snippet-works' | 'snippet-shows-fault' | 'snippet-has-own-name';
}

/** Those of the problems that are in a file of notes; doubts are errors where the author is strict. */
export function toNotesMessages(
	problems: readonly Problem[],
	file: string,
	{ source }: Outline,
	isStrict: boolean,
): Message[] {
	return problems.flatMap(({ rule, hint = '', text, line, ...problem }) => {
		if (problem.file !== file || rule === undefined) return [];
		const isWarning = rule !== 'snippet-has-own-name' && !isStrict;
		return [toMessage({ file, ...toPlaceOn(source, line), rule, isWarning }, text, hint)];
	});
}
