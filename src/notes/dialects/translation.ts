import type { Place } from '../../input/message.ts';
import type { Nodes } from 'mdast';
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
	told?: Told | undefined;
}

type Told = Pick<Foreign, 'reason' | 'note'>;

/** What takes the place of a mark; nothing where it is none. */
export type Made = string | Omit<Change, 'start' | 'end'> | undefined;

/** Where what stands in a text, as GitHub reads it. */
export interface Reading {
	source: string;
	/** Whether an offset is in code, a comment or a definition, where nothing is markup. */
	isCode: (offset: number) => boolean;
	/** Whether an offset is in words. */
	isWord: (offset: number) => boolean;
}

const codes = /^(?:code|inlineCode|definition)$/;

/** Reads a text as GitHub does. */
export function readText(source: string): Reading {
	const kinds = new Uint8Array(source.length + 1);
	const mark = (node: Nodes, kind: number): void => {
		const { start, end } = toRange(node);
		kinds.fill(kind, start, end);
	};
	for (const node of toNodes(parseMarkdown(source))) {
		if (node.type === 'text') mark(node, 2);
		else if (codes.test(node.type)) mark(node, 1);
		else if (node.type === 'html' && node.value.startsWith('<!--')) mark(node, 1);
	}
	return {
		source,
		isCode: (offset) => kinds[offset] === 1,
		isWord: (offset) => kinds[offset] === 2,
	};
}

/** Changes what a pattern finds outside of code, or in words alone. */
export function findAll(
	{ source, isCode, isWord }: Reading,
	pattern: RegExp,
	make: (found: RegExpExecArray) => Made,
	where: 'anywhere' | 'words' = 'anywhere',
): Change[] {
	return [...source.matchAll(pattern)].flatMap((found) => {
		const { 0: text, index: start } = found;
		if (where === 'words' ? !isWord(start) : isCode(start)) return [];
		const made = make(found);
		if (made === undefined) return [];
		return [
			{ start, end: start + text.length, ...(typeof made === 'string' ? { text: made } : made) },
		];
	});
}

/** What takes the place of something that is not drawn, such as its line breaks. */
export function leaveOut(
	found: string,
	note: string,
	text = toBlank(found),
): Omit<Change, keyof Edit> & { text: string } {
	return { text, told: { reason: `\`${found.trim().replace(/\s+/g, ' ')}\` is left out`, note } };
}

/** Makes changes to a text, and places what is said of them. */
export function change(source: string, family: Family, changes: readonly Change[]): Translation {
	let end = 0;
	// Of two that overlap, the first one counts.
	const apart = inOrder(changes).filter((one): one is Change => {
		if (one.start < end) return false;
		end = one.end;
		return true;
	}) as Change[];
	const foreign = apart.flatMap(({ start, told }): Foreign[] =>
		told === undefined ? [] : [{ family, ...toPlaceAt(source, start), ...told }],
	);
	return { source: cut(source, 0, source.length, apart), foreign };
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

/** Where the line of an offset begins and ends. */
export function toLineRange(source: string, offset: number): { start: number; end: number } {
	const start = source.lastIndexOf('\n', offset - 1) + 1;
	const end = source.indexOf('\n', offset);
	return { start, end: end < 0 ? source.length : end };
}

/** Whether a stretch of a text has its lines for itself. */
export function isAlone(source: string, start: number, end: number): boolean {
	const before = source.slice(toLineRange(source, start).start, start);
	const behind = source.slice(end, toLineRange(source, end).end);
	return before.trim() === '' && behind.trim() === '';
}
