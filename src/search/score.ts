import type { Lexicon, Phrase } from './lexicon.ts';
import type { Reading, Token } from './reading.ts';
import { fields, shares } from './weights.ts';

/** How well each entry answers a reading of a query, by the entry's place: above 0, about 1 at most. */
export function toScores({ tokens, quality }: Reading, lexicon: Lexicon): Map<number, number> {
	const matched = toMatched(tokens, lexicon);
	const all = tokens.reduce((sum, { weight }) => sum + weight, 0);
	const best = new Map<number, number>();
	const whole = new Map<number, number[]>();
	for (const [index, qualities] of matched) {
		const phrase = lexicon.phrases[index];
		if (phrase === undefined) continue;
		const { entry, field } = phrase;
		const score = toPhraseScore(phrase, qualities, tokens, all);
		best.set(entry, Math.max(best.get(entry) ?? 0, score));
		const sum = whole.get(entry) ?? tokens.map(() => 0);
		whole.set(
			entry,
			sum.map((value, at) => Math.max(value, (qualities[at]?.query ?? 0) * fields[field])),
		);
	}
	const scores = new Map<number, number>();
	for (const [entry, score] of best) {
		const owned = toOwned(entry, whole, lexicon);
		const covered = owned.reduce((sum, value, at) => sum + value * (tokens[at]?.weight ?? 0), 0);
		const total = shares.phrase * score + shares.whole * (covered / all) ** shares.missing;
		scores.set(entry, total * quality);
	}
	return scores;
}

/** For one phrase and one word of the query: how well it is matched, and the weight of the words that do. */
interface Quality {
	query: number;
	phrase: number;
}

function toMatched(tokens: readonly Token[], { postings, weightOf }: Lexicon) {
	const matched = new Map<number, (Quality | undefined)[]>();
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
	{ field, weight, stems }: Phrase,
	qualities: readonly (Quality | undefined)[],
	tokens: readonly Token[],
	all: number,
): number {
	let asked = 0;
	let told = 0;
	for (const [at, quality] of qualities.entries()) {
		asked += (quality?.query ?? 0) * (tokens[at]?.weight ?? 0);
		told += quality?.phrase ?? 0;
	}
	const complete = Math.min(1, told / weight);
	const share = (asked / all) ** shares.missing;
	const isMessage = field === 'error' && stems.length > 2 && complete >= shares.message;
	const covered = isMessage ? Math.max(share, complete) : share;
	return fields[field] * covered * (1 - shares.complete + shares.complete * complete);
}

/** What is said of an entry, together with what its owner is called. */
function toOwned(entry: number, whole: ReadonlyMap<number, number[]>, { entries }: Lexicon) {
	const own = whole.get(entry) ?? [];
	const owner = entries[entry]?.owner;
	const above = owner === undefined ? undefined : whole.get(entries.indexOf(owner));
	return own.map((value, at) => Math.max(value, shares.owner * (above?.[at] ?? 0)));
}
