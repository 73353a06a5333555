import type { Nodes } from 'mdast';
import { location } from 'vfile-location';

/** An error stops the build; a warning is printed and the build goes on. */
export type Severity = 'error' | 'warning';

/** A place in a text; a byte order mark in front of it does not count. */
export interface Place {
	/** Counted from 1. */
	line: number;
	/** Counted from 1 in UTF-16 code units, as editors and `string.length` count; a tab is one. */
	column: number;
}

/** What is wrong at one place of the notes, said to their author. */
export interface Problem extends Place {
	/** The name of the rule that it breaks; see the table in src/notes/rules/table.ts. */
	rule: string;
	severity: Severity;
	/** What is wrong, as a clause without a full stop. */
	text: string;
	/** What to type instead, as a sentence. */
	hint: string;
}

/** Whether a problem stops the build. */
export function isError({ severity }: Pick<Problem, 'severity'>): boolean {
	return severity === 'error';
}

/** Where a node begins that came from the parser. */
export function toPlace({ position }: Pick<Nodes, 'position'>): Place {
	return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}

/** The place of an offset within a text. */
export function toPlaceAt(text: string, offset: number): Place {
	const point = location(text).toPoint(offset);
	return { line: point?.line ?? 1, column: point?.column ?? 1 };
}

/** The first place of a line that is not blank, nor the mark of a quotation. */
export function toPlaceOn(text: string, line: number): Place {
	const offset = location(text).toOffset({ line, column: 1 }) ?? 0;
	const before = /^[ \t>]*/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
	return { line, column: before.length + 1 };
}

/** The place behind some text that begins at a place; what a list puts before lines is not counted. */
export function toPlaceBehind({ line, column }: Place, text: string): Place {
	const lines = text.split(/\r\n|\r|\n/);
	const last = lines.at(-1)?.length ?? 0;
	if (lines.length === 1) return { line, column: column + last };
	return { line: line + lines.length - 1, column: 1 + last };
}
