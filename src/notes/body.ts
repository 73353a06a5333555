import type { Outline, Section } from './outline.ts';
import type { Address } from './address.ts';
import { visit } from 'unist-util-visit';
import { toHref } from './address.ts';
import { flatten, toRange } from './outline.ts';

/** A replacement of `source.slice(start, end)`; what it does not name stays as the author wrote it. */
export interface Edit {
	start: number;
	end: number;
	text: string;
}

/** The source between two offsets with the edits that lie within applied. */
export function cut(source: string, start: number, end: number, edits: readonly Edit[]): string {
	let text = '';
	let from = start;
	for (const edit of edits) {
		if (edit.start < from || edit.end > end) continue;
		text += source.slice(from, edit.start) + edit.text;
		from = edit.end;
	}
	return text + source.slice(from, end);
}

/**
 * The only changes that a page makes to the source: headings rise so that the page's own heading
 * becomes its title, and links to headings lead to the page that holds the heading.
 */
export function toEdits(outline: Outline, addresses: ReadonlyMap<Section, Address>): Edit[] {
	const edits = [...toRaised(outline, addresses), ...toLinks(outline, addresses)];
	return edits.sort((a, b) => a.start - b.start);
}

/**
 * Takes the `#` marks from headings inside a page: below a page of depth 3 a `####` becomes `##`.
 * Only ATX headings can stand there, because a setext heading has depth 1 or 2.
 */
function toRaised(outline: Outline, addresses: ReadonlyMap<Section, Address>): Edit[] {
	const edits: Edit[] = [];
	let pageDepth = 1;
	for (const section of flatten(outline.sections)) {
		const address = addresses.get(section);
		if (address === undefined) continue;
		if (address.fragment === '') pageDepth = section.depth;
		const surplus = address.fragment === '' ? 0 : pageDepth - 1;
		if (surplus > 0) edits.push({ start: section.start, end: section.start + surplus, text: '' });
	}
	return edits;
}

/** Where a link's address stands: after `](` or, in a definition, after `]:`. */
const destination = /\](?:\(|:)\s*<?([^\s)>]+)/;

/** The anchor that a link means: `#gr%C3%B6%C3%9Fe` and `#größe` are the same. */
export function toAnchor(url: string): string {
	try {
		return decodeURIComponent(url.slice(1));
	} catch {
		return url.slice(1);
	}
}

function toLinks(outline: Outline, addresses: ReadonlyMap<Section, Address>): Edit[] {
	const byAnchor = new Map<string, Address>();
	for (const [section, address] of addresses) byAnchor.set(section.anchor, address);
	const edits: Edit[] = [];
	visit(outline.root, ['link', 'definition'], (node) => {
		if (node.type !== 'link' && node.type !== 'definition') return;
		const target = node.url.startsWith('#') && byAnchor.get(toAnchor(node.url));
		if (!target) return;
		const range = toRange(node);
		const last = node.type === 'link' ? node.children.at(-1) : undefined;
		const from = last === undefined ? range.start : toRange(last).end;
		const [before = '', url] = destination.exec(outline.source.slice(from, range.end)) ?? [];
		if (url === undefined) return;
		const start = from + outline.source.slice(from).indexOf(before) + before.length - url.length;
		edits.push({ start, end: start + url.length, text: toHref(target) });
	});
	return edits;
}
