/** A replacement of `source.slice(start, end)`; what it does not name stays as the author wrote it. */
export interface Edit {
	start: number;
	end: number;
	text: string;
}

/** The source between two offsets with the edits that lie within applied; `edits` are in order. */
export function cut(source: string, start: number, end: number, edits: readonly Edit[]): string {
	let text = '';
	let from = start;
	for (const edit of edits) {
		if (edit.start < from || edit.end > end) continue;
		text += source.slice(from, edit.start) + edit.text;
		from = edit.end;
	}
	return text + source.slice(from, end);
}

/** Edits in the order of the text; of two that begin at one place, the longer one first. */
export function inOrder<E extends Edit>(edits: readonly E[]): E[] {
	return [...edits].sort((a, b) => a.start - b.start || b.end - a.end);
}
