import type { Kind } from './entry.ts';

/** The small index as it travels: names, words and one line for each page. See `toEntries`. */
export type Names = readonly NamedPage[];

/** The types of the parts of a page that have an address of their own. */
export type PartType =
	'option' | 'flag' | 'mount' | 'variable' | 'rule' | 'gotcha' | 'example' | 'section';

/** One page of the small index. What is empty is left out. */
export interface NamedPage {
	/** The address from the root of the site. */
	at: string;
	kind: Kind;
	/** 1 for a page that only leads to others, or that sums others up: those come first. */
	aside?: 1;
	name: string;
	/** Other ways to write the name. */
	also?: string[];
	/** What people call it. */
	words?: string[];
	/** Error messages that it answers. */
	errors?: string[];
	summary?: string;
	syntax?: string;
	/** One line that shows it in use. */
	code?: string;
	/** By type, each part as `name|word|word|!error`. */
	parts?: Partial<Record<PartType, string[]>>;
}
