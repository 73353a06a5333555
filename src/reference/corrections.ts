import type { Outline } from '../notes/outline.ts';
import type { Problem } from '../notes/problem.ts';
import type { Correction } from './schema/correction.ts';
import { flatten } from '../notes/outline.ts';
import { escapeText, join, renderAnchor } from './markdown.ts';
import { findPlace, type Remark } from './place.ts';

/** A correction at the place of the notes that it is about. */
export type PlacedCorrection = Remark & { correction: Correction; lines: string[] };

/** The page of all corrections. */
export const correctionsId = 'corrections';

/** Finds the place of each correction; what fits no longer is a warning with a line. */
export function placeCorrections(
	outline: Outline,
	corrections: readonly Correction[],
): { placed: PlacedCorrection[]; problems: Problem[] } {
	const placed: PlacedCorrection[] = [];
	const problems: Problem[] = [];
	for (const correction of corrections) {
		for (const { heading, quote } of correction.at) {
			const place = findPlace(outline, heading, quote);
			if (place) placed.push({ ...place, correction, lines: renderCorrection(correction) });
			else problems.push(toProblem(outline, correction.id, heading, quote));
		}
	}
	return { placed, problems };
}

/** What stands beside the notes: a quotation that GitHub shows as an alert too. */
export function renderCorrection(correction: Correction): string[] {
	const { id, text, since, links, checked } = correction;
	const known = since === undefined ? '' : ` Since ${escapeText(since)}.`;
	const sources = links.map(({ title, url }) => `[${escapeText(title)}](${url})`).join(', ');
	return [
		'> [!IMPORTANT]',
		`> ${text}${known}<!-- #correction-${id} -->`,
		`> ${sources} · checked ${checked}`,
	];
}

/** The page that lists every correction with the place it is about. */
export function renderCorrections(
	corrections: readonly Correction[],
	hrefOf: (heading: string) => string,
): string {
	const items = corrections.map((correction) => {
		const { id, at, severity, verdict, text, since, links, checked } = correction;
		const places = at.map(
			({ heading, quote }) =>
				`[${escapeText(heading)}](${hrefOf(heading)}): “${escapeText(quote)}”`,
		);
		const known = since === undefined ? '' : ` Since ${escapeText(since)}.`;
		const sources = links.map(({ title, url }) => `[${escapeText(title)}](${url})`).join(', ');
		return join([
			`${places.join('; ')} (${verdict}, ${severity})${renderAnchor(id)}`,
			`  ${text}${known} ${sources}, checked ${checked}.`,
		]);
	});
	const lead =
		'The notes stay as their author wrote them. What does not hold, or not any more, is said ' +
		`beside them. These are all ${corrections.length} corrections, in the order of the notes.`;
	return join([lead, items.map((item) => `- ${item}`).join('\n')]);
}

function toProblem(outline: Outline, id: string, heading: string, quote: string): Problem {
	const section = flatten(outline.sections).find(({ title }) => title === heading);
	const what = section ? `the words “${quote}” are gone` : `the heading \`${heading}\` is gone`;
	return {
		severity: 'warning',
		line: section?.line ?? 1,
		text: `correction \`${id}\` no longer fits: ${what}`,
		hint: `Correct its \`at\` in src/content/corrections.yaml, or delete it if it is settled.`,
	};
}
