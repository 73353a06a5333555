import { remember } from '../notes/memory.ts';
import { flatten, parseOutline } from '../notes/outline.ts';
import { toUniqueSlugs } from '../notes/slug.ts';

/** A heading of a page, as its table of contents shows it. */
export interface PageHeading {
	depth: number;
	slug: string;
	text: string;
}

/** The headings of a page with the ids that they get when it is rendered. */
export const toHeadings = remember(readHeadings);

function readHeadings(body: string): readonly PageHeading[] {
	const sections = flatten(parseOutline(body).sections).filter(({ title }) => title !== '');
	const slugs = toUniqueSlugs(sections.map(({ title }) => title));
	return sections.map(({ depth, title }, index) => ({
		depth,
		slug: slugs[index] ?? '',
		text: title,
	}));
}
