import type { Entry } from './entry.ts';
import { toLexicon, type Lexicon } from './lexicon.ts';
import { findCommand } from './options.ts';
import { toOrdered, type Ranked } from './ordered.ts';
import { toReadings, type Reading } from './reading.ts';
import { toScores } from './score.ts';
import { toTiers } from './tiers.ts';
import { toOptions, toStem, toWords } from './tokens.ts';
import { toSides } from './versus.ts';
import { close, least, longest, shares, tiers } from './weights.ts';

/** The answers to a query, the best first. */
export interface Ranking {
	ranked: Ranked[];
	/** The stems of all words that the query stands for, to mark them. */
	stems: Set<string>;
}

/** Ranks entries for queries. The same code runs in the dialog and in `npm run search:quality`. */
export type Ranker = (query: string) => Ranking;

/** Reads the entries once and gives the function that ranks them. */
export async function toRanker(
	entries: readonly Entry[],
	synonyms: readonly (readonly string[])[] = [],
): Promise<Ranker> {
	const lexicon = await toLexicon(entries, synonyms);
	return (query) => {
		const text = query.slice(0, longest).trim();
		if (text === '') return { ranked: [], stems: new Set() };
		const sides = toSides(text);
		return sides.length < 2 ? rank(text, lexicon) : rankSides(text, sides, lexicon);
	};
}

function rank(query: string, lexicon: Lexicon): Ranking {
	const { entries } = lexicon;
	const words = new Map<number, number>();
	const readings = toReadings(query, lexicon);
	for (const reading of readings) {
		for (const [entry, score] of toScores(reading, lexicon)) {
			words.set(entry, Math.max(words.get(entry) ?? 0, score));
		}
	}
	const line = entries.findIndex((entry) => entry === findCommand(query, entries));
	if (words.has(line)) words.set(line, (words.get(line) ?? 0) + shares.line);
	const scores = new Map(words);
	for (const [entry, tier] of toTiers(query, entries)) {
		scores.set(entry, tier + shares.words * Math.min(1, words.get(entry) ?? 0));
	}
	const ranked = toOrdered(scores, entries);
	const best = Math.min(1, ranked[0]?.score ?? 0);
	return {
		ranked: ranked.filter(({ score }) => score >= Math.max(least, close * best)),
		stems: toStems(readings, lexicon),
	};
}

/**
 * `add vs copy`: what speaks of both sides comes first, then the first thing of each side, in the
 * order in which they were typed.
 */
function rankSides(query: string, sides: readonly string[], lexicon: Lexicon): Ranking {
	const { ranked, stems } = rank(query, lexicon);
	const answers = sides.map((side) => rank(toNamed(side, lexicon), lexicon).ranked);
	const both = ranked.filter(({ entry }) => isAboutAll(entry, answers));
	// What is named by the whole is no comparison: `one or more build-args were not consumed`.
	const named = ranked.filter(({ score }) => score >= tiers.heading && score < tiers.option);
	const own = both.filter(({ entry }) => !entry.isAside).slice(0, 1);
	const firsts = answers.flatMap((answer) => answer.slice(0, 1));
	const all = [
		...named,
		...own,
		...firsts,
		...both.filter(({ entry }) => entry.isAside),
		...ranked,
	];
	const isFirst = ({ entry }: Ranked, at: number) =>
		all.findIndex((other) => other.entry === entry) === at;
	return { ranked: all.filter(isFirst), stems };
}

/** `the copy` and `add commands in a dockerfile` are sides that have a name among other words. */
function toNamed(side: string, { entries }: Lexicon): string {
	if (toOptions(side).length > 0) return side;
	const words = toWords(side).slice(0, 8);
	const named = words
		.flatMap((_, from) => [1, 2, 3].map((length) => words.slice(from, from + length)))
		.map((part) => ({ part, tier: Math.max(0, ...toTiers(part.join(' '), entries).values()) }))
		.filter(({ tier }) => tier >= tiers.heading)
		.sort((a, b) => b.part.length - a.part.length || b.tier - a.tier);
	return named[0]?.part.join(' ') ?? side;
}

/** Whether a text answers each side, as the section `Entrypoint vs CMD` does. */
function isAboutAll(entry: Entry, answers: readonly Ranked[][]): boolean {
	const isNamed = (ranked: Ranked) => ranked.entry === entry && ranked.score > shares.side;
	return entry.kind === 'concept' && answers.every((answer) => answer.some(isNamed));
}

/** What is marked: the words themselves, their endings and their typos, but no other words. */
function toStems(readings: readonly Reading[], { synonyms }: Lexicon): Set<string> {
	const tokens = readings.flatMap((reading) => reading.tokens);
	return new Set(
		tokens.flatMap(({ word, match }) => {
			const others = synonyms.get(toStem(word)) ?? [];
			return [toStem(word), ...[...match.keys()].filter((stem) => !others.includes(stem))];
		}),
	);
}
