import type { Lexicon } from './lexicon.ts';
import { toMatch, type Match } from './match.ts';
import { toStem, toWords } from './tokens.ts';
import { matches } from './weights.ts';
import { stopWords } from './words.ts';

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

/** More words than anybody types; what is pasted beyond is not read. */
const most = 40;

/** The ways to read a query, the plain one first. Empty without a word in it. */
export function toReadings(query: string, lexicon: Lexicon): Reading[] {
	const all = toWords(query).slice(0, most);
	// `from as builder` begins with an instruction.
	const telling = all.filter((word, at) => !stopWords.has(word) || (at === 0 && word === 'from'));
	const words = telling.length > 0 ? telling : all;
	const isTyped = (word: string) => /^\d+$/.test(word) && !lexicon.postings.has(word);
	const plain = words.filter((word, _, { length }) => length === 1 || !isTyped(word));
	const readings = [plain, ...toJoined(all, lexicon), ...toSplit(plain, lexicon)];
	return readings
		.filter(({ length }) => length > 0)
		.map((tokens, index) => ({
			tokens: [...new Set(tokens)].map((word) => toToken(word, lexicon)),
			quality: index === 0 ? 1 : matches.joined,
		}));
}

function toToken(word: string, lexicon: Lexicon): Token {
	const match = toMatch(word, lexicon);
	const [best] = [...match].sort(([, a], [, b]) => b - a);
	return { word, match, weight: lexicon.weightOf(best?.[0] ?? '') };
}

/** `work dir` as `workdir`, also with a typo: `helth check`. */
function toJoined(words: readonly string[], lexicon: Lexicon): string[][] {
	return words.slice(1).flatMap((second, index) => {
		const first = words[index] ?? '';
		const joined = first + second;
		const isKnown = lexicon.postings.has(toStem(joined)) && lexicon.written.has(joined);
		const isUnclear = !lexicon.postings.has(toStem(first)) || !lexicon.postings.has(toStem(second));
		const isLike = isUnclear && joined.length > 6 && toMatch(joined, lexicon).size > 0;
		if (!isKnown && !isLike) return [];
		const others = words.filter((_, at) => at !== index && at !== index + 1);
		const telling = others.filter((word) => !stopWords.has(word));
		return [[joined, ...telling]];
	});
}

/** `multistage` as `multi stage`. */
function toSplit(words: readonly string[], { postings, written }: Lexicon): string[][] {
	return words.flatMap((word, index) => {
		if (postings.has(toStem(word)) || word.length < 6) return [];
		const cut = [...word].findIndex(
			(_, at) =>
				at > 2 &&
				at < word.length - 2 &&
				written.has(word.slice(0, at)) &&
				written.has(word.slice(at)),
		);
		if (cut < 0) return [];
		return [
			words.flatMap((other, at) =>
				at === index ? [word.slice(0, cut), word.slice(cut)] : [other],
			),
		];
	});
}
