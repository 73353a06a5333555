import type { Message, Place } from '../input/message.ts';
import type { NotesFile } from '../input/files.ts';
import { toMessage } from '../input/message.ts';
import { toPlaceAt } from './parse.ts';

/** The rule that a file of notes is text: everything else would show as wrong characters. */
const fileIsText = 'file-is-text';

/** The rule that a file can be read to its end, in a time that does not depend on what is nested in it. */
const fileIsShallow = 'file-is-shallow';

/** So deep may lists, quotations and emphasis be nested; nobody reads what is deeper. */
const most = 100;

/** The text of a file of notes, or why it has none that can be shown. */
export function decodeNotes({ path: file, bytes, fault }: NotesFile): string | Message {
	const toFault = (place: Place, reason: string, note: string) =>
		toMessage({ file, ...place, rule: fileIsText }, reason, note);
	const start = { line: 1, column: 1 };
	const advice = 'Create it and start with a title: `# Docker`.';
	if (fault !== undefined) return toFault(start, fault.reason, fault.note);
	if (bytes === undefined) return toFault(start, 'file does not exist', advice);
	const text = decode(bytes);
	if (typeof text !== 'string') {
		const note = 'Save the file as UTF-8, then type the character anew.';
		return toFault(text, 'line is not valid UTF-8', note);
	}
	const plain = text.replace(/^\uFEFF/, '');
	const nul = plain.indexOf('\0');
	const deep = nul < 0 ? findDeep(plain) : undefined;
	if (deep !== undefined) return toTooDeep(file, deep);
	if (nul < 0) return text;
	return toFault(
		toPlaceAt(plain, nul),
		'line has a NUL byte',
		'Delete the character; it cannot be shown.',
	);
}

/** What is said of a file that no parser could take. */
export function toTooDeep(file: string, place: Place = { line: 1, column: 1 }): Message {
	return toMessage(
		{ file, ...place, rule: fileIsShallow },
		`more than ${most} levels are nested here`,
		'Take levels out, or delete what was not meant as Markdown.',
	);
}

/** The first line that nests too deep. Counted before anything is parsed, which would take its time. */
function findDeep(text: string): Place | undefined {
	const lists: number[] = [];
	let fence: string | undefined;
	let inline = [0, 0, 0];
	for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
		const marks = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1];
		if (marks !== undefined)
			fence = fence === undefined ? marks : marks.startsWith(fence) ? undefined : fence;
		if (fence !== undefined) continue;
		const [prefix = ''] = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line) ?? [];
		const signs = prefix.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
		const indent = line.search(/[^ \t]/);
		while ((lists.at(-1) ?? -1) >= indent && indent >= 0) lists.pop();
		if (signs > 0 && indent >= 0) lists.push(indent);
		inline = indent < 0 ? [0, 0, 0] : toInline(line.slice(prefix.length), inline);
		const deepest = Math.max(signs + lists.length - 1, ...inline);
		if (deepest > most) return { line: at + 1, column: 1 };
	}
	return undefined;
}

/** How many emphases, brackets and elements of HTML may be open behind a line. */
function toInline(line: string, before: readonly number[]): number[] {
	const plain = line.replace(/`[^`]*`/g, '');
	const count = (pattern: RegExp) => plain.match(pattern)?.length ?? 0;
	const [emphases = 0, brackets = 0, elements = 0] = before;
	return [
		Math.max(
			0,
			emphases +
				count(/(?<![\p{L}\p{N}*_])[*_]+(?=[^\s*_])/gu) -
				count(/(?<=[^\s*_])[*_]+(?![\p{L}\p{N}*_])/gu),
		),
		Math.max(0, brackets + count(/\[/g) - count(/\]/g)),
		Math.max(0, elements + count(/<[a-z][^<>]*(?<!\/)>/gi) - count(/<\/[a-z]/gi)),
	];
}

function decode(bytes: Uint8Array): string | Place {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return findInvalid(bytes);
	}
}

/** Decodes byte by byte: what came out before the first wrong one is what stands before it. */
function findInvalid(bytes: Uint8Array): Place {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let text = '';
	try {
		for (let at = 0; at < bytes.length; at += 1) {
			text += decoder.decode(bytes.subarray(at, at + 1), { stream: true });
		}
	} catch {
		// What is behind it does not matter: this is the place.
	}
	return toPlaceAt(text, text.length);
}
