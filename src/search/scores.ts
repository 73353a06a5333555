import type { Entry } from './record.ts';
import { toMatch, type Field, type Lexicon, type Match, type Phrase } from './lexicon.ts';
import { stopWords, toStem, toTelling, toWords } from './spelling.ts';

/** One word of a query with what it may mean, and how much depends on it. */
export interface Token {
	word: string;
	match: Match;
	weight: number;
}

/** One way to read a query: its words as they stand, or two of them as one, or one as two. */
export interface Reading {
	tokens: Token[];
	/** How likely the reading is; 1 is to the letter. */
	quality: number;
}

/** What a full match in each field is worth. */
const fields: Readonly<Record<Field, number>> = {
	/** `volume create`: the command before texts that say "create a volume". */
	name: 1,
	/** `bash into container`: words that were written down for this come close to a name. */
	alias: 0.95,
	/** `port is already allocated`: a pasted message is told by most of its words. */
	error: 0.95,
	/** `files outside build context`: a title says what its section is about. */
	heading: 0.85,
	/** `list containers`: the one-line summary says the same in a sentence. */
	text: 0.5,
};

/** How the parts of a score are put together. */
const shares = {
	/** `container logs`: the best single phrase decides … */
	phrase: 0.7,
	/** … `copy root owner`: and all that is said of an entry, its owner's name included, helps. */
	whole: 0.3,
	/** `none none images`: a phrase that is wholly matched beats one that has more to say. */
	complete: 0.35,
	/** `lose data when container exits`: each word that is missing costs more than its share. */
	missing: 1.4,
	/** How much the owner's name counts for its part: `copy root ownership`. */
	owner: 0.6,
	/** `filter containers by status`: and how much parts count for their page. */
	parts: 0.6,
	/** A pasted message counts as wholly matched from here on, whatever stands around it. */
	message: 0.75,
};

/** `work dir`, `multistage`: words written together or apart are nearly as good. */
const joined = 0.95;

/** More words than anybody types; what is pasted beyond is not read. */
const most = 40;

/** The ways to read a query, the plain one first. Empty without a word in it. */
export function toReadings(query: string, lexicon: Lexicon): Reading[] {
	const all = toWords(query).slice(0, most);
	const words = toTelling(all);
	const isTyped = (word: string) => /^[\d.]+$/.test(word) && !lexicon.postings.has(word);
	const plain = words.filter((word) => words.length === 1 || !isTyped(word));
	const readings = [plain, ...toJoined(all, lexicon), ...toSplit(plain, lexicon)];
	return readings
		.filter(({ length }) => length > 0)
		.map((tokens, index) => ({
			tokens: [...new Set(tokens)].map((word) => toToken(word, lexicon, word === all.at(-1))),
			quality: index === 0 ? 1 : joined,
		}));
}

function toToken(word: string, lexicon: Lexicon, isLast: boolean): Token {
	const match = toMatch(word, lexicon, isLast);
	const [best] = [...match].sort(([, a], [, b]) => b - a);
	return { word, match, weight: lexicon.weightOf(best?.[0] ?? '') };
}

/** `work dir` as `workdir`, also with a typo: `helth check`. */
function toJoined(words: readonly string[], lexicon: Lexicon): string[][] {
	const isKnown = (word: string) => lexicon.postings.has(toStem(word));
	return words.slice(1).flatMap((second, index) => {
		const first = words[index] ?? '';
		const joined = first + second;
		const isWritten = isKnown(joined) && lexicon.written.has(joined);
		if (!isWritten) return [];
		const others = words.filter((_, at) => at !== index && at !== index + 1);
		return [[joined, ...others.filter((word) => !stopWords.has(word))]];
	});
}

/** `multistage` as `multi stage`. */
function toSplit(words: readonly string[], { postings, written }: Lexicon): string[][] {
	return words.flatMap((word, index) => {
		if (postings.has(toStem(word)) || word.length < 6) return [];
		const isCut = (at: number) =>
			at > 2 &&
			at < word.length - 2 &&
			written.has(word.slice(0, at)) &&
			written.has(word.slice(at));
		const cut = [...word].findIndex((_, at) => isCut(at));
		return cut < 0
			? []
			: [toTelling(words.toSpliced(index, 1, word.slice(0, cut), word.slice(cut)))];
	});
}

/** How well each entry answers a reading of a query: above 0, about 1 at most. */
export function toScores({ tokens, quality }: Reading, lexicon: Lexicon): Map<Entry, number> {
	const all = tokens.reduce((sum, { weight }) => sum + weight, 0);
	const best = new Map<Entry, number>();
	const whole = new Map<Entry, number[]>();
	for (const [phrase, qualities] of toMatched(tokens, lexicon)) {
		const { entry, field } = phrase;
		const score = toPhraseScore(phrase, qualities, { tokens, all, lexicon });
		best.set(entry, Math.max(best.get(entry) ?? 0, score));
		const sum = whole.get(entry) ?? tokens.map(() => 0);
		whole.set(
			entry,
			sum.map((value, at) => Math.max(value, (qualities[at]?.query ?? 0) * fields[field])),
		);
	}
	const parts = new Map<Entry, number[]>();
	for (const [{ owner }, values] of whole) {
		if (owner === undefined) continue;
		const sum = parts.get(owner);
		parts.set(owner, sum ? sum.map((value, at) => Math.max(value, values[at] ?? 0)) : values);
	}
	const scores = new Map<Entry, number>();
	for (const [entry, score] of best) {
		const owned = toOwned(entry, whole, parts);
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
	const share = (asked / query.all) ** shares.missing;
	const isMessage =
		field === 'error' && stems.length > 2 && Math.max(share, complete) >= shares.message;
	const covered = isMessage ? Math.max(share, complete) : share;
	return fields[field] * covered * (1 - shares.complete + shares.complete * complete);
}

/** What is said of an entry, together with what its owner is called, or with what its parts are. */
function toOwned(
	entry: Entry,
	whole: ReadonlyMap<Entry, number[]>,
	parts: ReadonlyMap<Entry, number[]>,
): number[] {
	const own = whole.get(entry) ?? [];
	const above = entry.owner && whole.get(entry.owner);
	const below = parts.get(entry);
	return own.map((value, at) =>
		Math.max(value, shares.owner * (above?.[at] ?? 0), shares.parts * (below?.[at] ?? 0)),
	);
}
