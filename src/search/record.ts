import { toFlagAnchor } from '../reference/addresses.ts';
import { toBareKey, toKey, toMessageParts, toTelling, toWordKey, toWords } from './spelling.ts';

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
	/** What to do, in steps; only of an answer. */
	fix?: string[];
	/** The name of its file of notes, where there are several; only of a whole page. */
	topic?: string;
	/** The `href` of the page that it is a part of; none for a page. */
	page?: string;
}

/** A record without what goes without saying: empty fields, its page, and names that are made of others. */
export type PackedRecord = Partial<SearchRecord> & Pick<SearchRecord, 'href' | 'kind'>;

/** What of a record is shown only: it comes after the names, which answer without it. */
export type Details = Partial<Pick<SearchRecord, 'summary' | 'syntax' | 'code' | 'fix'>>;

/** What `/search.json` holds: pages in the order in which equal matches rank, parts behind theirs. */
export interface SearchIndex {
	records: PackedRecord[];
	/** Words that stand for one another. */
	synonyms: string[][];
	/** Commands that Docker has and no page is about. */
	unpaged: string[];
}

/** A search index, and what `/search-details.json` holds: one for each record, in their order. */
export interface DetailedIndex extends SearchIndex {
	details: Details[];
}

/** A record that is ready to be ranked. */
export interface Entry extends SearchRecord {
	/** The page whose part it is. */
	owner?: Entry;
	/** The parts that belong on its card: options and flags. */
	parts: Entry[];
	/** Its names and words as they are compared, see `toKey` and `toBareKey`; messages in their parts. */
	keys: Record<'names' | 'bareNames' | 'words', string[]> & { messages: string[][] };
}

/** What most records have. */
export const none = {
	...{ names: [], options: [], isHeading: false, isAside: false, words: [], errors: [] },
	...{ summary: '', syntax: '', code: '' },
};

/** Whether a record is looked through with its summary. Parts and answers are known by their words. */
export function isSummed({ page, kind }: { page?: string | undefined; kind: Kind }): boolean {
	return page === undefined && kind !== 'answer';
}

/** What is only shown of a record. */
export function toDetails(record: SearchRecord): Details {
	const { summary, syntax, code, fix } = record;
	return {
		...(!isSummed(record) && summary !== '' && { summary }),
		...(syntax !== '' && { syntax }),
		...(code !== '' && { code }),
		...(fix !== undefined && { fix }),
	};
}

/** Kinds of which most things are known by a title in words. */
const titled: ReadonlySet<Kind> = new Set(['answer', 'guide', 'concept', 'snippet']);

/** Stands for the anchor that a part has by its option or its title, as most have. */
const usualHref = '#';

function toUsualHref({ name, options: [option] }: Pick<SearchRecord, 'name' | 'options'>): string {
	const slug = name.toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, '');
	return `#${option === undefined ? slug.replaceAll(' ', '-') : toFlagAnchor(option)}`;
}

/** Takes away what `toEntries` can put back, and the details. */
export function pack(records: readonly SearchRecord[]): PackedRecord[] {
	const names = new Map(records.map(({ href, name }) => [href, name]));
	return records.map(({ page, href, kind, ...fields }) => {
		const owner = names.get(page ?? '');
		const name = toOptionName(fields.options, owner);
		const told = Object.entries(fields).filter(([field, value]) => {
			if (field === 'syntax' || field === 'code' || field === 'fix') return false;
			if (field === 'summary') return isSummed({ page, kind }) && value !== '';
			if (field === 'isHeading') return value !== titled.has(kind);
			if (field === 'name') return value !== name;
			if (field === 'names') return String(value) !== String(toNames(fields, owner));
			return value === true || (value !== false && value.length > 0);
		});
		const packed = Object.fromEntries(told);
		const anchor = page === undefined ? href : href.slice(page.length);
		const isUsual = anchor === toUsualHref(fields);
		return { href: isUsual ? usualHref : anchor, kind, ...packed };
	});
}

/** `docker run --tag` and `docker run -t`. */
function toNames(
	{ name, options }: Pick<SearchRecord, 'name' | 'options'>,
	owner?: string,
): string[] {
	const made = options.map((option) => `${owner} ${option}`);
	return owner !== undefined && name === toOptionName(options, owner) ? made : [name];
}

/** `docker run --tag, -t`. */
function toOptionName(options: readonly string[], owner = ''): string {
	return `${owner} ${options.join(', ')}`;
}

/** Makes records ready, in their order; parts have the page above them as their owner. */
export function toEntries(records: readonly PackedRecord[]): Entry[] {
	let page: Entry | undefined;
	return records.map((packed) => {
		const isPart = packed.page !== undefined || packed.href.startsWith('#');
		const owner = isPart ? page : undefined;
		const { options = [], kind } = packed;
		const name = packed.name ?? toOptionName(options, owner?.name);
		const anchor = packed.href === usualHref ? toUsualHref({ name, options }) : packed.href;
		const href = anchor.startsWith('#') ? `${owner?.href}${anchor}` : anchor;
		const plain = { ...none, isHeading: titled.has(kind), ...packed, name, href };
		const names = packed.names ?? toNames(plain, owner?.name);
		const record = { ...plain, names, ...(owner && { page: owner.href }) };
		const entry: Entry = { ...record, ...(owner && { owner }), parts: [], keys: toKeys(record) };
		if (owner === undefined) page = entry;
		else if (entry.kind === 'option') owner.parts.push(entry);
		return entry;
	});
}

function toKeys({ names, words, errors }: SearchRecord): Entry['keys'] {
	return {
		names: names.map(toKey),
		bareNames: names.map((name) => (isAboutMore(name) ? '' : toBareKey(name))),
		words: words.map(toWordKey),
		messages: errors.map(toMessageParts),
	};
}

/** `How do I use Docker inside a container?` is not what somebody asks who types `container`. */
function isAboutMore(title: string): boolean {
	const words = toWords(title);
	return words.length > 5 && toTelling(words).length === 1;
}

/** An entry that answers a query, and how well. */
export interface Ranked {
	entry: Entry;
	/** Above 1 when a whole name was matched; see `tiers`. */
	score: number;
}

/** The answers to a query, the best first. */
export interface Ranking {
	ranked: Ranked[];
	/** The stems of all words that the query stands for, to mark them. */
	stems: Set<string>;
}
