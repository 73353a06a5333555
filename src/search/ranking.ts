import type { Entry, Ranked, Ranking } from './record.ts';
import { distance } from 'fastest-levenshtein';
import { rankSides, toSides } from './comparison.ts';
import { toLexicon, toLikeness, type Lexicon } from './lexicon.ts';
import { toReadings, toScores, type Reading } from './scores.ts';
import { findNamed, findTask } from './named.ts';
import { tiers, toTiers } from './tiers.ts';
import { toKey, toStem, toTellingStems } from './spelling.ts';

/** Ranks entries for queries. The same code runs in the dialog and in `npm run search:quality`. */
export type Ranker = (query: string) => Ranking;

/** How what is said of entries is put together with what they are. */
const shares = {
	/** `--filter dangling=true`: of equal tiers the one that the other words speak of. */
	words: 0.3,
	/** `docker exec web bash`, `use ARG in CMD`: what is named among other words. */
	named: 0.25,
	/** `save image to tar file`: the command of that verb. */
	task: 0.1,
	/** `copy file from container`: what an instruction is worth where a container is spoken of. */
	made: 0.85,
	/** `shell using compose` is not for commands without it, `several FROM in a Dockerfile` for none. */
	elsewhere: 0.75,
	/** `expose port range` asks for no message and no check: these are for who is in trouble. */
	message: 0.65,
	/** `network`: of equal matches the page that comes first in the index, by so much in all. */
	order: 0.04,
	/** `persist data`: of equal matches a page before its sections, and those before options. */
	page: 0.02,
	option: -0.02,
	/** `restart policy`: from here on a part answers instead of its page. */
	part: 0.4,
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
		return sides.length < 2
			? rank(text, lexicon)
			: rankSides(text, sides, (side) => rank(side, lexicon));
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
	const task = findTask(query, entries);
	if (task) words.set(task, (words.get(task) ?? 0) + shares.task);
	const fitnessOf = toFitness(query);
	for (const [entry, score] of words) words.set(entry, score * fitnessOf(entry));
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

/** Words of who is in trouble; a colon or a quotation mark stands in what was pasted. */
const trouble =
	/\b(?:not|no|never|cannot|can'?t|\w+n't|error|fail|denied|refused|invalid|missing|lost|unable|unknown|unexpected|unhealthy|why|wrong|stuck|hang|slow|large|exit|kill|stop|crash|problem|warning|already|too|exceed|time|without)|[:"']/i;

/** How far the page of an entry is for who asks so, from 0 to 1. */
function toFitness(query: string): (entry: Entry) => number {
	const isTrouble = trouble.test(query);
	// `copy file from container`: instructions make images; what runs is for commands.
	const made = /\bcontainers?\b/i.test(query) ? shares.made : 1;
	const isOfCompose = /\bcompose\b/i.test(query);
	const isInFile = /\bin (?:an? |the |my )?dockerfile\b/i.test(query);
	return (entry) => {
		const { kind, errors, href } = entry.owner ?? entry;
		const isCommand = kind === 'command';
		const isPlain = (isCommand || kind === 'instruction') && !href.includes('compose');
		if ((isOfCompose && isPlain) || (isInFile && isCommand)) return shares.elsewhere;
		if (kind === 'instruction') return made;
		if (isTrouble) return 1;
		return errors.length > 0 ? shares.message : 1;
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
	const isSaid = (text: string) => {
		const said = new Set(toTellingStems(text));
		return tokens.every(({ word }) => said.has(toStem(word)));
	};
	// `stop container` is what the page is about.
	if (isSaid(best.entry.summary)) return ranked;
	const isTold = ({ entry, score }: Ranked) => {
		const { kind, name, words, owner } = entry;
		if (owner !== best.entry || !answering.has(kind) || score < shares.part) return false;
		return isSaid([name.replace(`${owner.name} `, ''), ...words].join(' '));
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
		return [{ entry, score: score + order + rank }];
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
