import type { Outline } from '../notes/outline.ts';
import type { PlacedCorrection } from './corrections.ts';
import type { SitePage } from './pages/page.ts';
import type { Reference } from './reference.ts';
import type { Lifecycle } from './schema/lifecycle.ts';
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
		toCorrectionsPage(outline, reference, placed),
	];
	const complete = toFinished(addContents(pages), reference.lifecycles, today);
	return [...complete, toAtozPage(reference, complete)];
}

/** What is known of a page once its body is parsed. */
type Finish = Pick<SitePage, 'body' | 'headings'>;

/** By what they are made from: most pages are the same after a save, and parsing takes longest. */
let finishes: ReadonlyMap<string, Finish> = new Map();

function toFinished(
	pages: readonly SitePage[],
	lifecycles: readonly Lifecycle[],
	today: string,
): SitePage[] {
	const key = JSON.stringify([today, lifecycles]);
	const next = new Map<string, Finish>();
	const finished = pages.map((page) => {
		const made = key + page.body;
		const finish = next.get(made) ?? finishes.get(made) ?? toFinish(page, lifecycles, today);
		next.set(made, finish);
		return { ...page, ...finish };
	});
	finishes = next;
	return finished;
}

function toFinish(page: SitePage, lifecycles: readonly Lifecycle[], today: string): Finish {
	const body = addAges(page.body, lifecycles, today);
	return { body, headings: toHeadings(body) };
}
