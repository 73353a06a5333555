import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remember } from './memory.ts';
import { findNodes } from './nodes.ts';

/** Texts that are longer are parsed in parts of at least this many characters. */
const partSize = 64_000;

const parser = unified().use(remarkParse).use(remarkGfm);

/** A save changes one part of a long text; what is remembered of the others is copied. */
const parsePart = remember((text: string): Root => parser.parse(text), 6_000_000);

/**
 * Parses CommonMark with GFM's additions: the tree that the parser gives for the whole text. It needs
 * some hundred times the text's size of memory, so a long text is parsed in parts, which are cut
 * where nothing can be open: before a heading that has an empty line above it.
 */
export function parseMarkdown(source: string, size = partSize): Root {
	if (source.length <= size) return parser.parse(source);
	const parts = toParts(source, size);
	const labels = new Set(parts.flatMap(({ root }) => toLabels(root)));
	const isAlone = parts.length === 1 || labels.size === 0;
	const roots = isAlone ? parts : parts.map((part) => withLabels(part, labels));
	const whole = roots.map(({ root, start, line }) => toMoved(root, start, line - 1));
	const last = whole.at(-1)?.position?.end;
	return {
		type: 'root',
		children: whole.flatMap(({ children }) => children),
		...(last && { position: { start: { line: 1, column: 1, offset: 0 }, end: last } }),
	};
}

/** A part of a text with its own tree, in which places count from the beginning of the part. */
interface Part {
	text: string;
	root: Root;
	/** The offset of the part in the whole text. */
	start: number;
	/** Its first line, counted from 1. */
	line: number;
}

/** An ATX heading at the beginning of a line, and an empty line before it. */
const seam = /(?<=(?:\n|\r(?!\n))[ \t]*(?:\r\n|\r|\n))#{1,6}[ \t]/g;

function toParts(source: string, size: number): Part[] {
	const parts: Part[] = [];
	const seams = [...source.matchAll(seam)].map(({ index }) => index);
	let [start, line, least] = [0, 1, size];
	for (const end of [...seams, source.length]) {
		if (end - start < least && end < source.length) continue;
		const text = source.slice(start, end);
		const root = parsePart(text);
		// Doubled, so that a fence that is never closed is not parsed again at each heading.
		least = end < source.length && isOpen(root, text) ? 2 * text.length : size;
		if (least !== size) continue;
		parts.push({ text, root, start, line });
		line += text.match(/\r\n|\r|\n/g)?.length ?? 0;
		start = end;
	}
	return parts;
}

/**
 * Whether what begins in a part may go on behind it. A line that begins with `#` ends every paragraph,
 * list, quotation and table; code and HTML that are still open take in the empty line before it.
 */
function isOpen({ children }: Root, text: string): boolean {
	return children.at(-1)?.position?.end.offset === text.length;
}

/** The names that references can have, as definitions: `[name]: #`, `[^name]: #`. */
function toLabels(root: Root): string[] {
	return findNodes(root, 'definition', 'footnoteDefinition').map(({ type, label, identifier }) => {
		const mark = type === 'footnoteDefinition' ? '^' : '';
		return `[${mark}${label ?? identifier}]: #`;
	});
}

/**
 * Parses a part again below what other parts define: `[name]` is text without a definition. The empty
 * heading ends the definitions.
 */
function withLabels(part: Part, labels: ReadonlySet<string>): Part {
	if (!part.text.includes('[')) return part;
	const lines = [...labels, '#', ''].join('\n\n');
	const root = parsePart(lines + part.text);
	const own = root.children.filter(({ position }) => (position?.start.offset ?? 0) >= lines.length);
	const before = lines.split('\n').length - 1;
	const start = part.start - lines.length;
	return { ...part, start, line: part.line - before, root: { ...root, children: own } };
}

type Position = NonNullable<Nodes['position']>;

/** A copy of a tree in which places count from the beginning of the whole text. */
function toMoved<T extends Nodes>(node: T, offset: number, lines: number): T {
	if (offset === 0 && lines === 0) return node;
	const move = (point: Position['start']) => ({
		line: point.line + lines,
		column: point.column,
		...(point.offset !== undefined && { offset: point.offset + offset }),
	});
	const { position } = node;
	return {
		...node,
		...(position && { position: { start: move(position.start), end: move(position.end) } }),
		...('children' in node && {
			children: node.children.map((child) => toMoved(child, offset, lines)),
		}),
	};
}
