import type { Surroundings } from './notes/rules/rule.ts';
import type { Problem } from './notes/problem.ts';
import type { Reference } from './reference/reference.ts';
import type { Correction } from './reference/schema/correction.ts';
import type { Expected } from './snippets/verify.ts';
import { readNotes } from './notes/read.ts';
import { settle } from './notes/silence.ts';
import { toAgedProblems } from './reference/ages.ts';
import { placeCorrections } from './reference/corrections.ts';
import { toNotesProblem } from './report/notice.ts';
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
export function checkNotes(file: NotesFile, knowledge: Knowledge, today: string): Problem[] {
	const { reference, expected = [], corrections = [] } = knowledge;
	const notes = readNotes(file.bytes, file);
	if (!notes.ok || reference === undefined) return settle(notes.outline, notes.problems, false);
	const { outline, plan, problems } = notes;
	const snippets = checkSnippets(
		{ name: 'notes', file: file.path, plan },
		{ reference, expected, isStrict: file.isStrict === true },
	);
	const all = [
		...problems,
		...placeCorrections(outline, { ...reference, corrections }).problems,
		...snippets.filter((message) => message.file === file.path).map(toNotesProblem),
		...toAgedProblems(outline.source, reference.lifecycles, today),
	];
	return settle(outline, all, true);
}
