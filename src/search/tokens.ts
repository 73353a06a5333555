import { stopWords } from './words.ts';

/** The words of a text, lower case, without punctuation: `multi-stage` is two. */
export function toWords(text: string): string[] {
	return (
		text
			.toLowerCase()
			.normalize('NFKD')
			.match(/[\p{L}\p{N}_]+/gu) ?? []
	);
}

/** The same with the words that a name in Pascal case is made of: `JSONArgs` → `json args`. */
export function splitCase(name: string): string {
	return name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
}

/** Options as they are typed: `--from`, `-it`; what follows an equals sign is not part of one. */
export function toOptions(text: string): string[] {
	return [...text.matchAll(/(?<![\w-])--?[A-Za-z][\w-]*/g)].map(([option]) => option);
}

/**
 * What two spellings of one name have in common: case, hyphens and spaces do not matter, and the
 * word `docker` in front goes without saying.
 */
export const toKey = memoize((text) =>
	text
		.toLowerCase()
		.trim()
		.replace(/^docker[\s-]+(?=\S)/, '')
		.replace(/[\s._?!-]+/g, ''),
);

/** The same without the words that say nothing: `what is a container` is `container`. */
export const toBareKey = memoize((text) => {
	const telling = toWords(text).filter((word) => !stopWords.has(word));
	return toKey(telling.join(' '));
});

/**
 * A word without its ending, so that `cache`, `cached` and `caching` are one. Only has to be the
 * same for both sides; it need not be a word.
 */
export function toStem(word: string): string {
	if (word.length <= 3) return word;
	const single = word
		.replace(/(?:ies|ied)$/, 'y')
		.replace(/(ss|sh|ch|x|z)es$/, '$1')
		.replace(/([^suiy])s$/, '$1');
	const bare = single.replace(/(\w{3})(?:ing|ed)$/, '$1').replace(/([bdgmnprt])\1$/, '$1');
	return bare.length > 4 ? bare.replace(/e$/, '') : bare;
}

/** Whether a query has characters that no word has: then it is looked for as it stands, too. */
export function isCode(query: string): boolean {
	return /[/$|&<>{}[\]"=;*~\\`#]/.test(query);
}

/** Remembers results: the same names are compared with every query. */
function memoize(make: (text: string) => string): (text: string) => string {
	const made = new Map<string, string>();
	return (text) => {
		const known = made.get(text) ?? make(text);
		if (made.size < 10_000) made.set(text, known);
		return known;
	};
}
