import type { Html, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { toHeadingText } from './outline.ts';
import { toUniqueSlugs } from './slug.ts';
import { isComment, isLineBreakHtml } from './spacers.ts';

/**
 * Shows raw HTML as the text that it is, so that nothing in the notes can run. `<br>` breaks the
 * line within a text and vanishes between blocks; comments vanish.
 */
export function remarkHtmlAsText() {
	return (root: Root): void => {
		visit(root, 'html', (node, index, parent) => {
			if (parent === undefined || index === undefined) return;
			const shown = toShown(node, parent);
			parent.children.splice(index, 1, ...shown);
			return [SKIP, index + shown.length];
		});
	};
}

/** Gives every heading of the page the id that the outline knows it by. */
export function remarkHeadingIds() {
	return (root: Root): void => {
		const headings = root.children.filter((node) => node.type === 'heading');
		const slugs = toUniqueSlugs(headings.map(toHeadingText));
		for (const [index, node] of headings.entries()) {
			node.data = { ...node.data, hProperties: { id: slugs[index] ?? '' } };
		}
	};
}

/** Puts the base path before links within the site, which are written from `/`. */
export function remarkBase(base: string) {
	return (root: Root): void => {
		visit(root, ['link', 'image', 'definition'], (node) => {
			if (!('url' in node) || !node.url.startsWith('/') || node.url.startsWith('//')) return;
			node.url = base + node.url.slice(1);
		});
	};
}

function toShown(
	node: Html,
	parent: Parents,
): (RootContent & PhrasingContent)[] | [RootContent] | [] {
	const isInline = parent.type === 'paragraph' || parent.type === 'heading' || isPhrasing(parent);
	if (isLineBreakHtml(node)) return isInline ? [{ type: 'break' }] : [];
	if (isComment(node)) return [];
	const text = { type: 'text', value: node.value } as const;
	return isInline ? [text] : [{ type: 'paragraph', children: [text] }];
}

function isPhrasing(parent: Parents): boolean {
	return ['tableCell', 'emphasis', 'strong', 'delete', 'link', 'linkReference'].includes(
		parent.type,
	);
}
