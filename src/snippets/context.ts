import type { Grammar } from './language.ts';
import { toUnits } from './units.ts';

/** What reads a place of a snippet, and the quotes that are open there. */
export interface Context {
	reader: 'json' | 'yaml' | 'shell' | 'builder' | 'comment';
	quote: '' | '"' | "'";
}

/** Instructions that hand their words to a shell unless they are written as an array. */
const shelled: readonly string[] = ['RUN', 'CMD', 'ENTRYPOINT'];

/** What stands before the words: the keyword, `ONBUILD`, a probe's options, flags. */
const opening =
	/^\s*(?:ONBUILD\s+)?(?:HEALTHCHECK\b.*?\s(?=CMD\b))?(\w+)\s+(?:--[\w-]+(?:=\S*)?[\s\\]+)*/is;

/** Finds out what reads the place at an offset of a snippet. */
export function toContext(code: string, grammar: Grammar, offset: number): Context {
	const lineStart = code.lastIndexOf('\n', offset - 1) + 1;
	if (/^\s*#/.test(code.slice(lineStart, offset))) return { reader: 'comment', quote: '' };
	if (grammar === undefined) return { reader: 'comment', quote: '' };
	if (grammar !== 'dockerfile') {
		return { reader: grammar, quote: grammar === 'json' ? '"' : findQuote(code, 0, offset) };
	}
	const { start, text } = findUnit(code, offset);
	const [before = '', keyword = ''] = opening.exec(text) ?? [];
	const words = start + before.length;
	if (offset < words) return { reader: 'builder', quote: findQuote(code, start, offset) };
	if (isArray(text.slice(before.length))) return { reader: 'json', quote: '"' };
	const reader = shelled.includes(keyword.toUpperCase()) ? 'shell' : 'builder';
	return { reader, quote: findQuote(code, words, offset) };
}

/** The instruction around an offset. */
function findUnit(code: string, offset: number): { start: number; text: string } {
	const lines = code.split('\n');
	const line = code.slice(0, offset).split('\n').length - 1;
	const unit = toUnits(code).find(({ first, last }) => first <= line && line <= last);
	const first = unit?.first ?? line;
	const start = lines.slice(0, first).reduce((sum, { length }) => sum + length + 1, 0);
	return { start, text: lines.slice(first, (unit?.last ?? line) + 1).join('\n') };
}

function isArray(text: string): boolean {
	try {
		return Array.isArray(JSON.parse(text.replace(/\\\n/g, '')));
	} catch {
		return false;
	}
}

function findQuote(code: string, start: number, offset: number): Context['quote'] {
	let quote: Context['quote'] = '';
	for (let at = start; at < offset; at += 1) {
		const letter = code[at];
		if (letter === '\\' && quote !== "'") at += 1;
		else if (letter === quote) quote = '';
		else if (quote === '' && (letter === '"' || letter === "'")) quote = letter;
	}
	return quote;
}
