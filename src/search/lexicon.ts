import type { Entry } from './entry.ts';
import { startSlices } from './pause.ts';
import { emphasis } from './weights.ts';
import { splitCase, toStem, toWords } from './tokens.ts';

/** Where a phrase stands. */
export type Field = 'name' | 'alias' | 'error' | 'heading' | 'text';

/** A few words that belong together, of one entry. */
export interface Phrase {
	entry: number;
	field: Field;
	/** The stems of its words. */
	stems: string[];
	/** The sum of the weights of its words. */
	weight: number;
}

/** All words of the small index, and who has them. */
export interface Lexicon {
	entries: readonly Entry[];
	phrases: Phrase[];
	/** The phrases that have a stem. */
	postings: Map<string, number[]>;
	/** Words as they are written, with their stems: for beginnings and for typos. */
	written: Map<string, string>;
	/** For a stem, those of the words that stand for it. */
	synonyms: ReadonlyMap<string, string[]>;
	/** How telling a stem is; rare ones are. */
	weightOf: (stem: string) => number;
}

/** Reads all entries once, in slices, so that a query only has to look up its words. */
export async function toLexicon(
	entries: readonly Entry[],
	groups: readonly (readonly string[])[],
): Promise<Lexicon> {
	const next = startSlices();
	const phrases: Phrase[] = [];
	const postings = new Map<string, number[]>();
	const written = new Map<string, string>();
	const owners = new Map<string, Set<number>>();
	const add = (entry: number, field: Field, text: string) => {
		if (text === '') return;
		const words = toWords(text);
		const stems = [...new Set(words.map(toStem))];
		for (const word of words) written.set(word, toStem(word));
		for (const stem of stems) {
			const holders = postings.get(stem);
			if (holders === undefined) postings.set(stem, [phrases.length]);
			holders?.push(phrases.length);
			const own = owners.get(stem) ?? new Set();
			owners.set(stem, own.add(entry));
		}
		phrases.push({ entry, field, stems, weight: 0 });
	};
	for (const [index, entry] of entries.entries()) {
		await next();
		for (const [field, text] of toPhrases(entry)) add(index, field, text);
	}
	const weightOf = (stem: string) =>
		(emphasis[stem] ?? 1) *
		Math.log(1 + entries.length / (owners.get(stem)?.size ?? entries.length / 8));
	for (const phrase of phrases) {
		phrase.weight = phrase.stems.reduce((sum, stem) => sum + weightOf(stem), 0);
	}
	return { entries, phrases, postings, written, synonyms: toSynonyms(groups), weightOf };
}

function toSynonyms(groups: readonly (readonly string[])[]): Map<string, string[]> {
	const synonyms = new Map<string, string[]>();
	for (const stems of groups.map((group) => group.map(toStem))) {
		for (const stem of stems) synonyms.set(stem, [...(synonyms.get(stem) ?? []), ...stems]);
	}
	return synonyms;
}

function toPhrases(entry: Entry): [Field, string][] {
	const field = entry.isHeading ? 'heading' : 'name';
	return [
		...entry.names.flatMap((name): [Field, string][] => {
			const split = splitCase(name);
			const isOneWord = split !== name && !name.includes(' ');
			return [[field, split], ...(isOneWord ? [[field, name] as [Field, string]] : [])];
		}),
		...entry.words.map((word): [Field, string] => ['alias', word]),
		...entry.errors.map((error): [Field, string] => ['error', error]),
		['text', entry.summary],
	];
}
