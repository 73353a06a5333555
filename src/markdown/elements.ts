import type { Comment, Element, ElementContent, Parents, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { titleMark } from '../notes/notes.ts';
import { schema } from './allowedHtml.ts';
import { toFrame } from './tables.ts';

const cleaner = unified().use(rehypeRaw).use(rehypeSanitize, schema).freeze();

/**
 * Makes elements of the raw HTML in notes, as far as it is safe. What is not from raw HTML (ids, classes
 * and roles of the page's own) goes by the sanitizer: comments hold its places. Must stand before what
 * else looks at elements, and behind what is meant for tables of Markdown.
 */
export function rehypeElements() {
	return (root: Root): void => {
		makeWithin(root);
		visit(root, 'element', (node, index, parent) => {
			tidy(node);
			if (parent === undefined || index === undefined || !isGone(node)) return;
			parent.children.splice(index, 1);
			return index;
		});
		dropEqualIds(root);
	};
}

function makeWithin(parent: Parents): void {
	for (const child of parent.children) if (child.type === 'element') makeWithin(child);
	if (!parent.children.some(({ type }) => type === 'raw')) return;
	const held = parent.children as ElementContent[];
	const places = held.map((child, at): ElementContent | Comment =>
		child.type === 'raw' ? child : { type: 'comment', value: String(at) },
	);
	const tree = cleaner.runSync({ type: 'root', children: places });
	visit(tree, 'comment', (node, index, around) => {
		const child = held[Number(node.value)];
		if (around === undefined || index === undefined || child === undefined) return;
		around.children[index] = child;
		return index + 1;
	});
	// A table that is wider than the page scrolls. Deeper ones scroll with what they stand in.
	const isTable = (node: ElementContent) => node.type === 'element' && node.tagName === 'table';
	parent.children = (tree.children as ElementContent[]).map((node) =>
		node.type === 'element' && isTable(node) ? toFrame(node) : node,
	);
}

/** Elements that a paragraph cannot hold: a browser would end it before the first. */
const blocks = /^(?:p|div|h[1-6]|ul|ol|dl|table|pre|blockquote|details|figure|hr|aside|section)$/;

/** What browsers would not take as it was written, and what is written otherwise today. */
function tidy(node: Element): void {
	const { tagName, children, properties } = node;
	const isBlock = (child: ElementContent) => child.type === 'element' && blocks.test(child.tagName);
	if (tagName === 'p' && children.some(isBlock)) node.tagName = 'div';
	if (tagName === 'tt') node.tagName = 'code';
	if (tagName === 'strike') node.tagName = 's';
	if (tagName === 'h1' && !isGone(node)) node.tagName = 'h2';
	if (tagName === 'pre' && !isFence(node)) {
		Object.assign(properties, { className: ['html-code'], tabIndex: 0 });
	}
	const { name, id } = properties;
	if (name === undefined || tagName === 'input') return;
	delete properties['name'];
	if (id === undefined) properties['id'] = name;
}

/** The page says its title above everything; of a paragraph that a block ended nothing is left. */
function isGone({ tagName, properties, children }: Element): boolean {
	if (tagName === 'h1') return String(properties['itemProp']) === titleMark;
	const isBlank = children.every((child) => child.type === 'text' && child.value.trim() === '');
	return tagName === 'p' && isBlank;
}

/** What Expressive Code makes a frame of. */
function isFence({ children: [child, ...others] }: Element): boolean {
	return child?.type === 'element' && child.tagName === 'code' && others.length === 0;
}

function dropEqualIds(root: Root): void {
	const seen = new Set<unknown>();
	visit(root, 'element', ({ properties }) => {
		const { id } = properties;
		if (id === undefined) return;
		if (seen.has(id)) delete properties['id'];
		seen.add(id);
	});
}
