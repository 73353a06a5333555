import type { Entry } from './entry.ts';
import { toKey, toOptions } from './tokens.ts';
import { tiers } from './weights.ts';

/** More words than these are a sentence. */
const words = 3;

/**
 * `docker ps -a`, `-it`, `--mount=type=cache`: the options of a query by their entry's place, those of
 * the thing that is named before them first.
 */
export function toOptionTiers(query: string, entries: readonly Entry[]): [number, number][] {
	const typed = toOptions(query);
	const owner = typed.length > 0 ? findOwner(query, entries) : undefined;
	const letters = typed.flatMap(toLetters);
	// `container --rm` asks for an option; `set -o pipefail` and a message that names one do not.
	const isShort = query.split(/\s+/).length <= words;
	const isAsked = owner !== undefined || query.startsWith('-');
	const wanted = new Set(
		[...typed, ...letters].filter((option) => isAsked || (isShort && /^--/.test(option))),
	);
	const valued = query.split(/\s+/).filter((part) => /^--.*=/.test(part));
	const found = entries.flatMap((entry, index): [number, number][] => {
		const isWhole = entry.options.some(
			(option) => valued.includes(option) || isBegun(valued, option),
		);
		if (!isWhole && !entry.options.some((option) => wanted.has(option))) return [];
		const isOwned = owner !== undefined && entry.owner === owner;
		const tier = isOwned ? tiers.ownedOption : tiers.option;
		const hasAll = letters.length > 0 && letters.every((letter) => hasOption(entry.owner, letter));
		const more = (isWhole ? 0.5 : 0) + (hasAll ? 0.3 : 0);
		return [[index, tier + more]];
	});
	if (owner === undefined) return found;
	const isOne = typed.length === 1 && letters.length === 0;
	const isFound = found.some(([, tier]) => tier >= tiers.ownedOption);
	return [...found, [entries.indexOf(owner), tiers.ownedOption + (isOne && isFound ? -0.2 : 0.9)]];
}

/** Whether a typed `--mount=type=cache,target=…` begins with an option that has a value itself. */
function isBegun(valued: readonly string[], option: string): boolean {
	return option.includes('=') && valued.some((part) => part.startsWith(option));
}

function hasOption(owner: Entry | undefined, option: string): boolean {
	return owner?.parts.some(({ options }) => options.includes(option)) ?? false;
}

/** The page that a line begins with: the longest of its names wins. */
function findOwner(query: string, entries: readonly Entry[]): Entry | undefined {
	const words = query.replace(/(?:^|\s)-.*$/, '').split(/\s+/);
	const isDocker = words[0] === 'docker';
	for (let length = words.length; length > 0; length -= 1) {
		const key = toKey(words.slice(0, length).join(' '));
		const owner = entries.find(
			({ kind, names, owner, isHeading }) =>
				owner === undefined &&
				!isHeading &&
				(!isDocker || kind === 'command') &&
				names.some((name) => toKey(name) === key),
		);
		if (owner !== undefined) return owner;
	}
	return undefined;
}

/** The command that a line beginning with `docker` is about. */
export function findCommand(query: string, entries: readonly Entry[]): Entry | undefined {
	return /^docker[\s-]/i.test(query) ? findOwner(query.toLowerCase(), entries) : undefined;
}

/** `-it` is `-i` and `-t`. */
function toLetters(option: string): string[] {
	const isCluster = /^-[A-Za-z]{2,3}$/.test(option);
	return isCluster ? [...option.slice(1)].map((letter) => `-${letter}`) : [];
}
