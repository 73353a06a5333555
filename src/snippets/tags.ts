import type { Reference } from '../reference/facts.ts';
import type { Grammar } from './language.ts';
import { parseDockerfile } from '../checks/dockerfile.ts';
import { toKnownCommands } from './commands.ts';
import { parseShell } from './shell.ts';
import { toTyped } from './session.ts';

/** What a snippet is about: the instructions or the commands in it, and the commands' tasks. */
export type ToTags = (code: string, grammar: Grammar) => string[];

/** Finds tags by the names that the data has. */
export function startTags({
	instructions,
	commands,
}: Pick<Reference, 'instructions' | 'commands'>): ToTags {
	const names = new Set(instructions.map(({ name }) => name));
	const known = toKnownCommands(commands);
	return (code, grammar) => {
		if (grammar === 'dockerfile') {
			const used = parseDockerfile(code).steps.map(({ keyword }) => keyword);
			return [...new Set(used)].filter((keyword) => names.has(keyword));
		}
		if (grammar !== 'shell') return [];
		const typed = parseShell(toTyped(code)).commands.flatMap(({ words }) => {
			const lengths = [4, 3, 2].map((length) => words.slice(0, length).join(' '));
			return lengths.filter((name) => known.has(name)).slice(0, 1);
		});
		const tasks = commands.filter(({ name }) => typed.includes(name)).map(({ task }) => task);
		return [...new Set([...tasks, ...typed])];
	};
}
