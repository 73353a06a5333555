import type { SitePage } from '../reference/site.ts';
import { parseOutline, type Outline } from '../notes/outline.ts';

const outlines = new WeakMap<SitePage, Outline>();

/** The outline of a page's body, parsed once for all who ask about the same page. */
export function toOutline(page: SitePage): Outline {
	const known = outlines.get(page) ?? parseOutline(page.body);
	outlines.set(page, known);
	return known;
}
