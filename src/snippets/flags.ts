import type { CommandFacts } from '../reference/facts.ts';
import { distance } from 'fastest-levenshtein';

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

/** What is wrong with the words of one command, and whether its flags could be looked up at all. */
export interface FlagReport {
	isKnown: boolean;
	faults: { rule: 'flag' | 'argument'; text: string }[];
}

/** Flags that every command has. */
const universal = new Map([['--help', { takesValue: false }]]);

/**
 * Checks the words of one command against the data: `docker run -it --name web nginx`. Long and
 * short flags, short ones in one word (`-it`), values behind `=` or in the next word; `--` ends them.
 */
export function checkFlags(
	words: readonly string[],
	commands: ReadonlyMap<string, KnownCommand>,
): FlagReport {
	const command = findCommand(words, commands);
	if (command === undefined) return { isKnown: words[0] !== 'docker', faults: [] };
	const rest = words.slice(command.name.split(' ').length);
	const faults: FlagReport['faults'] = [];
	let operands = 0;
	for (let at = 0; at < rest.length; at += 1) {
		const word = rest[at] ?? '';
		const isLast = word === '--' || (operands > 0 && command.runsAnother);
		if (isLast) operands += rest.length - at - (word === '--' ? 1 : 0);
		if (isLast) break;
		if (!word.startsWith('-') || word === '-') operands += 1;
		else at += checkFlag(word, rest[at + 1], command, faults);
	}
	if (operands < command.least && !rest.includes('--help')) {
		faults.push({ rule: 'argument', text: `\`${command.name}\` lacks an argument` });
	}
	return { isKnown: true, faults };
}

function findCommand(words: readonly string[], commands: ReadonlyMap<string, KnownCommand>) {
	for (let length = Math.min(words.length, 4); length > 1; length -= 1) {
		const command = commands.get(words.slice(0, length).join(' '));
		if (command) return command;
	}
	return undefined;
}

/** Notes what is wrong with a flag; gives how many of the words behind it are its value. */
function checkFlag(
	word: string,
	next: string | undefined,
	command: KnownCommand,
	faults: FlagReport['faults'],
): number {
	const [name = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(word)?.slice(1) ?? [];
	const names = name.startsWith('--') ? [name] : [...name.slice(1)].map((letter) => `-${letter}`);
	for (const [index, one] of names.entries()) {
		const flag = command.flags.get(one) ?? universal.get(one);
		if (flag === undefined) {
			faults.push({ rule: 'flag', text: toUnknown(one, command) });
			return 0;
		}
		// `-p80:80`: the value follows its letter at once.
		if (flag.takesValue && index < names.length - 1) return 0;
		if (flag.takesValue && value === undefined && next === undefined) {
			faults.push({ rule: 'flag', text: `\`${one}\` of \`${command.name}\` lacks its value` });
		}
		if (flag.takesValue && value === undefined) return 1;
	}
	return 0;
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
	return flags.flatMap(({ name, short, value }) =>
		[name, short]
			.filter((one) => one !== undefined)
			.map((one): [string, { takesValue: boolean }] => [one, { takesValue: value !== undefined }]),
	);
}
