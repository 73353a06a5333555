import type { Lexicon } from './lexicon.ts';
import { distance } from 'fastest-levenshtein';
import { toStem } from './tokens.ts';
import { matches, typoLengths } from './weights.ts';

/** The stems that a word of a query stands for, and how well each does (1 is the word itself). */
export type Match = ReadonlyMap<string, number>;

/** All that one word of a query may mean. Empty when nothing is like it. */
export function toMatch(word: string, { postings, written, synonyms }: Lexicon): Match {
	const found = new Map<string, number>();
	const add = (stem: string, quality: number) => {
		if (postings.has(stem)) found.set(stem, Math.max(found.get(stem) ?? 0, quality));
	};
	add(toStem(word), 1);
	for (const other of synonyms.get(toStem(word)) ?? []) add(other, matches.synonym);
	const isKnown = found.get(toStem(word)) === 1;
	for (const [other, stem] of written) {
		if (other.startsWith(word) && word.length > 1) {
			const typed = matches.prefix + (1 - matches.prefix) * (word.length / other.length) ** 2;
			add(stem, isKnown ? typed * matches.whole : typed);
		}
		if (!isKnown) add(stem, toLikeness(word, other));
	}
	found.delete('');
	return new Map([...found].filter(([, quality]) => quality > 0));
}

/** How like two spellings are: 0 when they are two different words. */
function toLikeness(word: string, other: string): number {
	if (word.length < typoLengths.one || Math.abs(word.length - other.length) > 2) return 0;
	if (/\d/.test(word) || other.length < typoLengths.one) return 0;
	const typos = isSwapped(word, other) ? 1 : distance(word, other);
	const isSameStart = word[0] === other[0];
	if (typos === 1 && (isSameStart || word.length > typoLengths.one)) return matches.typo;
	const isLong = Math.min(word.length, other.length) >= typoLengths.two;
	return typos === 2 && isLong && isSameStart ? matches.typos : 0;
}

/** Two neighbours that changed places are one typo: `dokcerfile`. */
function isSwapped(word: string, other: string): boolean {
	if (word.length !== other.length) return false;
	const at = [...word].findIndex((letter, index) => letter !== other[index]);
	const mended = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
	return at >= 0 && mended === other;
}
