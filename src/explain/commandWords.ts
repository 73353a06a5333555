import type {
	Block,
	CommandFact,
	ExplainFacts,
	Explanation,
	OptionFact,
	Row,
} from './explanation.ts';
import { code, say, shorten, toRanges } from './words.ts';
import { splitShell, type Simple } from './shellWords.ts';

/** A command line as its words with what is known of each. */
interface Read {
	blocks: { name: string; written: string; fact: OptionFact | undefined }[];
	operands: string[];
	/** Flags that our data does not have. */
	unknown: string[];
}

/** Whether a text is one command that we can explain, prompts and wrappers aside. */
export function isCommand(source: string): boolean {
	return /^\s*(?:[$#%>]\s+)?(?:sudo\s+)?(?:\w+=\S*\s+)*docker\s+[a-z]/.test(source);
}

/** Explains a `docker run` or `docker build` line. */
export function explainCommand(source: string, facts: ExplainFacts): Explanation {
	const plain = source.trim().replace(/^[$#%>]\s+/, '');
	const { commands, isUnsure } = splitShell(plain);
	const [first, ...others] = commands;
	const words = first?.words ?? [];
	const [name, command] = findCommand(words, facts);
	const notices: Explanation['notices'] = [];
	const note = (text: Explanation['notices'][number]['text']) =>
		notices.push({ line: undefined, text });
	if (isUnsure) note(['A quote or a bracket in this line is not closed.']);
	if (others.length > 0)
		note(say`Only the first command is explained: ${code(shorten(words.join(' '), 60))}.`);
	if (command === undefined || first === undefined) {
		note(
			say`Only ${code('docker run')} and ${code('docker build')} lines are explained, beside Dockerfiles and Compose files.`,
		);
		return toExplanation('nothing', [], [], notices);
	}
	const read = readWords(words.slice(name.split(' ').length), command);
	if (read.unknown.length > 0)
		note(
			say`The reference has no ${code(read.unknown[0] ?? '')} of ${code(command.name)}. What stands behind it may be read wrongly.`,
		);
	const line = toRanges([[1, 1]]);
	const blocks = [
		toBlock(name, name, { text: command.summary, href: command.href }, Number(line)),
		...read.blocks.map(({ name, written, fact }) => toBlock(name, written, fact, 1)),
		...toOperandBlocks(read.operands, command, first),
	];
	return toExplanation('command', blocks, toRows(read.operands, command), notices);
}

function toExplanation(
	kind: Explanation['kind'],
	blocks: Block[],
	result: Row[],
	notices: Explanation['notices'],
): Explanation {
	const summary =
		kind === 'command' ? 'A command line, word by word.' : 'Nothing that this page explains.';
	return {
		kind,
		summary: [summary],
		notices,
		findings: [],
		looked: [],
		result,
		stages: [],
		blocks,
	};
}

function findCommand(
	words: readonly string[],
	{ commands }: ExplainFacts,
): [string, CommandFact | undefined] {
	for (let length = Math.min(words.length, 3); length > 1; length -= 1) {
		const name = words.slice(0, length).join(' ');
		const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
		if (command) return [name, command];
	}
	return ['', undefined];
}

function readWords(words: readonly string[], command: CommandFact): Read {
	const read: Read = { blocks: [], operands: [], unknown: [] };
	const isRun = command.name === 'docker run';
	for (let at = 0; at < words.length; at += 1) {
		const word = words[at] ?? '';
		const isRest = word === '--' || (isRun && read.operands.length > 0);
		if (isRest) {
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
	const names = name.startsWith('--') ? [name] : [...name.slice(1)].map((letter) => `-${letter}`);
	for (const [at, one] of names.entries()) {
		const fact = Object.hasOwn(command.flags, one) ? command.flags[one] : undefined;
		if (fact === undefined) {
			read.unknown.push(one);
			read.blocks.push({ name: one, written: word, fact });
			return 0;
		}
		const isInWord = fact.takesValue === true && !name.startsWith('--') && at < names.length - 1;
		if (isInWord) {
			read.blocks.push({ name: fact.name, written: `${one} ${word.slice(at + 2)}`, fact });
			return 0;
		}
		const takesNext = fact.takesValue === true && value === undefined && next !== undefined;
		const own = value === undefined ? (takesNext ? ` ${next}` : '') : `=${value}`;
		read.blocks.push({ name: fact.name, written: `${one}${own}`, fact });
		if (takesNext) return 1;
	}
	return 0;
}

function toBlock(name: string, written: string, fact: OptionFact | undefined, line: number): Block {
	const text = fact === undefined ? [] : [fact.text];
	const more = fact === undefined ? {} : { href: fact.href };
	return { start: line, last: line, line, name, code: written, text, rows: [], ...more };
}

/** The image with what it is given, or the build context. */
function toOperandBlocks(operands: readonly string[], { name }: CommandFact, _: Simple): Block[] {
	const [first, ...rest] = operands;
	if (first === undefined) return [];
	const block = (written: string, text: Block['text']): Block => ({
		...{ start: 1, last: 1, line: 1, name: '', code: written, text, rows: [] },
	});
	if (name === 'docker build')
		return [block(first, ['The build context: a directory, a URL, or - for standard input.'])];
	const image = block(first, ['The image.']);
	if (rest.length === 0) return [image];
	return [image, block(rest.join(' '), say`Replaces the ${code('CMD')} of the image.`)];
}

function toRows(operands: readonly string[], { name }: CommandFact): Row[] {
	const [first] = operands;
	if (first !== undefined) return [];
	const missing =
		name === 'docker build' ? 'The build context is missing.' : 'The image is missing.';
	return [{ label: ['Note'], text: [missing] }];
}
