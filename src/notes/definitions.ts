import type { Block, Outline } from './outline.ts';
import { visit } from 'unist-util-visit';

/**
 * The source of link and footnote definitions that a page refers to but that stand on another page.
 * In one file they serve the whole text; a page that is cut from it needs its own copy.
 */
export function toDefinitions(outline: Outline, content: readonly Block[]): string[] {
	const used = new Set<string>();
	for (const { node } of content) {
		visit(node, ['linkReference', 'imageReference', 'footnoteReference'], (reference) => {
			if ('identifier' in reference) used.add(keyOf(reference));
		});
	}
	return outline.blocks
		.filter(({ node }) => isDefinition(node) && used.has(keyOf(node)))
		.filter((block) => !content.includes(block))
		.map(({ start, end }) => outline.source.slice(start, end));
}

function isDefinition(node: Block['node']): node is Extract<Block['node'], { identifier: string }> {
	return node.type === 'definition' || node.type === 'footnoteDefinition';
}

/** Links and footnotes have names of their own: `[1]` and `[^1]` do not meet. */
function keyOf(node: { type: string; identifier: string }): string {
	return `${node.type.startsWith('footnote') ? '^' : ''}${node.identifier}`;
}
