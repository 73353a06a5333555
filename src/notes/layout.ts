/** What a page or a part of it is about; it decides the tag and the colour. */
export type Kind = 'instruction' | 'command' | 'check' | 'concept';

/** How one heading of the notes is presented where the default does not serve. */
export interface Presentation {
	/** Stands in the address in place of the heading's own slug. */
	slug?: string;
	/** What the section and everything below it is about. Default: `concept`. */
	kind?: Kind;
	/** Each sub-section gets a page of its own, behind an index page. */
	split?: true;
	/** Left out of the site: a hand-written table of contents that the navigation replaces. */
	dropped?: true;
}

/**
 * The choices of presentation, by heading. A heading that is not listed gets the default: sections
 * of depth 2 are groups, those of depth 3 are pages, deeper ones are parts of their page.
 */
export const layout: Readonly<Record<string, Presentation>> = {
	Index: { dropped: true },
	'Core Dockerfile Instructions': {
		slug: 'instructions',
		kind: 'instruction',
		split: true,
	},
	'Building & Managing Images': { kind: 'command' },
};

/** The presentation of a heading; empty for one that the table does not name. */
export function presentationOf(title: string): Presentation {
	return Object.hasOwn(layout, title) ? (layout[title] ?? {}) : {};
}
