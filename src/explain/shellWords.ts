/** One simple command of a shell line, and what stands behind it. */
export interface Simple {
	/** Its words without quotes; assignments before it are left out. */
	words: string[];
	/** What joins it to the next one: `&&`, `|`, `;`, a line break; empty at the end. */
	after: string;
}

/** A text of the shell as its simple commands. */
export interface ShellText {
	commands: Simple[];
	/** Whether it has parts that this reader does not look into: functions, open quotes. */
	isUnsure: boolean;
}

/** Words of the shell's own grammar that stand before a command. */
const leads: ReadonlySet<string> = new Set([
	...['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', '{', '(', 'time', 'exec'],
]);

/** Words of the shell's own grammar that are no command. */
const noCommands: ReadonlySet<string> = new Set(['fi', 'done', '}', ')', 'for', 'select']);

const operators = /^(?:&&|\|\||;;|\|&|&(?!>)|[|;\n])/;

/**
 * Splits a line of the shell into simple commands, in a kilobyte that a browser can take; a whole parser
 * of bash is bigger than all the rest. What is in `$(…)` and backquotes stays one word. Never throws.
 */
export function splitShell(text: string): ShellText {
	const reader: Reader = {
		...{ text, at: 0, commands: [], words: [], isUnsure: false, cases: 0, isPattern: false },
	};
	while (reader.at < text.length) step(reader);
	end(reader, '');
	const isUnsure =
		reader.isUnsure || reader.cases > 0 || /(?:^|\s)(?:\w+\s*\(\)|function\s)/.test(text);
	return { commands: reader.commands, isUnsure };
}

interface Reader {
	text: string;
	at: number;
	commands: Simple[];
	words: string[];
	isUnsure: boolean;
	/** How many `case` are open, and whether a pattern of one is read. */
	cases: number;
	isPattern: boolean;
}

function step(reader: Reader): void {
	const rest = reader.text.slice(reader.at, reader.at + 2);
	const [operator] = operators.exec(rest) ?? [];
	if (operator !== undefined) {
		reader.at += operator.length;
		end(reader, operator);
		if (operator === ';;') reader.isPattern = reader.cases > 0;
		return;
	}
	const letter = rest[0] ?? '';
	if (/\s/.test(letter) || rest === '\\\n') reader.at += rest === '\\\n' ? 2 : 1;
	else if (letter === '#') reader.at = toEnd(reader.text, reader.at, '\n');
	else if (letter === '(' || letter === ')') {
		reader.at += 1;
		end(reader, ';');
		if (letter === ')') reader.isPattern = false;
	} else readWord(reader);
}

function end(reader: Reader, after: string): void {
	const words = [...reader.words];
	reader.words = [];
	while (words.length > 0 && (leads.has(words[0] ?? '') || /^\w+\+?=/.test(words[0] ?? '')))
		words.shift();
	const [first] = words;
	if (first === 'case' || first === 'esac') {
		reader.cases += first === 'case' ? 1 : -1;
		reader.isPattern = first === 'case';
		return;
	}
	if (reader.isPattern) return;
	if (words.length === 0 || noCommands.has(words[0] ?? '')) return;
	reader.commands.push({ words, after });
}

function readWord(reader: Reader): void {
	const { text } = reader;
	let word = '';
	while (reader.at < text.length) {
		const letter = text[reader.at] ?? '';
		// `2>&1` and `&>` are parts of a redirection.
		const isJoined = letter === '&' && (/[<>]$/.test(word) || text[reader.at + 1] === '>');
		if (/[\s|;()]/.test(letter) || (letter === '&' && !isJoined)) break;
		if (letter === "'" || letter === '"') word += readQuoted(reader, letter);
		else if (letter === '`') word += readUntil(reader, toEnd(text, reader.at + 1, '`') + 1);
		else if (letter === '$' && text[reader.at + 1] === '(')
			word += readUntil(reader, close(reader));
		else if (letter === '\\') {
			if (text[reader.at + 1] !== '\n') word += text[reader.at + 1] ?? '';
			reader.at += 2;
		} else {
			word += letter;
			reader.at += 1;
		}
	}
	reader.words.push(word);
}

function readQuoted(reader: Reader, quote: string): string {
	const start = reader.at + 1;
	let end = start;
	while (end < reader.text.length && reader.text[end] !== quote)
		end += quote === '"' && reader.text[end] === '\\' ? 2 : 1;
	if (end >= reader.text.length) reader.isUnsure = true;
	reader.at = end + 1;
	return reader.text.slice(start, end);
}

function readUntil(reader: Reader, end: number): string {
	const word = reader.text.slice(reader.at, end);
	reader.at = end;
	return word;
}

/** The place behind the bracket that closes the one at the reader's place. */
function close(reader: Reader): number {
	let depth = 0;
	for (let at = reader.at + 1; at < reader.text.length; at += 1) {
		if (reader.text[at] === '(') depth += 1;
		if (reader.text[at] === ')') depth -= 1;
		if (depth === 0) return at + 1;
	}
	reader.isUnsure = true;
	return reader.text.length;
}

function toEnd(text: string, from: number, letter: string): number {
	const at = text.indexOf(letter, from);
	return at < 0 ? text.length : at;
}
