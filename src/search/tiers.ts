import type { Entry } from './record.ts';
import { toQuotedLength } from './quotation.ts';
import { findOwner, mostWords } from './named.ts';
import { isCode, stopWords, toBareKey, toKey, toOptions, toWords } from './spelling.ts';

/** The tiers of whole-name matches; what is matched word by word scores below 1. */
export const tiers = {
	/** `copy` is COPY, though many pages are titled with the word. */
	name: 10,
	/** `FROM --platform flag should not use constant value`: a message is no option, and more of it is better. */
	message: 10.8,
	/** `docker run` is the command, `run` alone is RUN. */
	typed: 10.5,
	/** `docker ps -a` is the flag of that very command. */
	ownedOption: 9,
	/** `-t` is an option before it is a letter. */
	option: 8,
	/** `docker volume` are the commands that begin so. */
	group: 7.5,
	/** `env var` is ENV; no heading comes before. */
	alias: 7,
	/** `using an env var` is ENV. */
	bareAlias: 5.5,
	/** `what is a container` is the section of that title. */
	heading: 5.4,
	/** `EXPOSE 80` is a line of a Dockerfile. */
	line: 5,
	/** `# syntax=docker/dockerfile:1` begins with a word of the data, as it stands. */
	led: 4.5,
	/** `|| exit 1` stands in this very code. */
	literal: 4,
	/** `compose d`, `hea`: the name that is being typed. */
	begun: 3,
};

/** No message gets more than this for its length. */
const mostQuoted = 3;

type Add = (tier: number, isMatch: (entry: Entry) => boolean) => void;

/** Entries whose whole name is in the query, with the tier of the match. */
export function toTiers(query: string, entries: readonly Entry[]): Map<Entry, number> {
	const found = new Map(toOptionTiers(query, entries));
	const add: Add = (tier, isMatch) => {
		for (const entry of entries.filter(isMatch)) {
			found.set(entry, Math.max(found.get(entry) ?? 0, tier));
		}
	};
	if (!query.startsWith('-')) {
		addNames(query, add);
		addBegun(query, add);
	}
	const text = ` ${toWords(query).join(' ')} `;
	for (const entry of entries) {
		const length = toQuotedLength(text, entry);
		if (length > 0) found.set(entry, tiers.message + Math.min(length / 50, mostQuoted));
	}
	const line = /^([A-Z]{3,})\s+\S/.exec(query)?.[1];
	add(tiers.line, ({ kind, name }) => kind === 'instruction' && name === line);
	if (isCode(query)) addLiteral(query.toLowerCase(), add);
	return found;
}

function addNames(query: string, add: Add): void {
	const key = toKey(query);
	const bare = toBareKey(query);
	const typed = query.toLowerCase();
	const isKey = (keys: readonly string[]) => key !== '' && keys.includes(key);
	// `docker volume` is not VOLUME, and `docker data directory` is no directory of another kind.
	const isDocker = typed.startsWith('docker ');
	add(tiers.typed, ({ names, words, isHeading }) =>
		[...(isHeading ? [] : names), ...(isDocker ? words : [])].includes(typed),
	);
	add(tiers.name, ({ keys, kind, isHeading }) => {
		const isOther = isHeading || (isDocker && kind === 'instruction');
		return !isOther && isKey(keys.names);
	});
	add(tiers.option, ({ options }) => typed.includes('-') && options.includes(`--${typed}`));
	// `env_file: app.env` is a line of a Compose file.
	const composeKey = /^[a-z]+_[a-z_]+/.exec(typed)?.[0] ?? '-';
	add(tiers.option, ({ options }) => options.includes(composeKey));
	add(tiers.alias, ({ keys }) => isKey(keys.words));
	add(tiers.bareAlias, ({ keys }) => bare !== '' && keys.words.includes(bare));
	add(tiers.heading, ({ keys, kind, isHeading, isAside }) => {
		const isTitle = isHeading && !isAside && kind !== 'snippet';
		return isTitle && bare !== '' && [...keys.names, ...keys.bareNames].includes(bare);
	});
}

