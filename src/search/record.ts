import { toBareKey, toKey, toMessageParts } from './tokens.ts';

/** What a thing is; results are grouped and filtered by it, in this order. */
export const kinds = [
	'instruction',
	'command',
	'option',
	'answer',
	'guide',
	'check',
	'concept',
	'snippet',
] as const;

/** One of the kinds of things that search finds. */
export type Kind = (typeof kinds)[number];

/** One thing that can be found, with all that it is called. Plain data: it travels as it is. */
export interface SearchRecord {
	/** From the root of the site, with the `#` of its part. */
	href: string;
	kind: Kind;
	/** As a reader sees it: `COPY --from`. */
	name: string;
	/** Every way to write its name in full, the plain one first; the exact name wins over everything. */
	names: string[];
	/** For an option: itself without its owner, `--tag` and `-t`. */
	options: string[];
	/** Whether its name is a title in words, and not something that is typed. */
	isHeading: boolean;
	/** Whether it only leads to others or sums them up, so that those come first. */
	isAside: boolean;
	/** What people call it, and what they want with it. */
	words: string[];
	/** Error messages that it answers; `…` stands for what differs from case to case. */
	errors: string[];
	/** What it is or does, in a sentence; empty where nothing is said. */
	summary: string;
	/** How it is written, and code that shows it in use; empty where there is none. */
	syntax: string;
	code: string;
	/** The name of its file of notes, where there are several; only of a whole page. */
	topic?: string;
	/** The `href` of the page that it is a part of; none for a page. */
	page?: string;
}

/** What `/search.json` holds: pages in the order in which equal matches rank, parts behind theirs. */
export interface SearchIndex {
	records: SearchRecord[];
	/** Words that stand for one another. */
	synonyms: string[][];
}

/** A record that is ready to be ranked. */
export interface Entry extends SearchRecord {
	/** The page whose part it is. */
	owner?: Entry;
	/** The parts that belong on its card: options and flags. */
	parts: Entry[];
	/** Its names and words as they are compared, see `toKey` and `toBareKey`; messages in their parts. */
	keys: Record<'names' | 'bareNames' | 'words' | 'options', string[]> & { messages: string[][] };
}

/** Makes records ready, in their order. */
export function toEntries(records: readonly SearchRecord[]): Entry[] {
	const pages = new Map<string, Entry>();
	return records.map((record) => {
		const owner = pages.get(record.page ?? '');
		const entry: Entry = { ...record, ...(owner && { owner }), parts: [], keys: toKeys(record) };
		if (owner === undefined) pages.set(entry.href, entry);
		else if (entry.kind === 'option') owner.parts.push(entry);
		return entry;
	});
}

function toKeys({ names, words, options, errors }: SearchRecord): Entry['keys'] {
	return {
		names: names.map(toKey),
		bareNames: names.map(toBareKey),
		words: words.map(toKey),
		options: options.map(toKey),
		messages: errors.map(toMessageParts),
	};
}
