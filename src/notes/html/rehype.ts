import type { Element, ElementContent, Parents, Root } from 'hast';
import type { Schema } from 'hast-util-sanitize';
import { phrasing } from 'hast-util-phrasing';
import { visit } from 'unist-util-visit';
import { toFrame } from '../rehype.ts';
import { titleMark } from '../title.ts';
import { dropBreaks } from './breaks.ts';
import { toElements } from './element.ts';
import { schema } from './schema.ts';

/** What may stand in a title: words, no blocks and no links, which headings have of their own. */
const inHeading = allow(isPhrasing);

/** A link within a link is none. */
const inLink = allow((name) => name !== 'a' && isPhrasing(name));

/**
 * Makes elements of the raw HTML in notes, as far as it is safe and closed where it was opened; the
 * rest is the text that it is. Must stand before what else looks at elements, and behind what is
 * meant for tables of Markdown.
 */
export function rehypeHtml() {
	return (root: Root): void => {
		makeWithin(root, schema);
		dropTitle(root);
		visit(root, 'element', tidy);
		dropBreaks(root);
		dropEqualIds(root);
	};
}

function allow(isAllowed: (name: string) => boolean): Schema {
	return { ...schema, tagNames: (schema.tagNames ?? []).filter(isAllowed) };
}

function isPhrasing(tagName: string): boolean {
	return phrasing({ type: 'element', tagName, properties: {}, children: [] });
}

function makeWithin(parent: Parents, safe: Schema): void {
	for (const child of parent.children) {
		if (child.type === 'element') makeWithin(child, toSafe(child, safe));
	}
	if (!parent.children.some(({ type }) => type === 'raw')) return;
	const made = toElements(parent.children, safe).map(toFramed);
	parent.children = isFlow(parent) ? wrapText(made) : made;
	if (parent.type === 'element' && parent.tagName === 'p') toContainer(parent);
}

/** A table that is wider than the page scrolls. Deeper ones scroll with what they stand in. */
function toFramed(node: ElementContent): ElementContent {
	const isOwn = node.type === 'element' && node.tagName === 'table';
	return isOwn ? toFrame(node) : node;
}

function toSafe({ tagName }: Element, safe: Schema): Schema {
	if (/^h[1-6]$/.test(tagName)) return inHeading;
	return tagName === 'a' ? inLink : safe;
}

function isFlow(parent: Parents): boolean {
	return parent.type === 'root' || ['blockquote', 'div'].includes(parent.tagName);
}

/** Puts words that stand beside blocks into paragraphs of their own. */
function wrapText(children: readonly ElementContent[]): ElementContent[] {
	const wrapped: ElementContent[] = [];
	let words: ElementContent[] = [];
	const flush = (): void => {
		const isBlank = words.every((node) => node.type === 'text' && node.value.trim() === '');
		if (isBlank) wrapped.push(...words);
		else wrapped.push({ type: 'element', tagName: 'p', properties: {}, children: words });
		words = [];
	};
	for (const child of children) {
		// A line feed of its own stands between blocks.
		const isGap = child.type === 'text' && child.value === '\n';
		if (!isGap && (child.type === 'text' || phrasing(child))) words.push(child);
		else {
			flush();
			wrapped.push(child);
		}
	}
	flush();
	return wrapped;
}

/** The page says its title above everything that stands on it. */
function dropTitle(root: Root): void {
	visit(root, { tagName: 'h1' }, (node, index, parent) => {
		if (String(node.properties['itemProp']) !== titleMark || index === undefined) return;
		parent?.children.splice(index, 1);
		return index;
	});
}

/** What browsers would not take as it was written, and what is written otherwise today. */
function tidy(node: Element): void {
	if (node.tagName === 'p') toContainer(node);
	if (node.tagName === 'h1') node.tagName = 'h2';
	if (node.tagName === 'tt') node.tagName = 'code';
	if (node.tagName === 'strike') node.tagName = 's';
	if (node.tagName === 'pre' && !isFence(node)) {
		Object.assign(node.properties, { className: ['html-code'], tabIndex: 0 });
	}
	const { name, id } = node.properties;
	if (name === undefined) return;
	delete node.properties['name'];
	if (id === undefined) node.properties['id'] = name;
}

/** What Expressive Code makes a frame of. */
function isFence({ children: [child, ...others] }: Element): boolean {
	return child?.type === 'element' && child.tagName === 'code' && others.length === 0;
}

/** A paragraph holds no blocks: a browser would end it before the first. */
function toContainer(node: Element): void {
	const isBlock = (child: ElementContent) => child.type === 'element' && !phrasing(child);
	if (node.children.some(isBlock)) node.tagName = 'div';
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
