import type { Nodes, Root } from 'mdast';
import type { Message, Place } from '../input/message.ts';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { toMessage } from '../input/message.ts';

/** The nodes that have one of some types. */
export type NodeOf<Type extends Nodes['type']> = Extract<Nodes, { type: Type }>;

/** The rule that a file of notes is text: everything else would show as wrong characters. */
const fileIsText = 'file-is-text';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Parses CommonMark with GFM's additions. Takes any text and never throws. */
export function parseMarkdown(source: string): Root {
	return parser.parse(source);
}

/** The text of a file of notes (`undefined` when it is missing), or why it has none. */
export function decodeNotes(file: string, bytes: Uint8Array | undefined): string | Message {
	const toFault = (place: Place, reason: string, note: string) =>
		toMessage({ file, ...place, rule: fileIsText }, reason, note);
	const start = { line: 1, column: 1 };
	const advice = 'Create it and start with a title: `# Docker`.';
	if (bytes === undefined) return toFault(start, 'file does not exist', advice);
	const text = decode(bytes);
	if (typeof text !== 'string') {
		const note = 'Save the file as UTF-8, then type the character anew.';
		return toFault(text, 'line is not valid UTF-8', note);
	}
	const plain = text.replace(/^\uFEFF/, '');
	const nul = plain.indexOf('\0');
	if (nul < 0) return text;
	return toFault(
		toPlaceAt(plain, nul),
		'line has a NUL byte',
		'Delete the character; it cannot be shown.',
	);
}

/** A node and everything below it, in the order of the text. */
export function toNodes(top: Nodes): Nodes[] {
	const nodes: Nodes[] = [];
	const add = (node: Nodes): void => {
		nodes.push(node);
		if ('children' in node) node.children.forEach(add);
	};
	add(top);
	return nodes;
}

/** Those of them that have one of some types. */
export function findNodes<Type extends Nodes['type']>(
	node: Nodes,
	...types: readonly Type[]
): NodeOf<Type>[] {
	const isMeant = (one: Nodes): one is NodeOf<Type> => types.some((type) => type === one.type);
	return toNodes(node).filter(isMeant);
}

/** The source offsets of a node that came from the parser. */
export function toRange({ position }: Pick<Nodes, 'position'>): {
	start: number;
	end: number;
	line: number;
} {
	return {
		start: position?.start.offset ?? 0,
		end: position?.end.offset ?? 0,
		line: position?.start.line ?? 1,
	};
}

/** Where a node begins that came from the parser. */
export function toPlace({ position }: Pick<Nodes, 'position'>): Place {
	return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}

/** The place of an offset within a text. */
function toPlaceAt(text: string, offset: number): Place {
	return toPlaceBehind({ line: 1, column: 1 }, text.slice(0, offset));
}

/** The first place of a line that is not blank, nor the mark of a quotation. */
export function toPlaceOn(text: string, line: number): Place {
	const [before = ''] = /^[ \t>]*/.exec(text.split(lineBreak)[line - 1] ?? '') ?? [];
	return { line, column: before.length + 1 };
}

/** The place behind some text that begins at a place; what a list puts before lines is not counted. */
export function toPlaceBehind({ line, column }: Place, text: string): Place {
	const lines = text.split(lineBreak);
	const last = lines.at(-1)?.length ?? 0;
	if (lines.length === 1) return { line, column: column + last };
	return { line: line + lines.length - 1, column: 1 + last };
}

const lineBreak = /\r\n|\r|\n/;

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
