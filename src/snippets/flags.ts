import type { CommandFacts } from '../reference/facts.ts';
import { distance } from 'fastest-levenshtein';
import { findCommand, readWords } from './commandLine.ts';

/** What is known of one command of the shell that begins with `docker`. */
interface KnownCommand {
	/** As it is typed: `docker image rm`. */
	name: string;
	/** With their dashes, and whether a value follows. */
	flags: ReadonlyMap<string, { hasValue: boolean }>;
	/** How many words have to follow, apart from flags. */
	least: number;
	/** Whether everything behind the first such word belongs to another program. */
	runsAnother: boolean;
	/** The file of its facts. */
	file: string;
}

/** All commands by all the ways to type them. */
export type KnownCommands = ReadonlyMap<string, KnownCommand>;

/** What is wrong with the words of one command, and whether its flags could be looked up at all. */
export interface FlagReport {
	isKnown: boolean;
	faults: { rule: 'flag' | 'argument'; text: string }[];
}

/** Flags that every command has. */
const universal = new Map([['--help', { hasValue: false }]]);

/** Checks the words of one command against the data: `docker run -it --name web nginx`. */
export function checkFlags(words: readonly string[], commands: KnownCommands): FlagReport {
	const { command } = findCommand(words, (name) => commands.get(name)) ?? {};
	if (command === undefined) return { isKnown: words[0] !== 'docker', faults: [] };
	const { name, least, runsAnother } = command;
	const find = (flag: string) => command.flags.get(flag) ?? universal.get(flag);
	const rest = words.slice(name.split(' ').length);
	const { flags, operands } = readWords(rest, { find, runsAnother });
	const faults = flags.flatMap((flag): FlagReport['faults'] => {
		if (flag.fact === undefined) return [{ rule: 'flag', text: toUnknown(flag.name, command) }];
		const isLacking = flag.fact.hasValue && flag.value === undefined && !flag.word.includes('=');
		return isLacking
			? [{ rule: 'flag', text: `\`${flag.name}\` of \`${name}\` lacks its value` }]
			: [];
	});
	if (operands.length < least && !rest.includes('--help'))
		faults.push({ rule: 'argument', text: `\`${name}\` lacks an argument` });
	return { isKnown: true, faults };
}

function toUnknown(name: string, { name: command, flags, file }: KnownCommand): string {
	const alike = [...flags.keys()]
		.filter((other) => other.startsWith('--') === name.startsWith('--'))
		.sort((a, b) => distance(a, name) - distance(b, name))
		.slice(0, 3);
	const advice = alike.length === 0 ? '' : `; near: ${alike.join(', ')}`;
	return `\`${command}\` has no flag \`${name}\` in ${file}${advice}`;
}

type Facts = Pick<CommandFacts, 'name' | 'canonical' | 'aliases' | 'flags' | 'synopsis' | 'file'>;

/** All ways to type the commands of the data. What special cases have is known of the command too. */
export function toKnownCommands(commands: readonly Facts[]): KnownCommands {
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

function toFlags({ flags }: Facts): [string, { hasValue: boolean }][] {
	return flags.flatMap(({ name, short, value }) =>
		[name, short]
			.filter((one) => one !== undefined)
			.map((one): [string, { hasValue: boolean }] => [one, { hasValue: value !== undefined }]),
	);
}
