import type { Heading, Parents, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { toUniqueSlugs } from './slug.ts';
import { isLineBreakHtml } from './spacers.ts';
import { toSlugText, withoutOwnId } from './text.ts';

/** Makes breaks of `<br>` within a text; between blocks, where it only makes space, it vanishes. */
export function remarkBreaks() {
	return (root: Root): void => {
		visit(root, 'html', (node, index, parent) => {
			if (parent === undefined || index === undefined || !isLineBreakHtml(node)) return;
			parent.children.splice(index, 1, ...(isPhrasing(parent) ? [{ type: 'break' } as const] : []));
			return [SKIP, index];
		});
	};
}

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
		for (const node of headings) node.children = withoutOwnId(node).children;
		const slugs = toUniqueSlugs(headings.map(toSlugText));
		for (const [index, node] of headings.entries()) {
			node.data = { ...node.data, hProperties: { id: slugs[index] ?? '' } };
		}
	};
}

function isPhrasing(parent: Parents): boolean {
	return [
		...['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'delete', 'link'],
		'linkReference',
	].includes(parent.type);
}
