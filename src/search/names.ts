import type { Kind } from './entry.ts';

/** The small index as it travels: what each page and its parts are called. See `toEntries`. */
export interface Names {
	/** The same for the two files of one build. */
	version: string;
	/** The names of the files of notes, when there are several. */
	topics?: string[];
	pages: NamedPage[];
}

/** What follows when the small index is there: for each of its pages, in the same order, the rest. */
export interface Details {
	version: string;
	pages: DetailedPage[];
	/** Words that stand for one another. */
	synonyms: string[][];
}

/** The types of the parts of a page that have an address of their own and are typed as they stand. */
export type PartType = 'option' | 'flag' | 'mount' | 'variable' | 'rule' | 'section';

/** The types of parts that only their titles are known by. */
export type TextType = 'gotcha' | 'example';

/** One page of the small index. What is empty is left out. */
export interface NamedPage {
	/** The address from the root of the site, where the name does not give it; see `toAddress`. */
	at?: string;
	kind: Kind;
	/** 1 for a page that only leads to others, or that sums others up: those come first. */
	aside?: 1;
	name: string;
	/** The place of its file among the topics. */
	topic?: number;
	/** Other ways to write the name. */
	also?: string[];
	/** The first words that people call it by; the others follow with the details. */
	words?: string[];
	/** By type, the name of each part; with `#` and its slug where that is not plain. */
	parts?: Partial<Record<PartType, string[]>>;
}

/** What a reader sees of a page, and what is searched when the names do not answer. */
export interface DetailedPage {
	summary?: string;
	syntax?: string;
	/** One line that shows it in use. */
	code?: string;
	/** Further words, and error messages with a `!` in front. */
	terms?: string[];
	/** By type, what each part of the small index is about, in its order. */
	meanings?: Partial<Record<PartType, DetailedPart[]>>;
	/** By type, further parts. */
	texts?: Partial<Record<TextType, TextPart[]>>;
}

/** One sentence about a part, one line that shows it in use, and its terms as those of a page. */
export type DetailedPart = [meaning: string, code: string, ...terms: string[]];

/** A part that has a title: its name (an id or a heading), its text or its code. */
export type TextPart = [name: string, text: string];

/** The address that a page has by its kind and name alone. */
export function toAddress(kind: Kind, name: string): string {
	const slug = name.replace(/^docker /, '').replaceAll(' ', '-');
	if (kind === 'instruction') return `/dockerfile/instructions/${slug.toLowerCase()}/`;
	if (kind === 'command') return `/commands/${slug}/`;
	const words = name.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/([A-Z])([A-Z][a-z])/g, '$1-$2');
	return `/checks/${words.toLowerCase()}/`;
}
