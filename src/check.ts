import type { NotesFile } from './input/files.ts';
import type { Message } from './input/message.ts';
import type { Reference } from './reference/reference.ts';
import type { Correction } from './reference/schema/correction.ts';
import type { Expected } from './snippets/expected.ts';
import { readNotes, settle } from './notes/notes.ts';
import { toAgedMessages } from './reference/ages.ts';
import { placeCorrections } from './reference/corrections.ts';
import { parseWithBuildKit } from './snippets/buildkit.ts';
import { toNoteSnippets } from './snippets/catalogue.ts';
import { judge } from './snippets/judge.ts';
import { toNotesMessages } from './snippets/problem.ts';
import { toKnowledge } from './snippets/verify.ts';

/** What the notes are checked against. */
export interface Knowledge {
	/** Whether a file exists at a path beside the notes. */
	exists: (path: string) => boolean;
	/** Missing when the facts are broken themselves: then snippets are not verified. */
	reference?: Reference | undefined;
	/** Findings in its snippets that are known, and corrections of it: only notes of the site have any. */
	expected?: Expected;
	corrections?: readonly Correction[];
}

/** Everything that a build says of a file of notes, or would say if it were the site's. Never throws. */
export function checkNotes(file: NotesFile, knowledge: Knowledge, today: string): Message[] {
	const { exists, reference, expected = [], corrections = [] } = knowledge;
	const { path } = file;
	const { topics, files, hints } = readNotes([file], { exists, taken: [] });
	const { outline, messages, isStrict } = files[0] ?? { messages: [], isStrict: false };
	if (outline === undefined) return [...messages, ...hints];
	const [topic] = topics ?? [];
	if (topic === undefined || reference === undefined) {
		return [...settle(outline, messages), ...hints];
	}
	const snippets = toNoteSnippets({ name: 'notes', file: path, plan: topic.plan }, reference);
	const judged = judge(snippets, expected, toKnowledge(reference, parseWithBuildKit));
	const all = [
		...messages,
		...placeCorrections(path, outline, { ...reference, corrections }).messages,
		...toNotesMessages(judged.problems, path, outline, isStrict),
		...toAgedMessages(path, outline.source, reference.lifecycles, today),
	];
	return [...settle(outline, all), ...hints];
}
