import type { Command } from '../reference/schema/command.ts';

/** What is known of one command of the shell that begins with `docker`. */
export interface KnownCommand {
	/** As it is typed: `docker image rm`. */
	name: string;
	/** With their dashes, and whether a value follows. */
	flags: ReadonlyMap<string, { takesValue: boolean }>;
	/** How many words have to follow, apart from flags. */
	least: number;
	/** Whether everything behind the first such word belongs to another program. */
	runsAnother: boolean;
	/** The file of its facts. */
	file: string;
}

type Facts = Pick<Command, 'name' | 'canonical' | 'aliases' | 'flags' | 'synopsis'> & {
	file: string;
};

/** All ways to type the commands of the data. What special cases have is known of the command too. */
export function toKnownCommands(commands: readonly Facts[]): Map<string, KnownCommand> {
	const known = new Map<string, KnownCommand>();
	for (const command of commands) {
		for (const name of new Set([command.name, command.canonical, ...command.aliases])) {
			const plain = toPlainName(name);
			const before = known.get(plain);
			const flags = new Map([...toFlags(command), ...(before?.flags ?? [])]);
			known.set(plain, before ? { ...before, flags } : { ...toCommand(command, plain), flags });
		}
	}
	return known;
}

/** `DOCKER_BUILDKIT=1 docker build --no-cache` is a way to call `docker build`. */
function toPlainName(name: string): string {
	return name
		.split(' ')
		.filter((word) => !word.startsWith('-') && !word.includes('='))
		.join(' ');
}

function toCommand({ synopsis, file }: Facts, name: string): Omit<KnownCommand, 'flags'> {
	const [first = ''] = synopsis.split('\n');
	return { name, least: toLeast(first), runsAnother: /\bCOMMAND\b/.test(first), file };
}

/** The words in capitals that stand outside brackets: `PATH | URL | -` is one, `SOURCE TARGET` two. */
function toLeast(synopsis: string): number {
	let plain = synopsis;
	while (/\[[^[\]]*\]/.test(plain)) plain = plain.replace(/\[[^[\]]*\]/g, '');
	const [first = ''] = plain.split(' | ');
	return first.split(/\s+/).filter((word) => /^[A-Z]/.test(word) && !word.includes('=')).length;
}

function toFlags({ flags }: Facts): [string, { takesValue: boolean }][] {
	return flags.flatMap(({ name, short, value }) => {
		const flag = { takesValue: value !== undefined };
		return short === undefined
			? [[name, flag]]
			: [
					[name, flag],
					[short, flag],
				];
	});
}
