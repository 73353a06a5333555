import { flatten, parseOutline } from '../notes/notes.ts';
import { toUniqueSlugs } from '../notes/notes.ts';

/** A heading of a page, as its table of contents shows it. */
export interface PageHeading {
	depth: number;
	slug: string;
	text: string;
}

/** The headings of a page with the ids that they get when it is rendered. */
export function toHeadings(body: string): readonly PageHeading[] {
	const sections = flatten(parseOutline(body).sections).filter(({ title }) => title !== '');
	const slugs = toUniqueSlugs(sections.map(({ title }) => title));
	return sections.map(({ depth, title }, index) => ({
		depth,
		slug: slugs[index] ?? '',
		text: title,
	}));
}
