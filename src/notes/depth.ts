import type { Message, Place } from '../input/message.ts';
import type { NotesFile } from '../input/files.ts';
import { isUtf8 } from 'node:buffer';
import { toMessage } from '../input/message.ts';
import { isElement, isVoid } from './html.ts';
import { toPlaceAt } from './parse.ts';

/** The rule that a file of notes is text: everything else would show as wrong characters. */
const fileIsText = 'file-is-text';

/** The rule that a file can be read to its end, in a time that does not depend on what is nested in it. */
const fileIsShallow = 'file-is-shallow';

/** So deep may lists, quotations and emphasis be nested; nobody reads what is deeper. */
const most = 50;

/** The text of a file of notes without a byte order mark, or why it has none that can be shown. */
export function decodeNotes({ path: file, bytes, fault }: NotesFile): string | Message {
	const toFault = (place: Place, reason: string, note: string) =>
		toMessage({ file, ...place, rule: fileIsText }, reason, note);
	const start = { line: 1, column: 1 };
	const advice = 'Create it and start with a title: `# Docker`.';
	if (fault !== undefined) return toFault(start, fault.reason, fault.note);
	if (bytes === undefined) return toFault(start, 'file does not exist', advice);
	const text = new TextDecoder().decode(bytes);
	if (!isUtf8(bytes)) {
		const note = 'Save the file as UTF-8, then type the character anew.';
		return toFault(toPlaceAt(text, text.indexOf('\uFFFD')), 'line is not valid UTF-8', note);
	}
	const nul = text.indexOf('\0');
	if (nul >= 0) {
		const note = 'Delete the character; it cannot be shown.';
		return toFault(toPlaceAt(text, nul), 'line has a NUL byte', note);
	}
	const deep = findDeep(text);
	return deep === undefined ? text : toTooDeep(file, deep);
}

/** What is said of a file that no parser could take. */
export function toTooDeep(file: string, place: Place = { line: 1, column: 1 }): Message {
	return toMessage(
		{ file, ...place, rule: fileIsShallow },
		`more than ${most} levels are nested here`,
		'Take levels out, or delete what was not meant as Markdown.',
	);
}

/** What begins a quotation or a list, or what is set in, as far as it counts. */
const opening =
	/^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|!!!|\?\?\?|:{3,}(?=\s*[\w{])))+/;

/** The first line that nests too deep. Counted before anything is parsed, which would take its time. */
function findDeep(text: string): Place | undefined {
	const indents: number[] = [];
	const inline: Inline = { emphases: 0, brackets: 0, elements: 0, boxes: 0, deepest: 0 };
	let fence: string | undefined;
	// Where nothing closes any, the tags are taken out.
	const isWrapped = /<\/(?:div|center)\b/i.test(text);
	for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
		const marks = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1];
		const isEnd = marks !== undefined && fence !== undefined && marks.startsWith(fence);
		if (marks !== undefined) fence = isEnd ? undefined : (fence ?? marks);
		if (fence !== undefined) continue;
		const [prefix = ''] = opening.exec(line) ?? [];
		const signs = prefix.match(/>|[-*+]|\d+[.)]|[!?]{3}/g)?.length ?? 0;
		const indent = line.search(/[^ \t]/);
		while (indent >= 0 && (indents.at(-1) ?? -1) >= indent) indents.pop();
		if (signs > 0) indents.push(indent);
		// Neither goes on in another block.
		if (indent < 0 || prefix !== '' || line[indent] === '|') {
			Object.assign(inline, { emphases: 0, brackets: 0 });
		}
		countInline(line.slice(prefix.replace(/:+$/, '').length), inline, isWrapped);
		if (Math.max(signs + indents.length - 1, inline.deepest) > most) {
			return { line: at + 1, column: 1 };
		}
	}
	return undefined;
}

/** What is open behind a line, and the most that was open at once. */
interface Inline {
	emphases: number;
	brackets: number;
	elements: number;
	boxes: number;
	deepest: number;
}

const signs =
	/(?<!\\)(?:[*_]+|~{2,}|[[\]]|<(\/?)([a-z][a-z\d]*)\b[^<>]*>)|^\s*(:{3,})\s*([\w{])?/gi;

function countInline(line: string, open: Inline, isWrapped: boolean): void {
	const plain = line.replace(/`[^`]*`/g, (code) => 'x'.repeat(code.length));
	for (const { 0: sign, 1: slash, 2: name, 3: colons, 4: box, index } of plain.matchAll(signs)) {
		if (colons !== undefined) open.boxes += box === undefined ? -1 : 1;
		else if (sign === '[' || sign === ']') open.brackets += sign === '[' ? 1 : -1;
		else if (name !== undefined) {
			// Tags with values in braces are MDX's, and go.
			const isLoose = sign.includes('={') || (!isWrapped && /^(?:div|center)$/i.test(name));
			open.elements += isLoose ? 0 : countElement(name, slash === '/');
		} else open.emphases += countEmphasis(plain, sign, index);
		for (const key of ['emphases', 'brackets', 'elements', 'boxes'] as const) {
			open[key] = Math.max(0, open[key]);
			open.deepest = Math.max(open.deepest, open[key]);
		}
	}
}

function countElement(name: string, isEnd: boolean): number {
	const isHolding = isElement(name.toLowerCase()) && !isVoid(name.toLowerCase());
	// Of these the end may be missing.
	if (!isHolding || /^(?:p|li|d[td]|t[dhr]|thead|tbody|tfoot|html|body)$/i.test(name)) return 0;
	return isEnd ? -1 : 1;
}

/** So many marks open an emphasis behind a blank, and close one before it. */
function countEmphasis(line: string, marks: string, at: number): number {
	const isOpen = /[^\s]/.test(line[at + marks.length] ?? ' ');
	const isClose = /[^\s]/.test(line[at - 1] ?? ' ');
	// Within a word or between signs it may be either; `a_b` is none.
	if (isOpen === isClose) return 0;
	return isOpen ? marks.length : -marks.length;
}