/** Names that begin with what was typed so far. */
function addBegun(query: string, add: Add): void {
	const key = toKey(query);
	if (key.length < 2) return;
	const isDocker = /^docker\s/i.test(query);
	const isOffered = ({ kind, owner }: Entry) =>
		!owner && (kind === 'command' || (!isDocker && (kind === 'instruction' || kind === 'check')));
	add(
		isDocker ? tiers.group : tiers.begun,
		(entry) => isOffered(entry) && entry.keys.names[0]?.startsWith(key) === true,
	);
}

/** What has the characters of a query as they stand. */
function addLiteral(text: string, add: Add): void {
	const isLed = (word: string) =>
		word.length > 2 && isCode(word) && text.startsWith(word.toLowerCase());
	add(tiers.led, ({ words }) => words.some(isLed));
	const isWhole = (part: string) => part.toLowerCase().includes(text);
	// A character alone is asked for as it is used, not as a sign of a synopsis: `PATH | URL`.
	const isUsed = (code: string) => code.includes(` ${text} `);
	add(tiers.literal, ({ words, syntax, code }) =>
		text.length > 1 ? [...words, syntax, code].some(isWhole) : isUsed(code),
	);
}

/**
 * `docker ps -a`, `-it`, `--mount=type=cache`: the entries of a query's options, those of the thing that
 * is named before them first.
 */
function toOptionTiers(query: string, entries: readonly Entry[]): [Entry, number][] {
	const typed = toOptions(query);
	const owner = typed.length > 0 ? findOwner(query, entries) : undefined;
	const letters = typed.flatMap(toLetters);
	// `container --rm` asks for an option; `set -o pipefail` and a message that names one do not.
	const isShort = query.split(/\s+/).length <= mostWords;
	const isAsked = owner !== undefined || query.startsWith('-') || isOnly(query, typed);
	const wanted = new Set(
		[...typed, ...letters].filter((option) => isAsked || (isShort && option.startsWith('--'))),
	);
	const valued = query.split(/\s+/).filter((part) => /^--.*=/.test(part));
	const found = entries.flatMap((entry): [Entry, number][] => {
		const isWhole = entry.options.some(
			(option) => valued.includes(option) || isBegun(valued, option),
		);
		if (!isWhole && !entry.options.some((option) => wanted.has(option))) return [];
		// `docker ps -a` asks for no other command's `-a`.
		if (owner !== undefined && entry.owner !== owner) return [];
		const hasAll = letters.length > 0 && letters.every((letter) => hasOption(entry.owner, letter));
		const more = (isWhole ? 0.5 : 0) + (hasAll ? 0.3 : 0);
		return [[entry, (owner === undefined ? tiers.option : tiers.ownedOption) + more]];
	});
	if (owner === undefined) return found;
	const isOne = typed.length === 1 && letters.length === 0 && found.length > 0;
	return [...found, [owner, tiers.ownedOption + (isOne ? -0.2 : 0.9)]];
}

/** Whether a query speaks of options alone, as `what does -it mean` does. */
function isOnly(query: string, options: readonly string[]): boolean {
	const others = options.reduce((text, option) => text.replace(option, ' '), query);
	return toWords(others).every(
		(word) => stopWords.has(word) || /^(?:flag|option|mean)s?$/.test(word),
	);
}

/** Whether a typed `--mount=type=cache,target=…` begins with an option that has a value itself. */
function isBegun(valued: readonly string[], option: string): boolean {
	return option.includes('=') && valued.some((part) => part.startsWith(option));
}

function hasOption(owner: Entry | undefined, option: string): boolean {
	return owner?.parts.some(({ options }) => options.includes(option)) ?? false;
}

/** `-it` is `-i` and `-t`. */
function toLetters(option: string): string[] {
	const isCluster = /^-[A-Za-z]{2,3}$/.test(option);
	return isCluster ? [...option.slice(1)].map((letter) => `-${letter}`) : [];
}
