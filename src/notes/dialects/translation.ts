import type { Place } from '../../input/message.ts';
import type { Root } from 'mdast';
import { parseMarkdown, toNodes, toPlaceAt, toRange } from '../parse.ts';
import { cut, inOrder, type Edit } from '../slices.ts';

/** The families of markup that other programs have and GitHub does not; each is a rule. */
export type Family =
	'aside-is-known' | 'component-is-text' | 'template-is-filled' | 'vault-mark-is-drawn';

/** Markup that the site does not draw, at a place of the file. */
export interface Foreign extends Place {
	family: Family;
	/** What is wrong there, as a clause without a full stop. */
	reason: string;
	/** What to type at this place, as a sentence. */
	note: string;
}

/** Notes as GitHub's Markdown, line by line as they were, and what could not be said in it. */
export interface Translation {
	source: string;
	foreign: Foreign[];
}

/** One change, with what is to be said of it. */
export interface Change extends Edit {
	told?: Pick<Foreign, 'reason' | 'note'> | undefined;
}

/** What takes the place of a mark. */
export type Made = Omit<Change, 'start' | 'end'>;

/** The file that a name in double brackets stands for, from the file that it stands in. */
export type Find = (name: string) => string | undefined;

/** Where what stands in a text, as GitHub reads it. */
export interface Reading {
	source: string;
	root: Root;
	/** Whether an offset is in code, a comment or a definition, where nothing is markup. */
	isCode: (offset: number) => boolean;
	/** Whether an offset is in words. */
	isWord: (offset: number) => boolean;
	find: Find;
}

/** What a pattern finds outside of code, or in one of both alone, and what takes its place, if anything. */
export type Mark = readonly [
	pattern: RegExp,
	make: (found: RegExpExecArray, reading: Reading) => Made | string | undefined,
	where?: 'words' | 'code',
];

const codes = /^(?:code|inlineCode|definition)$/;

/** Reads a text as GitHub does. */
export function readText(source: string, find: Find): Reading {
	const root = parseMarkdown(source);
	const kinds = new Uint8Array(source.length + 1);
	for (const node of toNodes(root)) {
		const isComment = node.type === 'html' && node.value.startsWith('<!--');
		const kind = node.type === 'text' ? 2 : isComment || codes.test(node.type) ? 1 : 0;
		const { start, end } = toRange(node);
		if (kind > 0) kinds.fill(kind, start, end);
	}
	return {
		...{ source, root, find },
		isCode: (offset) => kinds[offset] === 1,
		isWord: (offset) => kinds[offset] === 2,
	};
}

/** What a pattern finds outside of code, or in words or in code alone. */
export function findAll(
	{ source, isCode, isWord }: Reading,
	pattern: RegExp,
	where?: Mark[2],
): RegExpExecArray[] {
	return [...source.matchAll(pattern)].filter(({ index }) =>
		where === 'words' ? isWord(index) : isCode(index) === (where === 'code'),
	);
}

/** The changes that marks ask for. */
export function findMarks(reading: Reading, marks: readonly Mark[]): Change[] {
	return marks.flatMap(([pattern, make, where]) =>
		findAll(reading, pattern, where).flatMap((found) => {
			const { 0: text, index: start } = found;
			const made = make(found, reading);
			if (made === undefined) return [];
			const end = start + text.length;
			return [{ start, end, ...(typeof made === 'string' ? { text: made } : made) }];
		}),
	);
}

/** Makes changes to a text, and places what is said of them. Of two that overlap, the first one counts. */
export function change(source: string, family: Family, changes: readonly Change[]): Translation {
	let end = 0;
	const apart = inOrder(changes).filter((one) => {
		if (one.start < end) return false;
		end = one.end;
		return true;
	});
	const foreign = apart.flatMap(({ start, told }): Foreign[] =>
		told === undefined ? [] : [{ family, ...toPlaceAt(source, start), ...told }],
	);
	return { source: cut(source, 0, source.length, apart), foreign };
}

/** Says what becomes of something (`is shown as text`), which stays or has another text in its place. */
export function tell(found: string, what: string, note: string, text = found): Made {
	return { text, told: { reason: `\`${found.trim().replace(/\s+/g, ' ')}\` ${what}`, note } };
}

/** Says of something that it is left out, but for its line breaks or another text. */
export function leaveOut(found: string, note: string, text = toBlank(found)): Made {
	return tell(found, 'is left out', note, text);
}

/** The value of one of some keys, as it stands in a tag: `title="x"`. */
export function readValue(tag: string, ...keys: readonly string[]): string | undefined {
	const [, , value] =
		new RegExp(`(?<![\\w-])(?:${keys.join('|')})\\s*=\\s*(["'])([^"'\\n]*)\\1`).exec(tag) ?? [];
	return value;
}

/** The line breaks of a text, which keep the places of what follows. */
export function toBlank(text: string): string {
	return text.replace(/[^\r\n]/g, '');
}

/** What stands in the lines of a stretch of a text before it and behind it. */
export function toLineAround(source: string, start: number, end: number) {
	const last = source.indexOf('\n', end);
	return {
		before: source.slice(source.lastIndexOf('\n', start - 1) + 1, start),
		behind: source.slice(end, last < 0 ? source.length : last),
	};
}

/** Whether a stretch of a text has its lines for itself. */
export function isAlone(source: string, start: number, end: number): boolean {
	const { before, behind } = toLineAround(source, start, end);
	return (before + behind).trim() === '';
}
