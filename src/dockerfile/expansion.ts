/*
 * Variables as BuildKit replaces them:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/shell/lex.go
 */

/** A text with its variables replaced. */
export interface Expanded {
	text: string;
	/** The names that have a value, and those that have none; each once. */
	known: Set<string>;
	unknown: Set<string>;
	/** Why BuildKit refuses it, where it does. */
	fault?: string;
}

/** Where the values of variables are looked up. */
interface Values {
	get: (name: string) => string | undefined;
}

interface Reader {
	source: string;
	at: number;
	escape: string;
	/** Whether quotes stand for themselves, as in a heredoc. */
	isRaw: boolean;
	values: Values;
	known: Set<string>;
	unknown: Set<string>;
	/** How many `${` are open. */
	depth: number;
}

/** A text whose braces are nested deeper than this was written by no one. */
const deepest = 500;

/** A text that cannot be read as BuildKit reads it. */
class ExpansionError extends Error {}

/** Replaces the variables of a text and takes its quotes away; unknown ones become nothing. Never throws. */
export function expand(
	source: string,
	values: Values,
	{ escape = '\\', isRaw = false } = {},
): Expanded {
	const known = new Set<string>();
	const unknown = new Set<string>();
	const reader: Reader = { source, at: 0, escape, isRaw, values, known, unknown, depth: 0 };
	try {
		return { text: readUntil(reader, ''), known, unknown };
	} catch (error) {
		if (!(error instanceof ExpansionError)) throw error;
		return { text: '', known, unknown, fault: error.message };
	}
}

function readUntil(reader: Reader, stop: string): string {
	let text = '';
	while (reader.at < reader.source.length) {
		const letter = reader.source[reader.at] ?? '';
		reader.at += 1;
		if (letter === stop) return text;
		if (letter === '$') text += readVariable(reader);
		else if (letter === "'" && !reader.isRaw) text += readSingleQuoted(reader);
		else if (letter === '"' && !reader.isRaw) text += readDoubleQuoted(reader);
		else if (letter === reader.escape) text += reader.source[reader.at++] ?? '';
		else text += letter;
	}
	if (stop !== '') throw new ExpansionError('a `${` has no `}`');
	return text;
}

function readSingleQuoted(reader: Reader): string {
	const end = reader.source.indexOf("'", reader.at);
	if (end < 0) throw new ExpansionError('a single quote has no end');
	const text = reader.source.slice(reader.at, end);
	reader.at = end + 1;
	return text;
}

function readDoubleQuoted(reader: Reader): string {
	let text = '';
	while (reader.at < reader.source.length) {
		const letter = reader.source[reader.at++] ?? '';
		if (letter === '"') return text;
		const next = reader.source[reader.at] ?? '';
		if (letter === '$') text += readVariable(reader);
		else if (letter === reader.escape && ['"', '$', reader.escape].includes(next)) {
			text += next;
			reader.at += 1;
		} else text += letter;
	}
	throw new ExpansionError('a double quote has no end');
}

/** What stands behind a dollar sign. */
function readVariable(reader: Reader): string {
	const rest = reader.source.slice(reader.at);
	const [bare] = /^(?:\d+|[@*#?\-$!]|[\p{L}_][\p{L}\d_]*)/u.exec(rest) ?? [];
	if (bare !== undefined) {
		reader.at += bare.length;
		return look(reader, bare) ?? '';
	}
	if (!rest.startsWith('{')) return '$';
	const [all, name] = /^\{(\d+|[@*#?\-$!]|[\p{L}_][\p{L}\d_]*)/u.exec(rest) ?? [];
	if (all === undefined || name === undefined)
		throw new ExpansionError(`\`$${rest.slice(0, 3)}\` is no variable`);
	reader.at += all.length;
	return readModifier(reader, name);
}

function look({ values, known, unknown }: Reader, name: string): string | undefined {
	const value = values.get(name);
	(value === undefined ? unknown : known).add(name);
	return value;
}

/** `${name}`, or what comes of its value by `:-`, `:+`, `?`, `#`, `%` or `/`. */
function readModifier(reader: Reader, name: string): string {
	const [mark = ''] = /^(?:\}|:?[-+?]|##?|%%?|\/\/?)/.exec(reader.source.slice(reader.at)) ?? [];
	reader.at += mark.length;
	if (mark === '}') return look(reader, name) ?? '';
	if (mark === '') throw new ExpansionError(`\`\${${name}\` has no \`}\` or an unknown modifier`);
	reader.depth += 1;
	if (reader.depth > deepest) throw new ExpansionError(`more than ${deepest} \`\${\` are open`);
	const pattern = mark.startsWith('/') ? readUntil(reader, '/') : '';
	const word = readUntil(reader, '}');
	reader.depth -= 1;
	const value = look(reader, name);
	const isMissing = value === undefined || (mark.startsWith(':') && value === '');
	if (mark.endsWith('-')) return isMissing ? word : value;
	if (mark.endsWith('+')) return isMissing ? '' : word;
	if (mark.endsWith('?')) {
		if (isMissing) throw new ExpansionError(`\`${name}\`: ${word || 'must have a value'}`);
		return value;
	}
	return replace(value ?? '', mark, pattern, word);
}

function replace(value: string, mark: string, pattern: string, word: string): string {
	if (mark === '/') return value.replace(toPattern(pattern, true), word);
	if (mark === '//') return value.replaceAll(toPattern(pattern, true, 'g'), word);
	const isLongest = mark.length === 2;
	if (mark.startsWith('#'))
		return value.replace(new RegExp(`^${toPattern(word, isLongest).source}`, 's'), '');
	const ends = [...value].map((_, at) => at);
	const start = (isLongest ? ends : ends.reverse()).find((at) =>
		new RegExp(`^(?:${toPattern(word, true).source})$`, 's').test(value.slice(at)),
	);
	return start === undefined ? value : value.slice(0, start);
}

/** A pattern of the shell, where `*` and `?` stand for any letters. */
function toPattern(pattern: string, isLongest: boolean, flags = ''): RegExp {
	const source = pattern
		.replace(/\\(.)/gs, '$1')
		.replace(/[.+^${}()|[\]\\]/g, '\\$&')
		.replaceAll('?', '.')
		.replaceAll(/\*+/g, isLongest ? '.*' : '.*?');
	return new RegExp(source, `s${flags}`);
}
