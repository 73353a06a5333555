import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { splitOwnId, toSlugText, toUniqueSlugs } from '../notes/notes.ts';

/**
 * Gives every heading the id that the outline knows it by; those within lists and quotations, which
 * are no sections, get what is left.
 */
export function remarkHeadingIds() {
	return (root: Root): void => {
		const sections = root.children.filter((node) => node.type === 'heading');
		const others: Heading[] = [];
		visit(root, 'heading', (node) => {
			if (!sections.includes(node)) others.push(node);
		});
		const headings = [...sections, ...others];
		for (const node of headings) node.children = splitOwnId(node).shown.children;
		const slugs = toUniqueSlugs(headings.map(toSlugText));
		for (const [index, node] of headings.entries()) {
			node.data = { ...node.data, hProperties: { id: slugs[index] ?? '' } };
		}
	};
}
