/* What a query names among other words: pages, the sides of a comparison, or something that has no page. */
import type { Entry } from './record.ts';
import { toKey, toTellingStems, toWords } from './spelling.ts';

/** More words than these are a sentence. */
const mostWords = 3;

/** The page that a line begins with: the longest of its names wins. */
export function findOwner(query: string, entries: readonly Entry[]): Entry | undefined {
	const words = query.replace(/(?:^|\s)-.*$/, '').split(/\s+/);
	const isDocker = words[0] === 'docker';
	for (let length = words.length; length > 0; length -= 1) {
		const key = toKey(words.slice(0, length).join(' '));
		const owner = entries.find(
			({ kind, keys, owner, isHeading }) =>
				!owner && !isHeading && (!isDocker || kind === 'command') && keys.names.includes(key),
		);
		if (owner !== undefined) return owner;
	}
	return undefined;
}

/**
 * What a query names among other words: the command that a line begins with, and instructions in
 * capitals, or in any letters beside the word Dockerfile: `use ARG in CMD`, `switch user dockerfile`.
 */
export function findNamed(query: string, entries: readonly Entry[]): Entry[] {
	const line = /^docker[\s-]/i.test(query) && findOwner(query.toLowerCase(), entries);
	const text = /dockerfile/i.test(query) ? query.toUpperCase() : query;
	const words = new Set(text.match(/\b[A-Z]{3,}\b/g));
	const isNamed = ({ kind, owner, name }: Entry) =>
		!owner && kind === 'instruction' && words.has(name);
	return [...(line ? [line] : []), ...entries.filter(isNamed)];
}

const versus = /\s+(?:vs\.?|versus|compared (?:to|with))\s+/i;
const choice = /\s+(?:or|instead of|rather than)\s+/i;
const difference = /\bdifferences?\b(?:\s+between)?|\bdifferent\b|\s+(?:and|from|to|than)\s+/i;

/** `the add and copy instructions in a Dockerfile` has more words than sides. */
const around =
	/\s+in (?:an? |the )?(?:docker|dockerfile|compose)\b.*$|\s+(?:commands?|instructions?)\b/gi;

/** A choice has few words; a message with `or` in it has many: `no such file or directory`. */
const few = 5;

/** The sides of a comparison: `add vs copy` has two. None when nothing is compared. */
export function toSides(query: string): string[] {
	const sides = query.replace(around, '').split(toSeparator(query));
	const named = sides.map((side) => side.trim()).filter((side) => toTellingStems(side).length > 0);
	return named.length > 1 ? named : [];
}

function toSeparator(query: string): RegExp {
	if (versus.test(query)) return versus;
	// `with a different entrypoint` compares nothing.
	if (/\bdifferences?\b|\bdifferent (?:from|to|than)\b/i.test(query)) return difference;
	return query.split(/\s+/).length <= few ? choice : /$^/;
}

/** `cmd vs entrypoint`: a title that says more than this beside the sides is about something else. */
const least = 0.6;

/** Whether a text is called after all sides of a comparison, as `COPY or ADD` is. */
export function isAboutAll(
	{ kind, name, words, isHeading }: Entry,
	sides: readonly string[],
): boolean {
	// `image used by container` is a trouble with both, and no comparison.
	if (sides.length === 0 || !isHeading || kind === 'answer') return false;
	const wanted = new Set(sides.flatMap(toTellingStems));
	return [name, ...words]
		.map((phrase) => new Set(toTellingStems(phrase)))
		.some((said) => wanted.isSubsetOf(said) && wanted.size / said.size > least);
}

/** What a query names though no page has it: `docker stack`, `docker run --foo`, `DL9999`. */
export function findMissing(
	query: string,
	entries: readonly Entry[],
	unpaged: readonly string[],
): string | undefined {
	const text = query.trim().replace(/^docker-compose\b/i, 'docker compose');
	const typed = text.toLowerCase();
	const command = unpaged.filter((name) => `${typed} `.startsWith(`${name} `)).at(-1);
	// `docker compose wait for a container` is a sentence.
	const isLine =
		command !== undefined && typed.slice(command.length).split(' ').length <= mostWords;
	const owner = findOwner(typed, entries);
	const found = toKey(owner?.name ?? '').length;
	if (isLine && found < toKey(command).length) return command;
	const code = /^(?:DL|SC)\d{4}$|\bexit code \d+$/i.exec(text)?.[0];
	const isOf = (name: string) =>
		toWords(name)
			.join(' ')
			.startsWith(code?.toLowerCase() ?? '');
	if (code !== undefined && !entries.some(({ name, words }) => [name, ...words].some(isOf)))
		return code;
	const option = /^(?:docker [^-]+ )?(--[a-z][\w-]*)$/.exec(typed)?.[1] ?? '-';
	const options = (owner?.parts ?? entries).flatMap((entry) => entry.options);
	return option === '-' || options.some((own) => own.startsWith(option)) ? undefined : text;
}
