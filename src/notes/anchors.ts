import type { Outline } from './outline.ts';
import type { Place } from './problem.ts';
import { toTokens, type HtmlAttribute } from './html/tokens.ts';
import { findNodes } from './nodes.ts';
import { toRange } from './outline.ts';
import { toPlace, toPlaceBehind } from './problem.ts';

/** An attribute of raw HTML and where it stands in the notes. */
export interface PlacedAttribute extends HtmlAttribute, Place {
	/** The element that has it. */
	element: string;
}

/** An `id` of raw HTML, which links may lead to. */
export interface Anchor {
	name: string;
	/** The `id` that the page has in its place. */
	fragment: string;
	/** The offset in the notes. */
	start: number;
}

/** The ids that raw HTML in the notes gives; on the page they have a prefix, as on GitHub. */
export function findAnchors(outline: Pick<Outline, 'root' | 'source'>): Anchor[] {
	return findAttributes(outline)
		.filter(({ name, value }) => (name === 'id' || name === 'name') && value !== '')
		.map(({ value, start }) => ({ name: value, fragment: `user-content-${value}`, start }));
}

/** The attributes of all tags of raw HTML in the notes, with offsets in the notes. */
export function findAttributes({
	root,
	source,
}: Pick<Outline, 'root' | 'source'>): PlacedAttribute[] {
	const found: PlacedAttribute[] = [];
	for (const node of findNodes(root, 'html')) {
		const { start, end } = toRange(node);
		// Not the node's value, which lacks what a list or a quotation puts before each line.
		const html = source.slice(start, end);
		for (const { name: element, attributes } of toTokens(html)) {
			for (const attribute of attributes) {
				found.push({
					...attribute,
					...toPlaceBehind(toPlace(node), html.slice(0, attribute.start)),
					element,
					start: start + attribute.start,
					end: start + attribute.end,
				});
			}
		}
	}
	return found;
}
