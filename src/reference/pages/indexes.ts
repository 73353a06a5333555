import type { Outline } from '../../notes/outline.ts';
import type { PlacedCorrection } from '../corrections.ts';
import type { Reference } from '../reference.ts';
import { toAddresses, toHref } from '../../notes/address.ts';
import { flatten } from '../../notes/outline.ts';
import { atozId, renderAtoz, toTerms } from '../atoz.ts';
import { correctionsId, renderCorrections } from '../corrections.ts';
import { toHeadings } from '../headings.ts';
import { toFactPage, type SitePage } from './page.ts';

/** The page of all corrections to the notes. */
export function toCorrectionsPage(
	outline: Outline,
	reference: Reference,
	placed: readonly PlacedCorrection[],
): SitePage {
	const corrections = [...new Set(placed.map(({ correction }) => correction))];
	const addresses = toAddresses(outline);
	const sections = flatten(outline.sections);
	const hrefOf = (heading: string) => {
		const section = sections.find(({ title }) => title === heading);
		const address = section && addresses.get(section);
		return address ? toHref(address) : '/';
	};
	return toFactPage({
		id: correctionsId,
		title: 'Corrections to the notes',
		description: 'What the notes say that does not hold, or not any more, and what does.',
		kind: 'concept',
		isIndex: true,
		parents: [],
		body: renderCorrections(corrections, reference, hrefOf),
		file: 'src/content/corrections.yaml',
	});
}

/** The index of the book; `pages` are all the others. */
export function toAtozPage(reference: Reference, pages: readonly SitePage[]): SitePage {
	const body = renderAtoz(toTerms(reference, pages));
	return toFactPage({
		id: atozId,
		title: 'A–Z',
		description: 'Every instruction, option, flag, command, check and idea in alphabetical order.',
		kind: 'concept',
		isIndex: true,
		parents: [],
		body,
		headings: toHeadings(body),
	});
}
