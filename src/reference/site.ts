import type { Outline } from '../notes/outline.ts';
import type { PlacedCorrection } from './corrections.ts';
import type { SitePage } from './pages/page.ts';
import type { Reference } from './reference.ts';
import { homeId } from '../notes/address.ts';
import { toPages } from '../notes/pages.ts';
import { addAges } from './aside.ts';
import { addContents } from './contents.ts';
import { toHeadings } from './headings.ts';
import { toCheckPages } from './pages/checks.ts';
import { toCommandPages } from './pages/commands.ts';
import { toDockerfilePages } from './pages/dockerfile.ts';
import { toAtozPage, toCorrectionsPage } from './pages/indexes.ts';
import { toRemarkEdits } from './place.ts';

export type { SitePage } from './pages/page.ts';

/** What the pages are made from. */
export interface Ingredients {
	outline: Outline;
	reference: Reference;
	placed: readonly PlacedCorrection[];
	/** The day that supports of images are compared with, as `2026-11-24`. */
	today: string;
}

/** All pages in the order of the site: the notes with the facts, then commands, checks, indexes. */
export function toSite({ outline, reference, placed, today }: Ingredients): SitePage[] {
	const notes = toPages(outline, toRemarkEdits(placed)).filter(({ id }) => id !== homeId);
	const pages = [
		...toDockerfilePages(notes, reference),
		...toCommandPages(notes, reference),
		...toCheckPages(reference),
		toCorrectionsPage(outline, placed),
	];
	const shown = addContents(pages).map((page) => ({
		...page,
		body: addAges(page.body, reference.lifecycles, today),
	}));
	const complete = shown.map((page) => ({ ...page, headings: toHeadings(page.body) }));
	return [...complete, toAtozPage(reference, complete)];
}
