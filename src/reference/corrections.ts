import type { Outline } from '../notes/outline.ts';
import type { Problem } from '../notes/problem.ts';
import type { Reference } from './reference.ts';
import type { Correction } from './schema/correction.ts';
import { flatten } from '../notes/outline.ts';
import { toPlace } from '../notes/problem.ts';
import { toProblem } from '../notes/rules/rule.ts';
import { correctionFits } from '../notes/rules/site.ts';
import { linkTable } from './addresses.ts';
import { escapeText, join, renderAnchor, renderFrame, renderList } from './markdown.ts';
import { findPlace, type Remark } from './place.ts';

/** A correction at the place of the notes that it is about. */
export type PlacedCorrection = Remark & { correction: Correction; lines: string[] };

/** The page of all corrections. */
export const correctionsId = 'corrections';

/** Finds the place of each correction; what fits no longer is a warning with a line. */
export function placeCorrections(
	outline: Outline,
	reference: Pick<Reference, 'tables'> & { readonly corrections: readonly Correction[] },
): { placed: PlacedCorrection[]; problems: Problem[] } {
	const placed: PlacedCorrection[] = [];
	const problems: Problem[] = [];
	for (const correction of reference.corrections) {
		const lines = renderCorrection(correction, reference);
		for (const { heading, quote } of correction.at) {
			const place = findPlace(outline, heading, quote);
			if (place) placed.push({ ...place, correction, lines });
			else problems.push(toGone(outline, correction.id, heading, quote));
		}
	}
	return { placed, problems };
}

/** What stands beside the notes: a quotation that GitHub shows as an alert too. */
function renderCorrection(correction: Correction, reference: Pick<Reference, 'tables'>): string[] {
	return [
		'> [!IMPORTANT]',
		`> ${correction.text}<!-- today --><!-- #correction-${correction.id} -->`,
		'>',
		`> ${renderProof(correction, reference)}`,
	];
}

/** Since when it holds, where there is more to read, what says so, and when it was checked. */
function renderProof(correction: Correction, reference: Pick<Reference, 'tables'>): string {
	const { since, see, links, checked } = correction;
	return [
		since === undefined ? '' : `Since ${escapeText(since)}`,
		see === undefined ? '' : linkTable(see, reference),
		links.map(({ title, url }) => `[${escapeText(title)}](${url})`).join(', '),
		`checked ${checked}`,
	]
		.filter(Boolean)
		.join(' · ');
}

/** The page that lists every correction with the place it is about. */
export function renderCorrections(
	corrections: readonly Correction[],
	reference: Pick<Reference, 'tables'>,
	hrefOf: (heading: string) => string,
): string {
	const items = corrections.map((correction) => {
		const { id, at, text, verdict } = correction;
		const places = at.map(
			({ heading, quote }) =>
				`“${escapeText(quote)}” in [${escapeText(heading)}](${hrefOf(heading)})`,
		);
		const lead = `**${places.join('; ')}** (${verdict})${renderAnchor(id)}`;
		return join([lead, text, renderProof(correction, reference)]);
	});
	const lead =
		'The notes stay as their author wrote them. What does not hold, or not any more, is said ' +
		`beside them. These are all ${corrections.length} corrections, in the order of the notes.`;
	return join([lead, renderFrame('corrections', renderList(items))]);
}

function toGone(outline: Outline, id: string, heading: string, quote: string): Problem {
	const section = flatten(outline.sections).find(({ title }) => title === heading);
	const what = section ? `the words “${quote}” are gone` : `the heading \`${heading}\` is gone`;
	const place = section ? toPlace(section.heading.node) : { line: 1, column: 1 };
	const text = `correction \`${id}\` no longer fits: ${what}`;
	return toProblem(correctionFits, { ...place, text }, {});
}
