import type { Block, CommandFact, ExplainFacts, Explanation, FlagFact } from './explanation.ts';
import { toFlagAnchor } from '../reference/addresses.ts';
import { splitShell } from './shellWords.ts';
import { code, say, shorten } from './words.ts';

/** A command line as its flags with what is known of each, and the words that are none. */
interface Read {
	flags: { name: string; written: string; fact: FlagFact | undefined }[];
	operands: string[];
}

/** Whether a text is one command that we can explain, prompts and wrappers aside. */
export function isCommand(source: string): boolean {
	return /^\s*(?:[$#%>]\s+)?(?:sudo\s+)?(?:\w+=\S*\s+)*docker\s+[a-z]/.test(source);
}

/** Explains a `docker run` or `docker build` line. */
export function explainCommand(source: string, { commands }: ExplainFacts): Explanation {
	const plain = source.trim().replace(/^[$#%>]\s+/, '');
	const { commands: lines, isUnsure } = splitShell(plain);
	const all = lines[0]?.words ?? [];
	const words = all[0] === 'sudo' ? all.slice(1) : all;
	const notes: Block['text'][] = [];
	if (isUnsure) notes.push(['A quote or a bracket in this line is not closed.']);
	if (lines.length > 1)
		notes.push(say`Only the first command is explained: ${code(shorten(words.join(' '), 60))}.`);
	const [name, command] = findCommand(words, commands);
	const blocks: Block[] = [];
	if (command === undefined)
		notes.push(
			say`Only ${code('docker run')} and ${code('docker build')} lines are explained, beside Dockerfiles and Compose files.`,
		);
	else {
		const read = readWords(words.slice(name.split(' ').length), command);
		blocks.push(toBlock(name, name, [command.summary], command.href), ...toBlocks(read, command));
		notes.push(...toNotes(read, command));
	}
	return {
		kind: command ? 'command' : 'nothing',
		summary: [command ? 'A command line, word by word.' : 'Nothing that this page explains.'],
		notices: notes.map((text) => ({ line: undefined, text })),
		...{ findings: [], looked: [], result: [], stages: [], blocks },
	};
}

/** The longest name that a line begins with. */
function findCommand(
	words: readonly string[],
	commands: readonly CommandFact[],
): [string, CommandFact | undefined] {
	for (const length of [3, 2]) {
		const name = words.slice(0, length).join(' ');
		const command = commands.find(({ names }) => names.includes(name));
		if (command) return [name, command];
	}
	return ['', undefined];
}

function isRun({ names }: CommandFact): boolean {
	return names[0] === 'docker run';
}

function readWords(words: readonly string[], command: CommandFact): Read {
	const read: Read = { flags: [], operands: [] };
	for (let at = 0; at < words.length; at += 1) {
		const word = words[at] ?? '';
		if (word === '--' || (isRun(command) && read.operands.length > 0)) {
			read.operands.push(...words.slice(word === '--' ? at + 1 : at));
			break;
		}
		if (!word.startsWith('-') || word === '-') read.operands.push(word);
		else at += readFlag(word, words[at + 1], command, read);
	}
	return read;
}

/** Notes a flag, or several of one letter in one word; gives how many words behind it are its value. */
function readFlag(
	word: string,
	next: string | undefined,
	command: CommandFact,
	read: Read,
): number {
	const [, name = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
	const isLong = name.startsWith('--');
	const names = isLong ? [name] : [...name.slice(1)].map((letter) => `-${letter}`);
	for (const [at, one] of names.entries()) {
		const fact = command.flags.find((flag) => flag.names.includes(one));
		const add = (written: string) =>
			read.flags.push({ name: fact?.names[0] ?? one, written, fact });
		const isSwitch = fact?.isSwitch === true;
		if (fact === undefined || value !== undefined || isSwitch) {
			add(fact === undefined || isLong || value !== undefined ? word : one);
			if (isSwitch) continue;
			return 0;
		}
		// `-p80:80`: the rest of the word is the value.
		const rest = isLong ? '' : word.slice(at + 2);
		add([one, rest || next].filter((part) => part !== undefined).join(' '));
		return rest === '' && next !== undefined ? 1 : 0;
	}
	return 0;
}

function toBlocks({ flags, operands }: Read, command: CommandFact): Block[] {
	const known = flags.map(({ name, written, fact }) =>
		fact === undefined
			? toBlock(name, written, [])
			: toBlock(name, written, [fact.text], `${command.href}#${toFlagAnchor(name)}`),
	);
	const [first, ...rest] = operands;
	if (first === undefined) return known;
	if (!isRun(command))
		return [
			...known,
			toBlock('', first, ['The build context: a directory, a URL, or - for standard input.']),
		];
	const image = toBlock('', first, ['The image.']);
	const replaced = say`Replaces the ${code('CMD')} of the image.`;
	return [...known, image, ...(rest.length === 0 ? [] : [toBlock('', rest.join(' '), replaced)])];
}

function toBlock(name: string, written: string, text: Block['text'], href?: string): Block {
	const own = { start: 1, last: 1, line: 1, name, code: written, text, rows: [] };
	return href === undefined ? own : { ...own, href };
}

function toNotes({ flags, operands }: Read, command: CommandFact): Block['text'][] {
	const unknown = flags.find(({ fact }) => fact === undefined)?.name;
	const name = code(command.names[0] ?? '');
	const what = isRun(command) ? 'image' : 'build context';
	return [
		...(unknown === undefined
			? []
			: [
					say`The reference has no ${code(unknown)} of ${name}. What stands behind it may be read wrongly.`,
				]),
		...(operands.length === 0 ? [say`The ${what} is missing.`] : []),
	];
}
