/** A heredoc as BuildKit takes it from a line of `RUN`, `COPY` or `ADD`. */
export interface Heredoc {
	/** The word that ends it. */
	name: string;
	/** Whether variables in it are replaced: its word is not quoted. */
	isExpanded: boolean;
	/** Whether leading tabs are taken away: `<<-`. */
	isChomped: boolean;
	content: string;
	/** The first line of the content, counted from 1. */
	line: number;
}

const quoted = /\\.|'[^']*'|"(?:\\.|[^"\\])*"/gs;

/** A word of a line: blanks may stand in quotes, and between `<<` and the name of a heredoc. */
const word = /(?:\\.|'[^']*'|"(?:\\.|[^"\\])*"|<<[ \t]*|\S)+/gs;

/**
 * The heredocs that a line announces, without their content.
 * The rule: https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go
 */
export function toHeredocs(line: string): Heredoc[] {
	// BuildKit finds none in a line with an open quote.
	if (/['"]/.test(line.replace(quoted, ''))) return [];
	return (line.match(word) ?? []).flatMap((text) => {
		const [, dash, rest = ''] = /^\d*<<(-?)\s*([^<]+)$/.exec(text) ?? [];
		const name = rest.replace(/\\(.)|["']/gs, '$1');
		if (dash === undefined || name === '' || /\s/.test(rest.replace(quoted, ''))) return [];
		return [
			{
				...{ name, content: '', line: 0 },
				isExpanded: !/["']/.test(rest),
				isChomped: dash === '-',
			},
		];
	});
}
