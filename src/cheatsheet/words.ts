import type { Token } from './model.ts';

/** A line of code as paper sets it: how far it is indented, and its words, which do not break. */
export interface CodeLine {
	indent: number;
	words: Token[][];
}

/** Cuts code into lines and words, because a flag or an address must not break in itself. */
export function toCodeLines(tokens: readonly Token[]): CodeLine[] {
	const lines: CodeLine[] = [{ indent: 0, words: [[]] }];
	for (const { text, look } of tokens) {
		for (const part of text.split(/(\n| +)/)) {
			const line = lines.at(-1);
			if (part === '' || line === undefined) continue;
			if (part === '\n') lines.push({ indent: 0, words: [[]] });
			else if (part.trim() !== '') line.words.at(-1)?.push({ text: part, look });
			else if (line.words[0]?.length === 0) line.indent = part.length;
			else line.words.push([]);
		}
	}
	return lines.map(({ indent, words }) => ({
		indent,
		words: words.filter((word) => word.length > 0),
	}));
}
