import type { Entry } from './entry.ts';
import { toLexicon, type Lexicon } from './lexicon.ts';
import { toReadings } from './reading.ts';
import { toScores } from './score.ts';
import { toTiers } from './tiers.ts';
import { least, shares } from './weights.ts';
import { toSides } from './versus.ts';

/** An entry that answers a query, and how well. */
export interface Ranked {
	entry: Entry;
	/** Above 1 when a whole name was matched; see `tiers` in weights.ts. */
	score: number;
}

/** Ranks entries for queries. The same code runs in the dialog and in `npm run search:quality`. */
export type Ranker = (query: string) => Ranked[];

/** Longer queries are cut: nobody types so much, and what is pasted says it at its beginning. */
const longest = 300;

/** Reads the entries once and gives the function that ranks them. */
export function toRanker(entries: readonly Entry[]): Ranker {
	const lexicon = toLexicon(entries);
	return (query) => {
		const text = query.slice(0, longest).trim();
		if (text === '') return [];
		const sides = toSides(text);
		return sides.length < 2 ? rank(text, lexicon) : rankSides(text, sides, lexicon);
	};
}

function rank(query: string, lexicon: Lexicon): Ranked[] {
	const { entries } = lexicon;
	const scores = toTiers(query, entries);
	for (const reading of toReadings(query, lexicon)) {
		for (const [entry, score] of toScores(reading, lexicon)) {
			scores.set(entry, Math.max(scores.get(entry) ?? 0, score));
		}
	}
	return [...scores]
		.filter(([, score]) => score >= least)
		.flatMap(([index, score]) => {
			const entry = entries[index];
			if (entry === undefined) return [];
			const order = shares.order * (1 - index / entries.length);
			const more = order + (entry.owner ? 0 : shares.page);
			return [{ entry, score: score * (entry.isAside ? shares.aside : 1) + more }];
		})
		.sort((a, b) => b.score - a.score);
}

/**
 * `add vs copy`: what speaks of both sides comes first, then the first thing of each side, in the
 * order in which they were typed.
 */
function rankSides(query: string, sides: readonly string[], lexicon: Lexicon): Ranked[] {
	const whole = rank(query, lexicon);
	const answers = sides.map((side) => rank(side, lexicon));
	const both = whole.filter(({ entry }) => isAboutAll(entry, answers));
	const own = both.filter(({ entry }) => !entry.isAside).slice(0, 1);
	const firsts = answers.flatMap((answer) => answer.slice(0, 1));
	const all = [...own, ...firsts, ...both.filter(({ entry }) => entry.isAside), ...whole];
	return all.filter(({ entry }, at) => all.findIndex((other) => other.entry === entry) === at);
}

/** Whether a text answers each side, as the section `Entrypoint vs CMD` does. */
function isAboutAll(entry: Entry, answers: readonly Ranked[][]): boolean {
	const isNamed = (ranked: Ranked) => ranked.entry === entry && ranked.score > shares.side;
	return entry.kind === 'concept' && answers.every((answer) => answer.some(isNamed));
}
