import type { Reference } from '../reference/reference.ts';
import { folders } from '../reference/addresses.ts';
import { toFlagAnchor } from '../reference/command.ts';
import { toOptionAnchor } from '../reference/instruction.ts';

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
	const seen = new Set<string>();
	const isNew = (name: string) => !seen.has(name) && seen.add(name) && true;
	return [
		...instructions.map(({ id, name, summary, options }): Explanation => [
			[name],
			summary,
			`/${folders.instructions}/${id}/`,
			options.map((option) => [[option.name], option.meaning, toOptionAnchor(option.name)]),
		]),
		...commands.flatMap(({ id, name, canonical, aliases, summary, flags }): Explanation[] => {
			// `docker build --no-cache` has a page, and is `docker build` with a flag.
			const names = [name, canonical, ...aliases].filter((one) => !/ -|=/.test(one)).filter(isNew);
			const parts = flags.map((flag): Part => [
				[flag.name, ...(flag.short === undefined ? [] : [flag.short])],
				flag.meaning,
				toFlagAnchor(flag.name),
			]);
			return names.length === 0 ? [] : [[names, summary, `/${folders.commands}/${id}/`, parts]];
		}),
	];
}
