import type { Entry } from './record.ts';
import { toMatch, type Field, type Lexicon, type Match, type Phrase } from './lexicon.ts';
import { toStem, toTelling, toTerms } from './spelling.ts';

/** One word of a query with what it may mean, and how much depends on it. */
export interface Token {
	word: string;
	match: Match;
	weight: number;
}

/** What a full match in each field is worth. */
const fields: Readonly<Record<Field, number>> = {
	/** `volume create`: the command before texts that say "create a volume". */
	name: 1,
	/** `bash into container`: words and messages that were written down for this come close to a name. */
	alias: 0.95,
	/** `port is already allocated`: what Docker prints is pasted with more around it. */
	message: 0.95,
	/** `files outside build context`: a title says what its section is about. */
	heading: 0.85,
	/** `list containers`: the one-line summary says the same in a sentence. */
	text: 0.5,
};

/** A message of so many words that stands in a query is what it is about, whatever stands around it. */
const quoted = { words: 4, least: 0.95, worth: 5 };

/** How the parts of a score are put together. */
const shares = {
	/** `container logs`: the best single phrase decides … */
	phrase: 0.7,
	/** … `copy root owner`: and all that is said of an entry, its owner's name included, helps. */
	whole: 0.3,
	/** `none none images`: a phrase that is wholly matched beats one that has more to say. */
	complete: 0.35,
	/** How much the owner's name counts for its part: `copy root ownership`. */
	owner: 0.6,
	/** `filter containers by status`: and how much parts count for their page. */
	parts: 0.6,
};

/** The telling words of a query, each once. */
export function toTokens(query: string, lexicon: Lexicon): Token[] {
	const words = toTelling(
		toTerms(query, lexicon.options).flatMap((word) => toHalves(word, lexicon)),
	);
	return [...new Set(words)].map((word) => {
		const match = toMatch(word, lexicon);
		const [best] = [...match].sort(([, a], [, b]) => b - a);
		return { word, match, weight: lexicon.weightOf(best?.[0] ?? '') };
	});
}

/** `dockerhub` is `docker` and `hub`. */
function toHalves(word: string, { postings, written }: Lexicon): string[] {
	if (postings.has(toStem(word))) return [word];
	const halves = [...word].map((_, at) => [word.slice(0, at), word.slice(at)]);
	const isWritten = (half: string) => half.length > 2 && written.has(half);
	return halves.find((both) => both.every(isWritten)) ?? [word];
}

/** How well each entry answers the words of a query: above 0, about 1 at most. */
export function toScores(tokens: readonly Token[], lexicon: Lexicon): Map<Entry, number> {
	const all = tokens.reduce((sum, { weight }) => sum + weight, 0);
	const best = new Map<Entry, number>();
	const whole = new Map<Entry, number[]>();
	for (const [phrase, qualities] of toMatched(tokens, lexicon)) {
		const { entry, field } = phrase;
		const score = toPhraseScore(phrase, qualities, { tokens, all, lexicon });
		best.set(entry, Math.max(best.get(entry) ?? 0, score));
		const worth = tokens.map((_, at) => (qualities[at]?.query ?? 0) * fields[field]);
		whole.set(entry, toHigher(worth, whole.get(entry)));
	}
	const parts = new Map<Entry, number[]>();
	for (const [{ owner }, values] of whole) {
		if (owner !== undefined) parts.set(owner, toHigher(values, parts.get(owner)));
	}
	const scores = new Map<Entry, number>();
	for (const [entry, score] of best) {
		const above = toHigher(
			whole.get(entry) ?? [],
			entry.owner && whole.get(entry.owner),
			shares.owner,
		);
		const owned = toHigher(above, parts.get(entry), shares.parts);
		const covered = owned.reduce((sum, value, at) => sum + value * (tokens[at]?.weight ?? 0), 0);
		scores.set(entry, shares.phrase * score + (shares.whole * covered) / all);
	}
	return scores;
}

/** Of two lists of values the higher one at each place; the second one may count less. */
function toHigher(values: readonly number[], others: readonly number[] = [], share = 1): number[] {
	return values.map((value, at) => Math.max(value, share * (others[at] ?? 0)));
}

/** For one phrase and one word of the query: how well it is matched, and the weight of the words that do. */
interface Quality {
	query: number;
	phrase: number;
}

/** By phrase, the qualities of the words of a query, in their order. */
type Matched = Map<Phrase, (Quality | undefined)[]>;

function toMatched(tokens: readonly Token[], { postings, weightOf }: Lexicon): Matched {
	const matched: Matched = new Map();
	for (const [at, { match }] of tokens.entries()) {
		for (const [stem, quality] of match) {
			for (const phrase of postings.get(stem) ?? []) {
				const qualities = matched.get(phrase) ?? [];
				const before = qualities[at]?.query ?? 0;
				if (quality > before) qualities[at] = { query: quality, phrase: quality * weightOf(stem) };
				matched.set(phrase, qualities);
			}
		}
	}
	return matched;
}

/** The share of the query that a phrase answers, and of itself that the query asks for. */
function toPhraseScore(
	{ field, stems }: Phrase,
	qualities: readonly (Quality | undefined)[],
	query: { tokens: readonly Token[]; all: number; lexicon: Lexicon },
): number {
	let asked = 0;
	let told = 0;
	for (const [at, quality] of qualities.entries()) {
		asked += (quality?.query ?? 0) * (query.tokens[at]?.weight ?? 0);
		told += quality?.phrase ?? 0;
	}
	const weight = stems.reduce((sum, stem) => sum + query.lexicon.weightOf(stem), 0);
	const complete = Math.min(1, told / weight);
	const isQuoted = field === 'message' && stems.length >= quoted.words && complete > quoted.least;
	// Of two messages the longer one was meant.
	if (isQuoted) return quoted.worth + Math.min(1, weight / 100);
	return fields[field] * (asked / query.all) * (1 - shares.complete + shares.complete * complete);
}
