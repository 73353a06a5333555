import type { Reference } from '../reference/reference.ts';
import { folders, toFlagAnchor, toOptionAnchor } from '../reference/addresses.ts';

/** An option or a flag: its names, what it does, and the `#` part of its address. */
export type Part = readonly [names: readonly string[], text: string, anchor: string];

/**
 * An instruction or a command with what can stand behind it: the ways to type it, what it does, the
 * address of its page from the root of the site, its parts. Lists, because they travel to browsers.
 */
export type Explanation = readonly [
	names: readonly string[],
	text: string,
	page: string,
	parts: readonly Part[],
];

/** Everything that can be explained in a snippet; the words are the data's. */
export function toExplanations({
	instructions,
	commands,
}: Pick<Reference, 'instructions' | 'commands'>): Explanation[] {
	// `docker build --no-cache` has a page, and is `docker build` with a flag.
	const plain = commands.filter(({ name }) => !/ -|=/.test(name));
	const taken = new Set(plain.map(({ name }) => name));
	const isNew = (name: string) => !taken.has(name) && taken.add(name).has(name);
	return [
		...instructions.map(({ id, name, summary, options }): Explanation => [
			[name],
			summary,
			`/${folders.instructions}/${id}/`,
			options.map((option) => [[option.name], option.meaning, toOptionAnchor(option.name)]),
		]),
		...plain.map(({ id, name, canonical, aliases, summary, flags }): Explanation => [
			[name, ...[canonical, ...aliases].filter(isNew)],
			summary,
			`/${folders.commands}/${id}/`,
			flags.map((flag) => [
				[flag.name, ...(flag.short === undefined ? [] : [flag.short])],
				flag.meaning,
				toFlagAnchor(flag.name),
			]),
		]),
	];
}
