import type { Entry } from './entry.ts';
import { toOptionTiers } from './options.ts';
import { isCode, toBareKey, toKey } from './tokens.ts';
import { tiers } from './weights.ts';

type Add = (tier: number, isMatch: (entry: Entry) => boolean) => void;

/** Entries whose whole name is in the query, by their place, with the tier of the match. */
export function toTiers(query: string, entries: readonly Entry[]): Map<number, number> {
	const found = new Map<number, number>();
	const add: Add = (tier, isMatch) => {
		for (const [index, entry] of entries.entries()) {
			if (isMatch(entry)) found.set(index, Math.max(found.get(index) ?? 0, tier));
		}
	};
	for (const [entry, tier] of toOptionTiers(query, entries)) found.set(entry, tier);
	if (!query.startsWith('-')) addNames(query, add);
	addBegun(query, add);
	const line = /^([A-Z]{3,})\s+\S/.exec(query)?.[1];
	add(tiers.line, ({ kind, name }) => kind === 'instruction' && name === line);
	if (!isCode(query)) return found;
	const text = query.toLowerCase();
	add(
		tiers.quoted,
		({ words }) => !/^docker /.test(text) && words.some((word) => isCode(word) && isIn(word, text)),
	);
	add(tiers.literal, ({ words, syntax, code }) =>
		[...words, syntax, code].some((part) => part.toLowerCase().includes(text)),
	);
	return found;
}

/** A word of more than two characters, in what was typed. */
function isIn(word: string, text: string): boolean {
	return word.length > 2 && text.includes(word.toLowerCase());
}

/** Names that begin with what was typed so far. */
function addBegun(query: string, add: Add): void {
	const key = toKey(query);
	if (key.length < 2 || query.startsWith('-')) return;
	const isDocker = /^docker\s/i.test(query);
	add(
		tiers.begun,
		({ kind, name, owner }) =>
			(kind === 'command' || (kind === 'instruction' && !isDocker)) &&
			!owner &&
			toKey(name).startsWith(key),
	);
}

function addNames(query: string, add: Add): void {
	const key = toKey(query);
	const bare = toBareKey(query);
	const typed = query.toLowerCase();
	const isKey = (name: string) => key !== '' && toKey(name) === key;
	const isBare = (name: string) =>
		bare !== '' && (toKey(name) === bare || toBareKey(name) === bare);
	add(tiers.typed, ({ names, isHeading }) => !isHeading && names.includes(typed));
	add(tiers.name, ({ names, isHeading }) => !isHeading && names.some(isKey));
	add(tiers.message, ({ errors }) => errors.some(isKey));
	add(tiers.alias, ({ words }) => words.some(isKey));
	add(tiers.heading, ({ names, isHeading, isAside }) => isHeading && !isAside && names.some(isKey));
	add(tiers.bareName, ({ names, isHeading }) => !isHeading && names.some(isBare));
	add(tiers.bareAlias, ({ words }) => words.some((word) => bare !== '' && toKey(word) === bare));
	add(
		tiers.bareHeading,
		({ names, isHeading, isAside }) => isHeading && !isAside && names.some(isBare),
	);
	add(tiers.aside, ({ names, isAside }) => isAside && names.some(isKey));
}
