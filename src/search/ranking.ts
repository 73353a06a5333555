import type { Entry } from './record.ts';
import { distance } from 'fastest-levenshtein';
import { toLexicon, toLikeness, type Lexicon } from './lexicon.ts';
import { toReadings, toScores, type Reading, type Token } from './scores.ts';
import { findNamed, tiers, toTiers } from './tiers.ts';
import { stopWords, toKey, toOptions, toStem, toWords } from './spelling.ts';

/** An entry that answers a query, and how well. */
export interface Ranked {
	entry: Entry;
	/** Above 1 when a whole name was matched; see `tiers`. */
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

/** How what is said of entries is put together with what they are. */
const shares = {
	/** `--filter dangling=true`: of equal tiers the one that the other words speak of. */
	words: 0.3,
	/** `docker exec web bash`, `use ARG in CMD`: what is named among other words. */
	named: 0.25,
	/** `copy file from container`: what an instruction is worth where a container is spoken of. */
	made: 0.85,
	/** `network`: of equal matches the page that comes first in the index, by so much in all. */
	order: 0.04,
	/** `persist data`: of equal matches a page before its sections, and those before options. */
	page: 0.02,
	option: -0.02,
	/** `restart policy`: from here on a part answers instead of its page. */
	part: 0.4,
	/** `cmd vs entrypoint`: a title that says more than this beside the sides is about something else. */
	both: 0.6,
	/** `dokcerfile`: a list of pages comes after what it lists. */
	aside: 0.7,
};

/** What has less than this share of the best score is left out: `copy` is not about `docker cp`. */
const close = 0.3;

/** What scores less is left to the full text. Tuned for `the quick brown fox`. */
const least = 0.2;

/** Longer queries are cut: nobody types so much, and what is pasted says it at its beginning. */
export const longest = 300;

/** Reads the entries once and gives the function that ranks them. */
export function toRanker(
	entries: readonly Entry[],
	synonyms: readonly (readonly string[])[] = [],
): Ranker {
	const lexicon = toLexicon(entries, synonyms);
	return (query) => {
		const text = query
			.slice(0, longest)
			.trim()
			.replace(/^\w+/, (word) => toDocker(word, lexicon));
		if (text === '') return { ranked: [], stems: new Set() };
		const sides = toSides(text);
		return sides.length < 2 ? rank(text, lexicon) : rankSides(text, sides, lexicon);
	};
}

/** `dokcer run`: the word that most lines begin with, whatever its letters. */
function toDocker(word: string, { written }: Lexicon): string {
	const isKnown = written.has(word.toLowerCase());
	return !isKnown && toLikeness(word.toLowerCase(), 'docker') > 0 ? 'docker' : word;
}

function rank(query: string, lexicon: Lexicon): Ranking {
	const { entries } = lexicon;
	const words = new Map<Entry, number>();
	const readings = toReadings(query, lexicon);
	for (const reading of readings) {
		for (const [entry, score] of toScores(reading, lexicon)) {
			words.set(entry, Math.max(words.get(entry) ?? 0, score));
		}
	}
	for (const named of findNamed(query, entries)) {
		words.set(named, (words.get(named) ?? 0) + shares.named);
	}
	// `copy file from container`: instructions make images; what runs is for commands.
	if (/\bcontainers?\b/i.test(query)) {
		for (const [entry, score] of words) {
			if ((entry.owner ?? entry).kind === 'instruction') words.set(entry, score * shares.made);
		}
	}
	const scores = new Map(words);
	for (const [entry, tier] of toTiers(query, entries)) {
		scores.set(entry, tier + shares.words * Math.min(1, words.get(entry) ?? 0));
	}
	const ranked = toPromoted(toOrdered(scores, entries), readings);
	const best = Math.min(1, ranked[0]?.score ?? 0);
	return {
		ranked: ranked.filter(({ score }) => score >= Math.max(least, close * best)),
		stems: toStems(readings, lexicon),
	};
}

/** The kinds of parts that may answer instead of their page. */
const answering: ReadonlySet<string> = new Set(['option', 'snippet', 'concept', 'guide']);

/**
 * `restart policy` is the option of that name rather than the top of its page: a part comes first where
 * its page does, without being named itself, and every word of the query is in what the part is.
 */
function toPromoted(ranked: Ranked[], readings: readonly Reading[]): Ranked[] {
	const [best] = ranked;
	const tokens = readings[0]?.tokens ?? [];
	if (best === undefined || best.entry.owner || best.score >= tiers.ownedOption) return ranked;
	const isTold = ({ entry, score }: Ranked) => {
		const { kind, name, words, summary, owner } = entry;
		if (owner !== best.entry || !answering.has(kind) || score < shares.part) return false;
		const text = [name.replace(`${owner.name} `, ''), ...words];
		const titled = new Set(toTellingStems(text.join(' ')));
		const said = titled.union(new Set(kind === 'option' ? toTellingStems(summary) : []));
		const has = (stems: ReadonlySet<string>) => (token: Token) => stems.has(toStem(token.word));
		return tokens.some(has(titled)) && tokens.every(has(said));
	};
	const part = ranked.find(isTold);
	if (part === undefined) return ranked;
	// The part stands for its page, which need not come before other pages.
	const [next, ...others] = ranked.filter((other) => other !== part && other !== best);
	return [part, ...(next ? [next] : []), best, ...others];
}

/** Entries by their scores, the best first; equal ones in the order of the index. */
function toOrdered(scores: ReadonlyMap<Entry, number>, entries: readonly Entry[]): Ranked[] {
	const toRanked = (entry: Entry, at: number): Ranked[] => {
		const score = scores.get(entry);
		if (score === undefined) return [];
		const order = shares.order * (1 - at / entries.length);
		const rank = (entry.owner ? 0 : shares.page) + (entry.kind === 'option' ? shares.option : 0);
		return [{ entry, score: score * (entry.isAside ? shares.aside : 1) + order + rank }];
	};
	return entries.flatMap(toRanked).sort((a, b) => b.score - a.score);
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

const versus = /\s+(?:vs\.?|versus|compared (?:to|with))\s+/i;
const choice = /\s+(?:or|instead of|rather than)\s+/i;
const difference = /\bdifferen(?:ce|t)\w*\b(?:\s+between)?|\s+(?:and|from|to)\s+/i;

/** What questions begin with. */
const asking = new Set(['what', "what's", 'whats', 'how', 'is', 'are', 'the', 'a', 'an', 'does']);

/** A choice has few words; a message with `or` in it has many: `no such file or directory`. */
const few = 5;

/** The sides of a comparison: `add vs copy` has two. One side when nothing is compared. */
function toSides(query: string): string[] {
	const parts = query.split(toSeparator(query));
	return parts.map(toTelling).filter((part) => part !== '');
}

function toSeparator(query: string): RegExp {
	if (versus.test(query)) return versus;
	if (/\bdifferen(?:ce|t)/i.test(query)) return difference;
	return query.split(/\s+/).length <= few ? choice : /$^/;
}

/** `what is the` says nothing; `how is docker` is about docker. */
function toTelling(part: string): string {
	const words = part.trim().split(/\s+/);
	const from = words.findIndex((word) => !asking.has(word.toLowerCase()));
	return from < 0 ? '' : words.slice(from).join(' ');
}

/**
 * `add vs copy`: what speaks of both sides comes first, then the first thing of each side, in the
 * order in which they were typed.
 */
function rankSides(query: string, sides: readonly string[], lexicon: Lexicon): Ranking {
	const { ranked, stems } = rank(query, lexicon);
	const names = sides.map((side) => toNamed(side, lexicon));
	const both = ranked
		.map((one) => ({ ...one, share: toAboutAll(one.entry, names) }))
		.filter(({ share }) => share > shares.both)
		.sort((a, b) => b.share - a.share);
	const all = [
		// What is named by the whole is no comparison: `one or more build-args were not consumed`.
		...ranked.filter(
			({ score }) => (score >= tiers.heading && score < tiers.option) || score >= tiers.typed,
		),
		...both.slice(0, 1),
		...names.flatMap((name) => rank(name, lexicon).ranked.slice(0, 1)),
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

/** How much of what a text is called is about the sides, as all of `COPY or ADD` is; 0 when one is not named. */
function toAboutAll({ kind, name, words, isHeading }: Entry, sides: readonly string[]): number {
	// `image used by container` is a trouble with both, and no comparison.
	if (!isHeading || kind === 'answer') return 0;
	const wanted = new Set(sides.flatMap(toTellingStems));
	const shares = [name, ...words].map((phrase) => {
		const said = new Set(toTellingStems(phrase));
		return wanted.isSubsetOf(said) ? wanted.size / said.size : 0;
	});
	return Math.max(...shares);
}

function toTellingStems(text: string): string[] {
	return toWords(text)
		.filter((word) => !stopWords.has(word))
		.map(toStem);
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
