import type { Definition, FootnoteDefinition, Nodes } from 'mdast';
import type { Edit } from './body.ts';
import type { Block, Outline } from './outline.ts';
import { visit } from 'unist-util-visit';
import { cut } from './body.ts';
import { toRange } from './outline.ts';

type Defining = Definition | FootnoteDefinition;

/**
 * The source of link and footnote definitions that a page refers to but that stand on another page.
 * In one file they serve the whole text; a page that is cut from it needs its own copy. What a
 * copied footnote refers to comes along.
 */
export function toDefinitions(
	outline: Outline,
	content: readonly Block[],
	edits: readonly Edit[],
): string[] {
	const all = collect(outline.root);
	const here = new Set(content.flatMap(({ node }) => collect(node)));
	const copied = new Set<Defining>();
	const add = (node: Nodes): void => {
		for (const key of collectUsed(node)) {
			const found = all.find((definition) => keyOf(definition) === key);
			if (found === undefined || here.has(found) || copied.has(found)) continue;
			copied.add(found);
			add(found);
		}
	};
	content.forEach(({ node }) => add(node));
	return all
		.filter((definition) => copied.has(definition))
		.map((definition) => {
			const { start, end } = toRange(definition);
			return cut(outline.source, start, end, edits);
		});
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
