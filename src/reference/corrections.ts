import type { Outline } from '../notes/notes.ts';
import type { Message } from '../input/message.ts';
import type { Reference } from './reference.ts';
import type { Correction } from './schema/correction.ts';
import { toMessage } from '../input/message.ts';
import { flatten, toPlace } from '../notes/notes.ts';
import { linkTable } from './addresses.ts';
import { escapeText, join, renderAnchor, renderFrame, renderList } from './markdown.ts';
import { findPlace, type Remark } from './place.ts';

/** A correction at the place of the notes that it is about. */
export type PlacedCorrection = Remark & { correction: Correction; lines: string[] };

/** The page of all corrections. */
export const correctionsId = 'corrections';

/** Finds the place of each correction; what fits no longer is a warning with a line. */
export function placeCorrections(
	file: string,
	outline: Outline,
	reference: Pick<Reference, 'tables'> & { readonly corrections: readonly Correction[] },
): { placed: PlacedCorrection[]; messages: Message[] } {
	const placed: PlacedCorrection[] = [];
	const messages: Message[] = [];
	for (const correction of reference.corrections) {
		const lines = renderCorrection(correction, reference);
		for (const { heading, quote } of correction.at) {
			const place = findPlace(outline, heading, quote);
			if (place) placed.push({ ...place, correction, lines });
			else messages.push(toGone(file, outline, correction.id, heading, quote));
		}
	}
	return { placed, messages };
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

function toGone(
	file: string,
	outline: Outline,
	id: string,
	heading: string,
	quote: string,
): Message {
	const section = flatten(outline.sections).find(({ title }) => title === heading);
	const what = section ? `the words “${quote}” are gone` : `the heading \`${heading}\` is gone`;
	const place = section ? toPlace(section.heading.node) : { line: 1, column: 1 };
	return toMessage(
		{ file, ...place, rule: 'correction-fits', isWarning: true },
		`correction \`${id}\` no longer fits: ${what}`,
		'Correct its `at` in src/content/corrections.yaml, or delete it if it is settled.',
	);
}
