import type { Image, ImageReference, Link, LinkReference, Nodes } from 'mdast';
import type { Edit } from './body.ts';
import type { Outline } from './outline.ts';
import type { Targets } from './targets.ts';
import { findAttributes } from './anchors.ts';
import { findNodes } from './nodes.ts';
import { toRange } from './outline.ts';

type Tree = Pick<Outline, 'root' | 'source'>;

/** Where a link's address stands: after `](` or, in a definition, after `]:`. */
const destination = /\](?:\(|:)\s*<?([^\s)>]+)/;

/**
 * Links to headings and files of the notes get the address that these have on the site. Of links
 * and pictures that lead nowhere only the words stay.
 */
export function toLinkEdits({ root, source }: Tree, targets: Targets): Edit[] {
	const edits = toHtmlEdits({ root, source }, targets);
	const lost = new Set<string>();
	for (const node of findNodes(root, 'definition')) {
		const target = targets(node.url, false);
		if (target.type === 'place') edits.push(...toDestination(node, undefined, source, target.href));
		if (target.type === 'missing') lost.add(node.identifier);
	}
	for (const node of findNodes(root, 'linkReference', 'imageReference')) {
		if (lost.has(node.identifier)) edits.push(...toWords(node, source));
	}
	for (const node of findNodes(root, 'link', 'image')) {
		const target = targets(node.url, node.type === 'image');
		const last = node.type === 'link' ? node.children.at(-1) : undefined;
		if (target.type === 'place') edits.push(...toDestination(node, last, source, target.href));
		else if (target.type !== 'elsewhere') edits.push(...toWords(node, source));
	}
	return edits;
}

/** The same for HTML: a picture without an address shows its words. */
function toHtmlEdits(tree: Tree, targets: Targets): Edit[] {
	return findAttributes(tree).flatMap(({ element, name, value, start, end }) => {
		const isImage = element === 'img' && name === 'src';
		const isLink = element === 'a' && name === 'href';
		const target = isImage || isLink ? targets(value, isImage) : undefined;
		if (target === undefined || target.type === 'elsewhere') return [];
		return [{ start, end, text: target.type === 'place' ? `href="${target.href}"` : '' }];
	});
}

function toDestination(node: Nodes, last: Nodes | undefined, source: string, href: string): Edit[] {
	const range = findDestination(node, last, source);
	return range === undefined ? [] : [{ ...range, text: href }];
}

/** Where the address of a link, an image or a definition stands; `last` is the end of a link's text. */
export function findDestination(
	node: Nodes,
	last: Nodes | undefined,
	source: string,
): { start: number; end: number } | undefined {
	const range = toRange(node);
	const from = last === undefined ? range.start : toRange(last).end;
	const text = source.slice(from, range.end);
	const [before = '', url] = destination.exec(text) ?? [];
	if (url === undefined) return undefined;
	const start = from + text.indexOf(before) + before.length - url.length;
	return { start, end: start + url.length };
}

/** Takes the marks of a link or a picture away, and leaves what stands between its brackets. */
function toWords(node: Link | Image | LinkReference | ImageReference, source: string): Edit[] {
	const { start, end } = toRange(node);
	if ('children' in node) {
		const [first] = node.children;
		const last = node.children.at(-1);
		if (first === undefined || last === undefined) return [{ start, end, text: '' }];
		return [
			{ start, end: toRange(first).start, text: '' },
			{ start: toRange(last).end, end, text: '' },
		];
	}
	const [mark = '', words = ''] = /^!\[([\s\S]*?)\]/.exec(source.slice(start, end)) ?? [];
	if (mark === '') return [];
	return [
		{ start, end: start + 2, text: '' },
		{ start: start + 2 + words.length, end, text: '' },
	];
}
