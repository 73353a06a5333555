/** A flag of a command line; `-it` are two. */
export interface WrittenFlag<Fact> {
	/** With its dashes. */
	name: string;
	/** The word that it stands in, or the word of a switch alone. */
	word: string;
	/** What is known of it. */
	fact: Fact | undefined;
	/** The value behind it that is no part of the word with `=`. */
	value: string | undefined;
}

/** The longest name of a command that a line begins with, and what is known of it. */
export function findCommand<Command>(
	words: readonly string[],
	get: (name: string) => Command | undefined,
): { name: string; command: Command } | undefined {
	for (let length = Math.min(words.length, 4); length > 1; length -= 1) {
		const name = words.slice(0, length).join(' ');
		const command = get(name);
		if (command !== undefined) return { name, command };
	}
	return undefined;
}

/** What is known of a command: its flags, and whether its first operand begins another command. */
interface Known<Fact> {
	find: (name: string) => Fact | undefined;
	runsAnother: boolean;
}

/**
 * Reads the words behind the name of a command: long and short flags, short ones in one word (`-it`),
 * values behind `=`, in the same word (`-p80:80`) or in the next one; `--` ends them.
 */
export function readWords<Fact extends { hasValue: boolean }>(
	words: readonly string[],
	known: Known<Fact>,
): { flags: WrittenFlag<Fact>[]; operands: string[] } {
	const flags: WrittenFlag<Fact>[] = [];
	const operands: string[] = [];
	for (let at = 0; at < words.length; at += 1) {
		const word = words[at] ?? '';
		if (word === '--' || (known.runsAnother && operands.length > 0)) {
			operands.push(...words.slice(word === '--' ? at + 1 : at));
			break;
		}
		if (!word.startsWith('-') || word === '-') operands.push(word);
		else at += readFlags(word, words[at + 1], known, flags);
	}
	return { flags, operands };
}

/** Notes the flags of a word; gives how many words behind it are a value. */
function readFlags<Fact extends { hasValue: boolean }>(
	word: string,
	next: string | undefined,
	{ find }: Known<Fact>,
	flags: WrittenFlag<Fact>[],
): number {
	const [name = ''] = word.split('=', 1);
	const isLong = name.startsWith('--');
	const names = isLong ? [name] : [...name.slice(1)].map((letter) => `-${letter}`);
	for (const [at, one] of names.entries()) {
		const fact = find(one);
		const isWhole = fact === undefined || name !== word;
		if (!isWhole && !fact.hasValue) {
			flags.push({ name: one, word: one, fact, value: undefined });
			continue;
		}
		const rest = isLong ? '' : word.slice(at + 2);
		const value = isWhole ? undefined : rest || next;
		flags.push({ name: one, word: isWhole ? word : one, fact, value });
		return !isWhole && rest === '' && next !== undefined ? 1 : 0;
	}
	return 0;
}
