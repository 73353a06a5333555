import type { Entry } from './entry.ts';
import { toLexicon, type Lexicon } from './lexicon.ts';
import { toReadings, type Reading } from './reading.ts';
import { toScores } from './score.ts';
import { toTiers } from './tiers.ts';
import { toSides } from './versus.ts';
import { close, least, shares } from './weights.ts';

/** An entry that answers a query, and how well. */
export interface Ranked {
	entry: Entry;
	/** Above 1 when a whole name was matched; see `tiers` in weights.ts. */
	score: number;
}

/** The answers to a query, the best first. */
export interface Ranking {
	ranked: Ranked[];
	/** The stems of all words that the query stands for, to mark them. */
	stems: Set<string>;
}

/** Ranks entries for queries. The same code runs in the dialog and in `npm run search:quality`. */
export type Ranker = (query: string) => Ranking;

/** Longer queries are cut: nobody types so much, and what is pasted says it at its beginning. */
const longest = 300;

/** Reads the entries once and gives the function that ranks them. */
export function toRanker(
	entries: readonly Entry[],
	synonyms: readonly (readonly string[])[] = [],
): Ranker {
	const lexicon = toLexicon(entries, synonyms);
	return (query) => {
		const text = query.slice(0, longest).trim();
		if (text === '') return { ranked: [], stems: new Set() };
		const sides = toSides(text);
		return sides.length < 2 ? rank(text, lexicon) : rankSides(text, sides, lexicon);
	};
}

function rank(query: string, lexicon: Lexicon): Ranking {
	const { entries } = lexicon;
	const scores = toTiers(query, entries);
	const readings = toReadings(query, lexicon);
	for (const reading of readings) {
		for (const [entry, score] of toScores(reading, lexicon)) {
			scores.set(entry, Math.max(scores.get(entry) ?? 0, score));
		}
	}
	const ranked = [...scores]
		.flatMap(([index, score]) => {
			const entry = entries[index];
			if (entry === undefined) return [];
			const rank = entry.owner ? 0 : shares.page;
			const late = entry.kind === 'option' ? shares.option : 0;
			const more = shares.order * (1 - index / entries.length) + rank + late;
			return [{ entry, score: score * (entry.isAside ? shares.aside : 1) + more }];
		})
		.sort((a, b) => b.score - a.score);
	const best = Math.min(1, ranked[0]?.score ?? 0);
	return {
		ranked: ranked.filter(({ score }) => score >= Math.max(least, close * best)),
		stems: toStems(readings),
	};
}

/**
 * `add vs copy`: what speaks of both sides comes first, then the first thing of each side, in the
 * order in which they were typed.
 */
function rankSides(query: string, sides: readonly string[], lexicon: Lexicon): Ranking {
	const { ranked, stems } = rank(query, lexicon);
	const answers = sides.map((side) => rank(side, lexicon).ranked);
	const both = ranked.filter(({ entry }) => isAboutAll(entry, answers));
	const own = both.filter(({ entry }) => !entry.isAside).slice(0, 1);
	const firsts = answers.flatMap((answer) => answer.slice(0, 1));
	const all = [...own, ...firsts, ...both.filter(({ entry }) => entry.isAside), ...ranked];
	const isFirst = ({ entry }: Ranked, at: number) =>
		all.findIndex((other) => other.entry === entry) === at;
	return { ranked: all.filter(isFirst), stems };
}

/** Whether a text answers each side, as the section `Entrypoint vs CMD` does. */
function isAboutAll(entry: Entry, answers: readonly Ranked[][]): boolean {
	const isNamed = (ranked: Ranked) => ranked.entry === entry && ranked.score > shares.side;
	return entry.kind === 'concept' && answers.every((answer) => answer.some(isNamed));
}

function toStems(readings: readonly Reading[]): Set<string> {
	const tokens = readings.flatMap((reading) => reading.tokens);
	return new Set(tokens.flatMap(({ match }) => [...match.keys()]));
}
