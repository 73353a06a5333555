/*
 * A Dockerfile as the lines that BuildKit puts together before it reads any instruction:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go
 */
import type { Fault, Heredoc } from './syntaxTree.ts';

/** One instruction as text: continued lines are joined, comments within are gone. */
export interface LogicalLine {
	text: string;
	/** The first and the last line of the file that belong to it, counted from 1. */
	line: number;
	last: number;
	/** These lines as they stand there. */
	source: string;
	/** The comments above it, without their marks; an empty one starts anew. */
	comments: string[];
	/** Where BuildKit says that an empty line stands within it: its last line. */
	gap: number | undefined;
	heredocs: Heredoc[];
}

/** A file as logical lines, with what ends the reading. */
export interface LogicalLines {
	lines: LogicalLine[];
	/** `# check=…` and its like at the top; names in lower case. */
	directives: ReadonlyMap<string, string>;
	/** The character that continues a line. */
	escape: string;
	faults: Fault[];
}

const directive = /^#\s*(syntax|check|escape)\s*=\s*(.+?)\s*$/i;

/** Instructions that may be followed by heredocs. */
const mayHaveHeredocs = /^\s*(?:ONBUILD\s+)?(?:ADD|COPY|RUN)\s/i;

/** Puts the lines of a Dockerfile together. Takes any text and never throws. */
export function toLogicalLines(source: string): LogicalLines {
	const rows = source
		.replace(/^\uFEFF/, '')
		.split('\n')
		.map((row) => row.replace(/\r+$/, ''));
	const { directives, escape, faults } = parseDirectives(rows);
	// Its checks look behind the first line of a script, too.
	const check = rows[0]?.startsWith('#!') && parseDirectives(rows.slice(1)).directives.get('check');
	const lines: LogicalLine[] = [];
	let comments: string[] = [];
	for (let at = directives.size; at < rows.length; at += 1) {
		const row = rows[at]?.trimStart() ?? '';
		if (row.startsWith('#')) {
			// BuildKit takes the first character of the line away, whatever it is.
			const comment = (rows[at] ?? '').slice(1).trim();
			comments = comment === '' ? [] : [...comments, comment];
		}
		if (row === '' || row.startsWith('#')) continue;
		const line = joinRows(rows, at, escape);
		const ended = mayHaveHeredocs.test(line.text) ? addHeredocs(rows, line) : line;
		at = ended.last - 1;
		if (ended.text.trim() !== '')
			lines.push({ ...ended, comments, source: rows.slice(ended.line - 1, ended.last).join('\n') });
		comments = [];
		if ('open' in ended)
			faults.push({ line: ended.line, text: `the heredoc \`${ended.open}\` has no end` });
	}
	if (check) directives.set('check', check);
	return { lines, directives, escape, faults };
}

function parseDirectives(rows: readonly string[]) {
	const directives = new Map<string, string>();
	const faults: Fault[] = [];
	for (const [at, row] of rows.entries()) {
		const [, name, value = ''] = directive.exec(row.trimStart()) ?? [];
		if (name === undefined) break;
		const key = name.toLowerCase();
		if (directives.has(key)) {
			faults.push({ line: at + 1, text: `only one \`${key}\` directive can be used` });
			break;
		}
		directives.set(key, value);
		if (key !== 'escape' || value === '\\' || value === '`') continue;
		faults.push({ line: at + 1, text: `\`${value}\` is no escape character; allowed: \\ and \`` });
	}
	return { directives, faults, escape: directives.get('escape') === '`' ? '`' : '\\' };
}

/** A row and those that it goes on with. */
function joinRows(
	rows: readonly string[],
	first: number,
	escape: string,
): Omit<LogicalLine, 'comments' | 'source'> {
	// A mark of continuation that is escaped itself continues nothing.
	const goesOn = escape === '`' ? /(^|[^`])`[ \t]*$/ : /(^|[^\\])\\[ \t]*$/;
	let text = rows[first]?.trimStart() ?? '';
	let last = first;
	let hasGap = false;
	let isOpen = goesOn.test(text);
	text = text.replace(goesOn, '$1');
	while (isOpen && last + 1 < rows.length) {
		last += 1;
		const row = rows[last] ?? '';
		if (row.trimStart().startsWith('#')) continue;
		if (row.trim() === '') {
			// What follows the last line break of a file is no line.
			hasGap ||= last + 1 < rows.length;
			continue;
		}
		isOpen = goesOn.test(row);
		text += row.replace(goesOn, '$1');
	}
	return {
		text,
		line: first + 1,
		last: last + 1,
		gap: hasGap ? last + 1 : undefined,
		heredocs: [],
	};
}

/** Takes the rows up to the ends of the heredocs; `open` is the name of one that has no end. */
function addHeredocs<T extends Omit<LogicalLine, 'comments' | 'source'>>(
	rows: readonly string[],
	line: T,
): T & { open?: string } {
	let { last } = line;
	const heredocs: Heredoc[] = [];
	for (const heredoc of toHeredocs(line.text)) {
		const isEnd = (row: string) =>
			(heredoc.isChomped ? row.replace(/^\t+/, '') : row) === heredoc.name;
		const end = rows.findIndex((row, at) => at >= last && isEnd(row));
		if (end < 0) return { ...line, heredocs, last: rows.length, open: heredoc.name };
		heredocs.push({ ...heredoc, line: last + 1, content: rows.slice(last, end).join('\n') });
		last = end + 1;
	}
	return { ...line, heredocs, last };
}

const quoted = /\\.|'[^']*'|"(?:\\.|[^"\\])*"/gs;

/** A word of a line: blanks may stand in quotes, and between `<<` and the name of a heredoc. */
const word = /(?:\\.|'[^']*'|"(?:\\.|[^"\\])*"|<<[ \t]*|\S)+/gs;

/**
 * The heredocs that a line announces, without their content.
 * The rule: https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go
 */
function toHeredocs(line: string): Heredoc[] {
	// BuildKit finds none in a line with an open quote.
	if (/['"]/.test(line.replace(quoted, ''))) return [];
	return (line.match(word) ?? []).flatMap((text) => {
		const [, dash, rest = ''] = /^\d*<<(-?)\s*([^<]+)$/.exec(text) ?? [];
		const name = rest.replace(/\\(.)|["']/gs, '$1');
		if (dash === undefined || name === '' || /\s/.test(rest.replace(quoted, ''))) return [];
		const isExpanded = !/["']/.test(rest);
		return [{ name, isExpanded, isChomped: dash === '-', content: '', line: 0 }];
	});
}
