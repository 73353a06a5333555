import { toNothing, type Block, type CommandFact, type OtherFacts } from './explanation.ts';
import type { Explanation, Sentence } from './explanation.ts';
import { toFlagAnchor } from '../reference/addresses.ts';
import { findCommand, readWords } from '../snippets/commandLine.ts';
import { splitShell } from './shellWords.ts';
import { isGit } from './transfers.ts';
import { code, quote, say, shorten } from './words.ts';

/** A flag with the ways to write it, the long one first, and with what it does. */
interface Flag {
	names: string[];
	text: string;
	hasValue: boolean;
}

/** A command line as its flags with what is known of each, and the words that are none. */
type Read = ReturnType<typeof readWords<Flag>>;

const prompt = /^\s*[$#%>]\s+/;

/** Whether a text is a command that we can explain: it begins with `docker`, or has it in its one line. */
export function isCommand(source: string): boolean {
	if (/^\s*(?:sudo\s+)?(?:\w+=\S*\s+)*docker\s+[a-z]/.test(source.replace(prompt, ''))) return true;
	const isOne = !/\S\s*\n\s*\S/.test(source.replace(/\\\r*\n/g, ' '));
	return isOne && toCommand(source).words.length > 1;
}

/** Explains a `docker run` or `docker build` line. */
export function explainCommand(source: string, { commands }: OtherFacts): Explanation {
	const { words, isUnsure, others } = toCommand(source);
	const found = findCommand(words, (name) => commands.find(({ names }) => names.includes(name)));
	if (found === undefined)
		return toNothing(
			say`Only ${code('docker run')} and ${code('docker build')} lines are explained, beside Dockerfiles and Compose files.`,
		);
	const { name, command } = found;
	const known = { find: toFind(command), runsAnother: isRun(command) };
	const read = readWords(words.slice(name.split(' ').length), known);
	const notes: (Sentence | false)[] = [
		isUnsure && ['A quote or a bracket in this line is not closed.'],
		others > 0 && say`Only one command is explained: ${code(shorten(words.join(' '), 60))}.`,
		...toNotes(read, command),
	];
	return {
		...toNothing(['A command line, word by word.']),
		kind: 'command',
		notices: notes.flatMap((text) => (text === false ? [] : [{ line: undefined, text }])),
		blocks: [toBlock(name, name, [command.summary], command.href), ...toBlocks(read, command)],
	};
}

/** The first command of `docker`, and how many others there are. */
function toCommand(source: string): { words: string[]; isUnsure: boolean; others: number } {
	const { commands, isUnsure } = splitShell(source.replace(prompt, ''));
	const all = commands.map(({ words }) => (words[0] === 'sudo' ? words.slice(1) : words));
	const words = all.find(([first]) => first === 'docker') ?? [];
	return { words, isUnsure, others: all.length - 1 };
}

function isRun({ names }: CommandFact): boolean {
	return names[0] === 'docker run';
}

function toFind({ flags }: CommandFact): (name: string) => Flag | undefined {
	const all = Object.entries(flags).map(([key, text]) => {
		const hasValue = key.endsWith('=');
		return { names: key.replace('=', '').split(' '), text, hasValue };
	});
	return (name) => all.find(({ names }) => names.includes(name));
}

/** What a build context is, by what it looks like. */
function toContext(context: string): string {
	if (context === '-') return 'standard input';
	if (isGit(context)) return 'a Git repository';
	return /^https?:/i.test(context) ? 'what this URL gives' : 'this directory';
}

function toBlocks({ flags, operands }: Read, command: CommandFact): Block[] {
	const known = flags.map(({ name, word, value, fact }) => {
		const written = value === undefined ? word : `${word} ${quote(value)}`;
		if (fact === undefined) return toBlock(name, written, []);
		const [long = name] = fact.names;
		return toBlock(long, written, [fact.text], `${command.href}#${toFlagAnchor(long)}`);
	});
	const [first, ...rest] = operands;
	if (first === undefined) return known;
	const what = isRun(command) ? 'The image' : `The build context: ${toContext(first)}`;
	const program = rest.map(quote).join(' ');
	return [
		...known,
		toBlock('', first, [`${what}.`]),
		...(isRun(command) && rest.length > 0
			? [toBlock('', program, say`Replaces the ${code('CMD')} of the image.`)]
			: []),
	];
}

function toBlock(name: string, written: string, text: Sentence, href?: string): Block {
	return { start: 1, last: 1, line: 1, name, code: written, text, rows: [], href };
}

function toNotes({ flags, operands }: Read, command: CommandFact): (Sentence | false)[] {
	const unknown = flags.find(({ fact }) => fact === undefined)?.name;
	const name = code(command.names[0] ?? '');
	const [first, second] = operands;
	const isTwice = !isRun(command) && second !== undefined;
	return [
		unknown !== undefined &&
			say`The reference has no ${code(shorten(unknown, 40))} of ${name}. What stands behind it may be read wrongly.`,
		first === undefined && [`The ${isRun(command) ? 'image' : 'build context'} is missing.`],
		isTwice && say`${name} takes one build context; ${code(second)} is one word too many.`,
	];
}
