import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';

/** A page without the quotes around attributes that need none, and without empty values. */
export function shorten(html: string): string {
	return toHtml(fromHtml(html), {
		preferUnquoted: true,
		collapseEmptyAttributes: true,
		characterReferences: { useNamedReferences: true },
		// Only Internet Explorer took an apostrophe or a backtick between quotes for the end of a value.
		allowDangerousCharacters: true,
	});
}
