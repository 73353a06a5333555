import { isSummed, type Entry } from './record.ts';
import { distance } from 'fastest-levenshtein';
import { splitCase, toOption, toStem, toTelling, toTerms, toWords } from './spelling.ts';

/** Where a phrase stands. */
export type Field = 'name' | 'alias' | 'message' | 'heading' | 'text';

/** A few words that belong together, of one entry. */
export interface Phrase {
	entry: Entry;
	field: Field;
	/** The stems of its words. */
	stems: readonly string[];
}

/** All words of the index, and who has them. */
export interface Lexicon {
	entries: readonly Entry[];
	/** Options as they are typed: `--tag`, `-t`. */
	options: ReadonlySet<string>;
	/** The phrases that have a stem. */
	postings: ReadonlyMap<string, readonly Phrase[]>;
	/** Words as they are written, with their stems: for beginnings and for typos. */
	written: ReadonlyMap<string, string>;
	/** For a stem, those of the words that stand for it. */
	synonyms: ReadonlyMap<string, readonly string[]>;
	/** How telling a stem is; rare ones are. */
	weightOf: (stem: string) => number;
}

/** The stems that a word of a query stands for, and how well each does (1 is the word itself). */
export type Match = ReadonlyMap<string, number>;

/** How well one word stands for another. */
const matches = {
	/** `remove images`: remove also means prune. */
	synonym: 0.7,
	/** `workd`: the beginning of a word that is being typed; grows to 1 with its length. */
	prefix: 0.6,
	/** `healtcheck`: one typo. */
	typo: 0.75,
};

/** Shorter words take no typo: `tag` is not `tar`. */
const shortest = 4;

/** Words up to this length do not begin with another letter. */
const mostOther = 5;

/** `remove old containers` is not about images; the noun tells commands apart. */
const nouns: ReadonlySet<string> = new Set(['container', 'imag', 'volum', 'network', 'compos']);

/** Reads all entries once, so that a query only has to look up its words. */
export function toLexicon(
	entries: readonly Entry[],
	groups: readonly (readonly string[])[],
): Lexicon {
	const options = new Set(entries.flatMap((entry) => entry.options.map(toOption)));
	const postings = new Map<string, Phrase[]>();
	const written = new Map<string, string>();
	for (const entry of entries) {
		for (const [field, words] of toPhrases(entry, options)) {
			const phrase = { entry, field, stems: [...new Set(toTelling(words).map(toStem))] };
			for (const word of words) written.set(word, toStem(word));
			for (const stem of phrase.stems) {
				const phrases = postings.get(stem) ?? [];
				phrases.push(phrase);
				postings.set(stem, phrases);
			}
		}
	}
	const owners = new Map(
		[...postings].map(([stem, phrases]) => [
			stem,
			new Set(phrases.map(({ entry }) => entry.owner ?? entry)).size,
		]),
	);
	const pages = entries.filter(({ owner }) => !owner).length;
	const weightOf = (stem: string) =>
		(nouns.has(stem) ? 1.4 : 1) * Math.log(1 + pages / (owners.get(stem) ?? pages / 8));
	return { entries, options, postings, written, synonyms: toSynonyms(groups), weightOf };
}

function toPhrases(entry: Entry, options: ReadonlySet<string>): [Field, string[]][] {
	const field = entry.isHeading ? 'heading' : 'name';
	const typed = entry.options.length > 0 ? entry.names : [];
	return [
		...typed.map((name): [Field, string[]] => ['name', toTerms(name, options)]),
		...entry.names.map((name): [Field, string[]] => [field, toWords(splitCase(name))]),
		...entry.words.map((text): [Field, string[]] => ['alias', toWords(text)]),
		...entry.errors.map((text): [Field, string[]] => ['message', toWords(text)]),
		// Others come later, and must not change the order then.
		...(isSummed(entry) ? [['text', toWords(entry.summary)] as [Field, string[]]] : []),
	];
}

function toSynonyms(groups: readonly (readonly string[])[]): Map<string, string[]> {
	const synonyms = new Map<string, string[]>();
	for (const stems of groups.map((group) => group.map(toStem))) {
		for (const stem of stems) synonyms.set(stem, [...(synonyms.get(stem) ?? []), ...stems]);
	}
	return synonyms;
}

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
			add(stem, matches.prefix + (1 - matches.prefix) * (word.length / other.length) ** 2);
		}
		if (!isKnown) add(stem, toLikeness(word, other));
	}
	found.delete('');
	return new Map([...found].filter(([, quality]) => quality > 0));
}

/** How like two spellings are: 0 when they are two different words. */
function toLikeness(word: string, other: string): number {
	if (Math.min(word.length, other.length) < shortest) return 0;
	// `htop` is not `stop`.
	if (word[0] !== other[0] && word.length <= mostOther) return 0;
	return isSwapped(word, other) || distance(word, other) === 1 ? matches.typo : 0;
}

/** Two neighbours that changed places are one typo: `dokcerfile`. */
function isSwapped(word: string, other: string): boolean {
	if (word.length !== other.length) return false;
	const at = [...word].findIndex((letter, index) => letter !== other[index]);
	const mended = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
	return at >= 0 && mended === other;
}
