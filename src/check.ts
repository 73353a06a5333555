import type { Message } from './input/message.ts';
import type { Surroundings } from './notes/rules/rule.ts';
import type { Reference } from './reference/facts.ts';
import type { Correction } from './reference/schema/lists.ts';
import type { Expected } from './snippets/verify.ts';
import { readNotes } from './notes/read.ts';
import { toAgedMessages } from './reference/ages.ts';
import { placeCorrections } from './reference/corrections.ts';
import { settleMessages } from './report/notice.ts';
import { checkSnippets } from './snippets/verify.ts';

/** A file of notes anywhere. */
export interface NotesFile extends Surroundings {
	path: string;
	/** `undefined` when it cannot be read. */
	bytes: Uint8Array | undefined;
}

/** What the notes are checked against. */
export interface Knowledge {
	/** Missing when the facts are broken themselves: then snippets are not verified. */
	reference?: Reference | undefined;
	/** Findings in its snippets that are known, and corrections of it: only notes of the site have any. */
	expected?: Expected;
	corrections?: readonly Correction[];
}

/** Everything that a build says of a file of notes, or would say if it were the site's. Never throws. */
export function checkNotes(file: NotesFile, knowledge: Knowledge, today: string): Message[] {
	const { reference, expected = [], corrections = [] } = knowledge;
	const notes = readNotes(file.bytes, file);
	const read = { path: file.path, isStrict: file.isStrict === true, ...notes };
	if (!notes.ok || reference === undefined) return settleMessages(read);
	const { outline, plan } = notes;
	const { path, isStrict = false } = file;
	const snippets = checkSnippets({ name: 'notes', file: path, plan }, { reference, expected, isStrict });
	return settleMessages(read, [
		...placeCorrections([{ file: path, outline }], { tables: reference.tables, corrections })
			.messages,
		...snippets.filter((message) => message.file === path),
		...toAgedMessages({ path, text: outline.source }, reference.lifecycles, today),
	]);
}
