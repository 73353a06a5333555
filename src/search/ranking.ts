import type { Entry, Ranked, Ranking } from './record.ts';
import { distance } from 'fastest-levenshtein';
import { toLexicon, type Lexicon } from './lexicon.ts';
import { toScores, toTokens, type Token } from './scores.ts';
import { findNamed, isAboutAll, toSides } from './named.ts';
import { toTiers } from './tiers.ts';
import { toKey, toStem } from './spelling.ts';

/** Ranks entries for queries. The same code runs in the dialog and in `npm run search:quality`. */
export type Ranker = (query: string) => Ranking;

/** How what is said of entries is put together with what they are. */
const shares = {
	/** `docker exec web bash`, `use ARG in CMD`: what is named among other words. */
	named: 0.25,
	/** `copy file from container` is for no instruction, `shell using compose` for no command without it. */
	elsewhere: 0.75,
	/** `expose port range` asks for no message and no check: these are for who is in trouble. */
	message: 0.65,
	/** `network`: of equal matches the page that comes first in the index, by so much in all. */
	order: 0.04,
	/** `persist data`: of equal matches a page before its sections. */
	page: 0.02,
};

/** What scores less is left to the full text. Tuned for `the quick brown fox`. */
const least = 0.2;

/** … and what has less than this share of the best score: `port is already allocated` is no YAML error. */
const close = 0.35;

/** Longer queries are cut: nobody types so much, and what is pasted says it at its beginning. */
export const longest = 300;

/** Reads the entries once and gives the function that ranks them. */
export function toRanker(
	entries: readonly Entry[],
	synonyms: readonly (readonly string[])[] = [],
): Ranker {
	const lexicon = toLexicon(entries, synonyms);
	return (query) => {
		// `dokcer run`: most lines begin with the word.
		const text = query
			.slice(0, longest)
			.trim()
			.replace(/^d[ocker]{4,6}\b/i, 'docker');
		return text === '' ? { ranked: [], stems: new Set() } : rank(text, lexicon);
	};
}

function rank(query: string, lexicon: Lexicon): Ranking {
	const { entries } = lexicon;
	const tokens = toTokens(query, lexicon);
	const scores = toScores(tokens, lexicon);
	for (const named of findNamed(query, entries)) {
		scores.set(named, (scores.get(named) ?? 0) + shares.named);
	}
	const fitnessOf = toFitness(query);
	for (const [entry, score] of scores) scores.set(entry, score * fitnessOf(entry));
	const words = new Set(tokens.map(({ word }) => word));
	for (const [entry, tier] of toTiers(query, words, entries)) {
		scores.set(entry, tier + (scores.get(entry) ?? 0));
	}
	const ordered = toOrdered(scores, entries);
	const best = Math.min(1, ordered[0]?.score ?? 0);
	const ranked = ordered.filter(({ score }) => score >= Math.max(least, close * best));
	// `add vs copy`: what speaks of both, then the best of each side, in the order in which they were typed.
	const sides = toSides(query);
	const both = ranked.find(({ entry }) => isAboutAll(entry, sides)) ?? [];
	const bests = sides.flatMap((side) => rank(side, lexicon).ranked[0] ?? []);
	const leading = new Map([both, bests].flat().map((one) => [one.entry, one]));
	return {
		ranked: [...leading.values(), ...ranked.filter(({ entry }) => !leading.has(entry))],
		stems: toStems(tokens, lexicon),
	};
}

/** Words of who is in trouble; a colon or a quotation mark stands in what was pasted. */
const trouble =
	/\b(?:not|no|never|cannot|can'?t|\w+n't|error|fail|denied|refused|invalid|missing|lost|unable|unknown|unexpected|unhealthy|why|wrong|stuck|hang|slow|large|exit|kill|stop|crash|problem|warning|already|too|exceed|time|without)|[:"']/i;

/** How far the page of an entry is for who asks so, from 0 to 1. */
function toFitness(query: string): (entry: Entry) => number {
	const isTrouble = trouble.test(query);
	// Instructions make images.
	const isOfContainer = /\bcontainers?\b/i.test(query);
	const isOfCompose = /\bcompose\b/i.test(query);
	return (entry) => {
		const { kind, errors, href } = entry.owner ?? entry;
		const isInstruction = kind === 'instruction';
		const isPlain = isInstruction || (kind === 'command' && !href.includes('compose'));
		if ((isOfCompose && isPlain) || (isOfContainer && isInstruction)) return shares.elsewhere;
		if (isInstruction || isTrouble) return 1;
		return errors.length > 0 ? shares.message : 1;
	};
}

/** Entries by their scores, the best first; equal ones in the order of the index. */
function toOrdered(scores: ReadonlyMap<Entry, number>, entries: readonly Entry[]): Ranked[] {
	const toRanked = (entry: Entry, at: number): Ranked[] => {
		const score = scores.get(entry);
		if (score === undefined) return [];
		const order = shares.order * (1 - at / entries.length);
		return [{ entry, score: score + order + (entry.owner ? 0 : shares.page) }];
	};
	return entries.flatMap(toRanked).sort((a, b) => b.score - a.score);
}

/** What is marked: the words themselves, their endings and their typos, but no other words. */
function toStems(tokens: readonly Token[], { synonyms }: Lexicon): Set<string> {
	return new Set(
		tokens.flatMap(({ word, match }) => {
			const others = synonyms.get(toStem(word)) ?? [];
			return [toStem(word), ...[...match.keys()].filter((stem) => !others.includes(stem))];
		}),
	);
}

/** `dokcer`: so many names to choose from, by so many letters of what was typed. */
const nearest = { names: 5, letters: 40 };

/** The instructions, commands and checks that are written most like a query that found nothing. */
export function toNearest(query: string, entries: readonly Entry[]): Entry[] {
	const key = toKey(query).slice(0, nearest.letters);
	// Long names are not far just for being long.
	const toFar = (name: string) => distance(name, key) / Math.max(name.length, key.length);
	return entries
		.filter(({ owner, isHeading }) => owner === undefined && !isHeading)
		.map((entry) => ({ entry, far: Math.min(...entry.keys.names.map(toFar)) }))
		.sort((a, b) => a.far - b.far)
		.slice(0, nearest.names)
		.map(({ entry }) => entry);
}
