import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';
import type { Block, Outline } from './outline.ts';
import { findNodes, toRange } from './parse.ts';
import { cut, type Edit } from './slices.ts';

type Defining = Definition | FootnoteDefinition;

/** The definitions that a page needs and that stand elsewhere, as Markdown. */
export type ToDefinitions = (content: readonly Block[]) => string[];

/**
 * The source of link and footnote definitions that a page refers to but that stand on another page.
 * In one file they serve the whole text; a page that is cut from it needs its own copy. What a
 * copied footnote refers to comes along.
 */
export function startDefinitions(outline: Outline, edits: readonly Edit[]): ToDefinitions {
	// Of two of one name, the first.
	const last = collect(outline.root).reverse();
	const all = new Map(last.map((definition) => [keyOf(definition), definition]));
	return (content) => {
		if (all.size === 0) return [];
		const here = new Set(content.flatMap(({ node }) => collect(node)));
		const copied = new Set<Defining>();
		const add = (node: Nodes): void => {
			for (const key of collectUsed(node)) {
				const found = all.get(key);
				if (found === undefined || here.has(found) || copied.has(found)) continue;
				copied.add(found);
				add(found);
			}
		};
		content.forEach(({ node }) => add(node));
		const ranges = [...copied].map(toRange).sort((a, b) => a.start - b.start);
		return ranges.map(({ start, end }) =>
			takeOut(cut(outline.source, start, end, edits), outline.source, start),
		);
	};
}

/** Takes from the lines of a definition what they begin with in the list or quotation it stands in. */
function takeOut(text: string, source: string, start: number): string {
	const before = source.slice(0, start);
	const { length } = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
	if (length === 0) return text;
	return text.replace(new RegExp(`(?<=[\\r\\n])[ \\t>]{1,${length}}`, 'g'), '');
}

/** Definitions whose name another one has already; in a file the first one counts. */
export function findDoubled(root: Root): { node: Defining; first: Defining }[] {
	const groups = [...Map.groupBy(collect(root), keyOf).values()];
	return groups.flatMap(([first, ...others]) =>
		first === undefined ? [] : others.map((node) => ({ node, first })),
	);
}

/** Renames them: on the page of a later one the first has to count, too. */
export function toDoubleEdits({ root }: Outline): Edit[] {
	return findDoubled(root).map(({ node }) => {
		const { start, line } = toRange(node);
		const at = start + (node.type === 'definition' ? 1 : 2);
		return { start: at, end: at, text: `unused-${line}-` };
	});
}

function collect(node: Nodes): Defining[] {
	return findNodes(node, 'definition', 'footnoteDefinition');
}

function collectUsed(node: Nodes): Set<string> {
	return new Set(
		findNodes(node, 'linkReference', 'imageReference', 'footnoteReference').map(keyOf),
	);
}

/** Links and footnotes have names of their own: `[1]` and `[^1]` do not meet. */
function keyOf(node: { type: string; identifier: string }): string {
	return `${node.type.startsWith('footnote') ? '^' : ''}${node.identifier}`;
}
