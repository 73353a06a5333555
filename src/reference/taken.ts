import type { Reference } from './reference.ts';

/** What stands at the root of every site beside the pages of the notes. */
const always = ['404', 'a-z', 'api', 'cheatsheet', 'pagefind', 'search', 'snippets', '_astro'];

/** The ids that pages of the notes cannot have, because other pages have them. */
export function toTaken(reference: Reference | undefined): string[] {
	if (reference === undefined) return always;
	const { commands, checks, corrections } = reference;
	return [
		...always,
		...(commands.length > 0 ? ['commands'] : []),
		...(checks.length > 0 ? ['checks'] : []),
		...(corrections.length > 0 ? ['corrections'] : []),
	];
}
