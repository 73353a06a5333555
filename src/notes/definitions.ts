import type { Definition, FootnoteDefinition, Nodes } from 'mdast';
import type { Edit } from './body.ts';
import type { Block, Outline } from './outline.ts';
import { visit } from 'unist-util-visit';
import { cut } from './body.ts';
import { toRange } from './outline.ts';

type Defining = Definition | FootnoteDefinition;

/** The definitions that a page needs and that stand elsewhere, as Markdown. */
export type ToDefinitions = (content: readonly Block[]) => string[];

/**
 * The source of link and footnote definitions that a page refers to but that stand on another page.
 * In one file they serve the whole text; a page that is cut from it needs its own copy. What a
 * copied footnote refers to comes along.
 */
export function startDefinitions(outline: Outline, edits: readonly Edit[]): ToDefinitions {
	const all = new Map<string, Defining>();
	for (const definition of collect(outline.root)) {
		if (!all.has(keyOf(definition))) all.set(keyOf(definition), definition);
	}
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
		return ranges.map(({ start, end }) => cut(outline.source, start, end, edits));
	};
}

function collect(node: Nodes): Defining[] {
	const found: Defining[] = [];
	visit(node, ['definition', 'footnoteDefinition'], (inner) => {
		if (inner.type === 'definition' || inner.type === 'footnoteDefinition') found.push(inner);
	});
	return found;
}

function collectUsed(node: Nodes): Set<string> {
	const used = new Set<string>();
	visit(node, ['linkReference', 'imageReference', 'footnoteReference'], (reference) => {
		if ('identifier' in reference) used.add(keyOf(reference));
	});
	return used;
}

/** Links and footnotes have names of their own: `[1]` and `[^1]` do not meet. */
function keyOf(node: { type: string; identifier: string }): string {
	return `${node.type.startsWith('footnote') ? '^' : ''}${node.identifier}`;
}
