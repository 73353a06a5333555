import type { Entry } from './record.ts';
import { findOwner } from './named.ts';
import { isCode, toBareKey, toKey, toWordKey, toWords } from './spelling.ts';

/** What a match of the whole query adds to that of its words, which is about 1 at most. */
export const tiers = {
	/** `No such image: web`: a message and what stands around it. */
	quoted: 4,
	/** `restart policy` is the option of that name rather than the top of its page. */
	part: 3.4,
	/** `docker image rm`, `env var`: a name or a word of the data. */
	whole: 3,
	/** `--tag`, `what is a container`: a part by its name, or what is left without what says nothing. */
	bare: 2.5,
	/**
	 * `EXPOSE 80`, `docker run -it ubuntu`: a line that begins with a name, and its options; `| sh` stands in
	 * this very code; `compose d`, `hea`: the name that is being typed.
	 */
	near: 2,
};

/** Entries that the whole query is about, with the tier of the match; `words` are those of the query. */
export function toTiers(
	query: string,
	words: ReadonlySet<string>,
	entries: readonly Entry[],
): Map<Entry, number> {
	const isWhole = toWhole(query);
	const isBare = toBare(query);
	const tests: [number, Test][] = [
		[tiers.quoted, toQuoted(query)],
		[tiers.part, (entry) => isWhole(entry) && entry.owner !== undefined && isWhole(entry.owner)],
		[tiers.whole, (entry) => isWhole(entry) && entry.owner === undefined],
		[tiers.bare, (entry) => isWhole(entry) || isBare(entry)],
		[tiers.near, toOfLine(query, words, entries)],
		[tiers.near, toLiteral(query.toLowerCase())],
		[tiers.near, toBegun(query)],
	];
	return new Map(
		entries.flatMap((entry) => {
			const [tier] = tests.find(([, isMatch]) => isMatch(entry)) ?? [];
			return tier === undefined ? [] : [[entry, tier] as const];
		}),
	);
}

type Test = (entry: Entry) => boolean;

/** Whether all of a message stands in a query, but for what differs from case to case. */
function toQuoted(query: string): Test {
	const text = ` ${toWords(query).join(' ')} `;
	const isIn = (part: string) => text.includes(` ${part} `);
	return ({ keys: { messages } }) => messages.some((parts) => parts.every(isIn));
}

/** `How can I run …`: how a question begins, whatever it asks. */
const opening =
	/^(?:(?:how|where) )?(?:(?:do|can|could|should|would) (?:i|we|you|one)|to|is it possible to|is there a way to) /i;

/** Whether a query is what it is called. `docker volume` is not VOLUME, and `--init` no `docker init`. */
function toWhole(query: string): Test {
	const forms = [query, query.replace(opening, '')];
	const asked = new Set(forms.flatMap((form) => [toKey(form), toWordKey(form)]).filter(Boolean));
	const typed = query.toLowerCase();
	const isDocker = typed.startsWith('docker ');
	const isOption = (option: string) =>
		option === query || (/[-_]/.test(typed) && [typed, `--${typed}`].includes(option));
	return ({ kind, keys, options, words, isAside }) => {
		if (isDocker && kind === 'instruction') return false;
		if (options.some(isOption)) return true;
		if (query.startsWith('-')) return words.includes(typed);
		return !isAside && [...keys.names, ...keys.words].some((key) => asked.has(key));
	};
}

/** The same without the words that say nothing; `docker volume in` is the beginning of a command. */
function toBare(query: string): Test {
	const bare = /^(?:docker\s|-)/i.test(query) ? '' : toBareKey(query);
	return ({ kind, keys, isHeading, isAside }) => {
		const titles = isHeading && kind !== 'snippet' ? keys.bareNames : [];
		return bare !== '' && !isAside && [...keys.words, ...titles].includes(bare);
	};
}

/** Whether a name begins with what was typed so far. */
function toBegun(query: string): Test {
	const key = query.startsWith('-') ? '' : toKey(query);
	const isDocker = /^docker\s/i.test(query);
	return ({ kind, owner, keys: { names } }) => {
		const isOffered =
			kind === 'command' || (!isDocker && (kind === 'instruction' || kind === 'check'));
		return key.length > 1 && !owner && isOffered && names[0]?.startsWith(key) === true;
	};
}

/** Whether a query is a line that is written with something, and maybe with options. */
function toOfLine(query: string, words: ReadonlySet<string>, entries: readonly Entry[]): Test {
	const name = /^([A-Z]{3,})\s+\S/.exec(query)?.[1];
	const begun = [...words].filter((word) => word.startsWith('--'));
	const line = /\S\s+-/.test(query) ? findOwner(query.toLowerCase(), entries) : undefined;
	// `--force-rec` is being typed.
	const isTyped = (option: string) =>
		words.has(option) || begun.some((word) => option.startsWith(word));
	return (entry) => {
		const isOption = entry.owner === line && entry.options.some(isTyped);
		return entry.name === name || (line !== undefined && (entry === line || isOption));
	};
}

/** Whether something has the characters of a query as they stand, or is called as it begins. */
function toLiteral(text: string): Test {
	if (!isCode(text)) return () => false;
	const isLed = (word: string) =>
		word.length > 2 && isCode(word) && text.startsWith(word.toLowerCase());
	// A character alone is asked for as it is used, not as a sign of a synopsis: `PATH | URL`.
	const isUsed = (code: string) =>
		code.toLowerCase().includes(text.length > 1 ? text : ` ${text} `);
	return ({ words, syntax, code }) =>
		words.some(isLed) || [...words, code, ...(text.length > 1 ? [syntax] : [])].some(isUsed);
}
