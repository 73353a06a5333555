import type { Explanation, Sentence } from './explanation.ts';
import { code, say, shorten } from './words.ts';

/** Where a key stands: at the top, as the name of a service, in a service, or in its `build`. */
export type Part = 'file' | 'services' | 'service' | 'build';

/** A key of YAML in block style, with what stands behind its colon. */
export interface Key {
	name: string;
	value: string;
	/** Its line, and the last one that belongs to it and to no other key, counted from 1. */
	line: number;
	last: number;
	part: Part;
	parent: Key | undefined;
}

/** Keys on the same level. */
interface Level {
	indent: number;
	part: Part;
	parent: Key | undefined;
	lines: Map<string, number>;
}

interface Reader {
	rows: readonly string[];
	levels: Level[];
	keys: Key[];
	notices: Explanation['notices'];
	/** The keys that may follow further in. */
	below: Omit<Level, 'lines'> | undefined;
	/** What is further in than this belongs to the value of the last key. */
	inner: number;
}

const pattern =
	/^( *)(?:"([^"]*)"|'([^']*)'|([^\s"'#[\]{}&*!|>@%,?:-][^#]*?|-[^\s#][^#]*?))\s*:(?=\s|$)\s*(.*)$/;

/**
 * The keys of a Compose file that are explained. Only what people write is read, block style: a parser of
 * YAML is bigger than all the rest of the page. What is written otherwise is told in `notices`.
 */
export function readKeys(rows: readonly string[]): Pick<Reader, 'keys' | 'notices'> {
	const top: Level = { indent: 0, part: 'file', parent: undefined, lines: new Map() };
	const reader: Reader = {
		...{ rows, levels: [top], keys: [], notices: [], below: undefined, inner: Infinity },
	};
	let at = 0;
	while (at < rows.length) at = readRow(reader, at);
	close(reader, rows.length);
	return reader;
}

/** Reads what begins in a row, and gives the row after it. */
function readRow(reader: Reader, at: number): number {
	const row = reader.rows[at] ?? '';
	const indent = row.search(/\S/);
	const isNothing = indent < 0 || /^\s*#|^%|^\.\.\./.test(row) || indent > reader.inner;
	if (isNothing || (row.startsWith('---') && reader.keys.length === 0)) return at + 1;
	if (row.startsWith('---')) {
		note(reader, at, ['Another YAML document begins here; only the first one is explained.']);
		return reader.rows.length;
	}
	if (/^\s*-(?:\s|$)/.test(row)) {
		if (reader.below !== undefined && indent > reader.below.indent)
			note(reader, at, ['A list stands here, where Compose wants keys.']);
		reader.below = undefined;
		reader.inner = indent;
		return at + 1;
	}
	const [, , double, single, plain, value = ''] = pattern.exec(row) ?? [];
	const name = double ?? single ?? plain;
	if (/^ *\t/.test(row))
		note(reader, at, ['A tab stands before this line; YAML takes only spaces.']);
	else if (name === undefined)
		note(reader, at, ['This line is no key of YAML; it is not explained.']);
	return name === undefined ? at + 1 : readKey(reader, at, indent, name, value);
}

function readKey(reader: Reader, at: number, indent: number, name: string, raw: string): number {
	const { levels, rows, below } = reader;
	while (levels.length > 1 && (levels.at(-1)?.indent ?? 0) > indent) levels.pop();
	if (below !== undefined && indent > below.indent)
		levels.push({ ...below, indent, lines: new Map() });
	const level = levels.at(-1);
	const value = raw.replace(/^(?:[&!]\S*(?:\s+|$))*/, '').replace(/^#.*/, '');
	const end = toEnd(rows, at, value);
	reader.inner = indent;
	reader.below = undefined;
	if (level?.indent !== indent) {
		note(reader, at, ['This line is not as far in as those that it belongs to; YAML refuses it.']);
		return at + 1;
	}
	const { part, parent, lines } = level;
	const before = lines.get(name);
	if (before !== undefined)
		note(
			reader,
			at,
			say`${code(shorten(name, 40))} stands in line ${before} already; YAML allows a key once.`,
		);
	lines.set(name, at + 1);
	close(reader, at);
	const key = { name, value, part, parent, line: at + 1, last: 0 };
	reader.keys.push(key);
	readBelow(reader, key, indent);
	if (end === undefined) note(reader, at, ['A quote or a bracket is not closed.']);
	return (end ?? at) + 1;
}

/** What may stand below a key: keys that are explained, or only its value. */
function readBelow(reader: Reader, key: Key, indent: number): void {
	const { name, value, part } = key;
	const below = toBelow(part, name);
	const at = key.line - 1;
	if (below !== undefined && value === '') {
		reader.below = { indent, part: below, parent: key };
		reader.inner = Infinity;
	}
	if (below !== undefined && /^[[{*]/.test(value))
		note(reader, at, [
			'What stands behind the colon is not explained: only keys in lines of their own are.',
		]);
	let next = at + 1;
	while (/^\s*(?:#|$)/.test(reader.rows[next] ?? 'end')) next += 1;
	const isFurther = (reader.rows[next] ?? '').search(/\S/) > indent;
	if (
		value !== '' &&
		!/^["'[{|>]/.test(value) &&
		isFurther &&
		pattern.test(reader.rows[next] ?? '')
	)
		note(reader, next, ['This line is further in than the one above allows; YAML refuses it.']);
}

function toBelow(part: Part, name: string): Part | undefined {
	if (part === 'file' && name === 'services') return 'services';
	if (part === 'services') return 'service';
	return part === 'service' && name === 'build' ? 'build' : undefined;
}

/** The row where a value in quotes or brackets ends; nothing where it does not. */
function toEnd(rows: readonly string[], start: number, value: string): number | undefined {
	if (!/^["'[{]/.test(value)) return start;
	let quote = '';
	let depth = 0;
	for (let at = start; at < rows.length; at += 1) {
		const text = at === start ? value : (rows[at] ?? '');
		for (let place = 0; place < text.length; place += 1) {
			const letter = text[place] ?? '';
			const isFirst = place === 0 || /[\s,:[{]/.test(text[place - 1] ?? '');
			if (quote === '"' && letter === '\\') place += 1;
			else if (quote !== '') quote = letter === quote ? '' : quote;
			else if (letter === '#' && isFirst) break;
			else if (/["']/.test(letter) && isFirst) quote = letter;
			else if (/[[{]/.test(letter)) depth += 1;
			else if (/[\]}]/.test(letter)) depth -= 1;
			if (quote === '' && depth === 0) return at;
		}
	}
	return undefined;
}

/** Ends the last key before a row: empty lines and comments there belong to nothing. */
function close({ keys, rows }: Reader, at: number): void {
	const key = keys.at(-1);
	if (key === undefined || key.last > 0 || at < key.line) return;
	key.last = at;
	while (key.last > key.line && /^\s*(?:#|$)/.test(rows[key.last - 1] ?? '')) key.last -= 1;
}

function note(reader: Reader, at: number, text: Sentence): void {
	close(reader, at);
	reader.notices.push({ line: at + 1, text });
}
