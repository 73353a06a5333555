import type { Token } from './model.ts';

/** A line of code as paper sets it: how far it is indented, and its words, which do not break. */
export interface CodeLine {
	indent: number;
	words: Token[][];
	/** The blanks before each word that are more than one, as in columns of code. */
	gaps: number[];
}

/** Cuts code into lines and words, because a flag or an address must not break in itself. */
export function toCodeLines(tokens: readonly Token[]): CodeLine[] {
	const lines: CodeLine[] = [toStart()];
	for (const { text, look } of tokens) {
		for (const part of text.split(/(\n| +)/)) {
			const line = lines.at(-1);
			if (part === '' || line === undefined) continue;
			if (part === '\n') lines.push(toStart());
			else if (part.trim() !== '') line.words.at(-1)?.push({ text: part, look });
			else if (line.words[0]?.length === 0) line.indent = part.length;
			else {
				line.words.push([]);
				line.gaps.push(part.length - 1);
			}
		}
	}
	return lines.map(({ indent, words, gaps }) => {
		const isWord = (at: number) => (words[at] ?? []).length > 0;
		return {
			indent,
			words: words.filter((_, at) => isWord(at)),
			gaps: gaps.filter((_, at) => isWord(at)),
		};
	});
}

function toStart(): CodeLine {
	return { indent: 0, words: [[]], gaps: [0] };
}
