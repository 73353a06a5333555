/* What a query names among other words: a page, a task, or something that has none. */
import type { Entry } from './record.ts';
import { toKey, toTelling, toWords } from './spelling.ts';

/** More words than these are a sentence. */
export const mostWords = 3;

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

/** What most commands are for. */
const objects = /\b(?:container|image|network|volume)/g;

/** `save an image to a file`: the command that is called as a task begins and is for what it names. */
export function findTask(query: string, entries: readonly Entry[]): Entry | undefined {
	const text = query.toLowerCase();
	const [verb] = toTelling(toWords(text));
	const named = text.match(objects) ?? [];
	return entries.find(
		({ owner, names, summary }) =>
			!owner &&
			names.includes(`docker ${verb}`) &&
			named.some((object) => summary.includes(object)),
	);
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
