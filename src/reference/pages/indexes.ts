import type { Topic } from '../../notes/notes.ts';
import type { PlacedCorrection } from '../corrections.ts';
import type { Reference } from '../reference.ts';
import { toHref } from '../../notes/notes.ts';
import { flatten } from '../../notes/notes.ts';
import { atozId, renderAtoz, toTerms } from '../atoz.ts';
import { correctionsId, renderCorrections } from '../corrections.ts';
import { toHeadings } from '../headings.ts';
import { toFactPage, type SitePage } from './page.ts';

/** The page of all corrections to the notes; none without any. */
export function toCorrectionsPages(
	topics: readonly Topic[],
	reference: Reference,
	placed: readonly PlacedCorrection[],
): SitePage[] {
	const corrections = [...new Set(placed.map(({ correction }) => correction))];
	if (corrections.length === 0) return [];
	const page = toFactPage({
		id: correctionsId,
		title: 'Corrections to the notes',
		description: 'What the notes say that does not hold, or not any more, and what does.',
		kind: 'concept',
		isIndex: true,
		parents: [],
		body: renderCorrections(corrections, reference, (heading) => toHeadingHref(topics, heading)),
		file: 'src/content/corrections.yaml',
	});
	return [page];
}

function toHeadingHref(topics: readonly Topic[], heading: string): string {
	for (const { plan } of topics) {
		const section = flatten([plan.root]).find(({ title }) => title === heading);
		const place = section && plan.places.get(section);
		if (place) return toHref(place);
	}
	return '/';
}

/** The index of the book; `pages` are all the others. */
export function toAtozPage(reference: Reference, pages: readonly SitePage[]): SitePage {
	const body = renderAtoz(toTerms(reference, pages));
	return toFactPage({
		id: atozId,
		title: 'A–Z',
		description:
			reference.instructions.length > 0
				? 'Every instruction, option, flag, command, check and idea in alphabetical order.'
				: 'Every page and section in alphabetical order.',
		kind: 'concept',
		isIndex: true,
		parents: [],
		body,
		headings: toHeadings(body),
	});
}
