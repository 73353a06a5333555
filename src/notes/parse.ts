import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** Texts that are longer are parsed in parts of at least this many characters. */
const partSize = 64_000;

const parser = unified().use(remarkParse).use(remarkGfm);

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
	const whole = roots.map(({ root, start, line }) => move(root, start, line - 1));
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
		const root = parser.parse(text);
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
	const labels: string[] = [];
	visit(root, ['definition', 'footnoteDefinition'], (node) => {
		if (node.type === 'definition') labels.push(`[${node.label ?? node.identifier}]: #`);
		if (node.type === 'footnoteDefinition') labels.push(`[^${node.label ?? node.identifier}]: #`);
	});
	return labels;
}

/**
 * Parses a part again below what other parts define: `[name]` is text without a definition. The empty
 * heading ends the definitions.
 */
function withLabels(part: Part, labels: ReadonlySet<string>): Part {
	if (!part.text.includes('[')) return part;
	const lines = [...labels, '#', ''].join('\n\n');
	const root = parser.parse(lines + part.text);
	const own = root.children.filter(({ position }) => (position?.start.offset ?? 0) >= lines.length);
	const before = lines.split('\n').length - 1;
	const start = part.start - lines.length;
	return { ...part, start, line: part.line - before, root: { ...root, children: own } };
}

/** Lets the places in a tree count from the beginning of the whole text. */
function move(root: Root, offset: number, lines: number): Root {
	if (offset === 0 && lines === 0) return root;
	visit(root, ({ position }: Nodes) => {
		if (position === undefined) return;
		for (const point of [position.start, position.end]) {
			point.line += lines;
			if (point.offset !== undefined) point.offset += offset;
		}
	});
	return root;
}
