import type { Message } from './input/message.ts';
import type { Surroundings } from './notes/rules/rule.ts';
import type { Reference } from './reference/facts.ts';
import type { Correction } from './reference/schema/lists.ts';
import type { Expected } from './snippets/expected.ts';
import { readNotes } from './notes/read.ts';
import { toAgedMessages } from './reference/ages.ts';
import { placeCorrections } from './reference/corrections.ts';
import { settleMessages, toSnippetMessages } from './report/notice.ts';
import { parseWithBuildKit } from './snippets/buildkit.ts';
import { toNoteSnippets } from './snippets/catalogue.ts';
import { judge } from './snippets/judge.ts';
import { toKnowledge } from './snippets/verify.ts';

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
	const snippets = toNoteSnippets({ name: 'notes', file: file.path, plan }, reference);
	const { problems } = judge(snippets, expected, toKnowledge(reference, parseWithBuildKit));
	const { path } = file;
	return settleMessages(read, [
		...placeCorrections([{ file: path, outline }], { tables: reference.tables, corrections })
			.messages,
		...toSnippetMessages(problems, [read]),
		...toAgedMessages({ path, text: outline.source }, reference.lifecycles, today),
	]);
}
