/* What is compared, as `copy vs add` is: both sides and what speaks of both. */
import type { Entry, Ranked, Ranking } from './record.ts';
import { toTellingStems } from './spelling.ts';

const versus = /\s+(?:vs\.?|versus|compared (?:to|with))\s+/i;
const choice = /\s+(?:or|instead of|rather than)\s+/i;
const difference = /\bdifferences?\b(?:\s+between)?|\bdifferent\b|\s+(?:and|from|to|than)\s+/i;

/** `the add and copy instructions in a Dockerfile` has more words than sides. */
const around =
	/\s+in (?:an? |the )?(?:docker|dockerfile|compose)\b.*$|\s+(?:commands?|instructions?)\b/gi;

/** A choice has few words; a message with `or` in it has many: `no such file or directory`. */
const few = 5;

/** The sides of a comparison: `add vs copy` has two. One side when nothing is compared. */
export function toSides(query: string): string[] {
	const sides = query.replace(around, '').split(toSeparator(query));
	return sides.filter((side) => toTellingStems(side).length > 0);
}

function toSeparator(query: string): RegExp {
	if (versus.test(query)) return versus;
	// `with a different entrypoint` compares nothing.
	if (/\bdifferences?\b|\bdifferent (?:from|to|than)\b/i.test(query)) return difference;
	return query.split(/\s+/).length <= few ? choice : /$^/;
}

/** `cmd vs entrypoint`: a title that says more than this beside the sides is about something else. */
const least = 0.6;

/**
 * `add vs copy`: what speaks of both sides comes first, then the first thing of each side, in the
 * order in which they were typed.
 */
export function rankSides(
	query: string,
	sides: readonly string[],
	rank: (query: string) => Ranking,
): Ranking {
	const { ranked, stems } = rank(query);
	const shares = ranked.map((one) => ({ one, share: toAboutAll(one.entry, sides) }));
	const [both] = shares.filter(({ share }) => share > least).sort((a, b) => b.share - a.share);
	const all = [
		...(both ? [both.one] : []),
		...sides.flatMap((side) => rank(side).ranked.slice(0, 1)),
		...ranked,
	];
	const isFirst = ({ entry }: Ranked, at: number) =>
		all.findIndex((other) => other.entry === entry) === at;
	return { ranked: all.filter(isFirst), stems };
}

/** How much of what a text is called is about the sides, as all of `COPY or ADD` is; 0 when one is not named. */
function toAboutAll({ kind, name, words, isHeading }: Entry, sides: readonly string[]): number {
	// `image used by container` is a trouble with both, and no comparison.
	if (!isHeading || kind === 'answer') return 0;
	const wanted = new Set(sides.flatMap(toTellingStems));
	const phrases = [name, ...words].map((phrase) => new Set(toTellingStems(phrase)));
	return Math.max(
		...phrases.map((said) => (wanted.isSubsetOf(said) ? wanted.size / said.size : 0)),
	);
}
