/*
 * How BuildKit splits what stands behind the name of an instruction:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/line_parsers.go
 */
import type { Flag } from './syntaxTree.ts';

/** The options at the beginning of a text, and the rest of it. */
export function splitFlags(text: string, escape: string): { flags: Flag[]; rest: string } {
	const flags: Flag[] = [];
	let rest = text.trimStart();
	while (rest.startsWith('--')) {
		const { word, length } = readWord(rest, escape);
		rest = rest.slice(length).trimStart();
		if (word === '--') break;
		const [name = '', ...value] = word.slice(2).split('=');
		flags.push({ name, value: value.length === 0 ? undefined : value.join('=') });
	}
	return { flags, rest: rest.trim() };
}

/** The first word of a text without its quotes, and how many characters it takes. */
function readWord(text: string, escape: string): { word: string; length: number } {
	let word = '';
	let quote = '';
	for (let at = 0; at < text.length; at += 1) {
		const letter = text[at] ?? '';
		if (quote === '' && /\s/.test(letter)) return { word, length: at };
		if (quote === '' && (letter === '"' || letter === "'")) quote = letter;
		else if (letter === quote) quote = '';
		else if (letter === escape) word += text[(at += 1)] ?? '';
		else word += letter;
	}
	return { word, length: text.length };
}

/** The words of `ARG`, `ENV` and `LABEL`, with their quotes and escapes. */
export function splitWords(text: string, escape: string): string[] {
	const words: string[] = [];
	let word = '';
	let quote = '';
	for (let at = 0; at < text.length; at += 1) {
		const letter = text[at] ?? '';
		if (quote === '' && /\s/.test(letter)) {
			if (word !== '') words.push(word);
			word = '';
			continue;
		}
		word += letter;
		if (letter === escape && quote !== "'") word += text[(at += 1)] ?? '';
		else if (quote === '' && (letter === '"' || letter === "'")) quote = letter;
		else if (letter === quote) quote = '';
	}
	return word === '' ? words : [...words, word];
}

/** What stands between blanks; quotes mean nothing. */
export function splitBlanks(text: string): string[] {
	return text === '' ? [] : text.split(/[\t\v\f\r ]+/);
}

/** The strings of a JSON array; `mixed` when not all are strings, nothing for any other text. */
export function parseArray(text: string): string[] | 'mixed' | undefined {
	if (!text.startsWith('[')) return undefined;
	try {
		const value: unknown = JSON.parse(text);
		if (!Array.isArray(value)) return undefined;
		return value.every((item) => typeof item === 'string') ? value : 'mixed';
	} catch {
		return undefined;
	}
}
