import type { Content, Run, Token } from './sheetModel.ts';
import { toPlainText } from './sheetModel.ts';

/** Makes code, flags and names of instructions in the text of a fact look like code. */
export function dress(content: Content, names: readonly string[]): Content {
	const words = [...names, 'docker run', 'docker build', 'docker inspect', 'docker history'];
	switch (content.type) {
		case 'text':
		case 'point':
		case 'term':
			return { ...content, runs: dressRuns(content.runs, words) };
		case 'recipe': {
			const tokens = toTokens(content.code, findCommands(content.code));
			return { ...content, tokens, runs: dressRuns(content.runs, words) };
		}
		case 'syntax':
			return { ...content, tokens: toTokens(toPlainText(content.tokens), names) };
		case 'code': {
			const known = content.language === 'bash' ? findCommands(content.code) : names;
			return { ...content, tokens: toTokens(content.code, known) };
		}
		case 'table':
			return content;
	}
}

const command =
	/^docker(?: (?:builder|buildx|compose|container|context|image|network|system|volume))? [a-z]+/gm;

/** The commands at the beginnings of lines, which are their keywords. */
export function findCommands(code: string): string[] {
	return code.match(command) ?? [];
}

function dressRuns(runs: readonly Run[], words: readonly string[]): Run[] {
	return runs.flatMap((run) => (run.style === 'plain' ? toRuns(run.text, words) : [run]));
}

const looks: readonly { look: Token['look']; pattern: RegExp }[] = [
	{ look: 'comment', pattern: /#(?=\s|!).*|^#.*/my },
	{ look: 'place', pattern: /<[^<>\s][^<>\n]*>/y },
	{ look: 'flag', pattern: /(?<![\w-])--?[a-zA-Z][\w-]*/y },
];

/**
 * Cuts code into stretches of one look. The words of `names` at the start of a line are its
 * keywords; the stretches together are the code again.
 */
export function toTokens(code: string, names: readonly string[]): Token[] {
	return code
		.split(/(?<=\n)/)
		.flatMap((line) => toLineTokens(line, names))
		.reduce<Token[]>(merge, []);
}

function toLineTokens(line: string, names: readonly string[]): Token[] {
	const start = line.match(/^\s*/)?.[0] ?? '';
	const keyword = names.find((name) => startsWithWord(line.slice(start.length), name)) ?? '';
	const tokens: Token[] = [];
	if (start !== '') tokens.push({ text: start, look: 'plain' });
	if (keyword !== '') tokens.push({ text: keyword, look: 'keyword' });
	let at = start.length + keyword.length;
	while (at < line.length) {
		const token = toToken(line, at, names);
		tokens.push(token);
		at += token.text.length;
	}
	return tokens;
}

/** A keyword may stand behind another one: `ONBUILD RUN`, `HEALTHCHECK … CMD`. */
function toToken(line: string, at: number, names: readonly string[]): Token {
	for (const { look, pattern } of looks) {
		pattern.lastIndex = at;
		const [text] = pattern.exec(line) ?? [];
		if (text !== undefined) return { text, look };
	}
	const isWordStart = !/[\w-]/.test(line[at - 1] ?? ' ');
	const capitals = /^(?:[A-Z]{3,}|AS)\b/.exec(line.slice(at))?.[0];
	if (isWordStart && capitals !== undefined && [...names, 'AS'].includes(capitals)) {
		return { text: capitals, look: 'keyword' };
	}
	return { text: line[at] ?? '', look: 'plain' };
}

function startsWithWord(text: string, name: string): boolean {
	return text.startsWith(name) && !/[\w-]/.test(text[name.length] ?? ' ');
}

function merge(tokens: Token[], token: Token): Token[] {
	const last = tokens.at(-1);
	if (last?.look !== token.look) return [...tokens, token];
	return [...tokens.slice(0, -1), { ...last, text: last.text + token.text }];
}

/** What is code in a plain sentence: flags with their values, paths, variables, quoted lists. */
const code =
	/(?<![\w-])(?:--[a-z][\w-]*(?:=[\w./:=-]*[\w/-])?|-[a-zA-Z]{1,2}(?![\w-])|\$\w+|\[".*?"\])|(?<!\w)\/bin\/sh -c/;

/** The text of a fact, with what looks like code in it as code. `names` are words that always do. */
function toRuns(text: string, names: readonly string[]): Run[] {
	const words = names.map((name) => name.replace(/[^\w ]/g, '\\$&')).join('|');
	const pattern = new RegExp(words === '' ? code : `${code.source}|\\b(?:${words})\\b`, 'g');
	const runs: Run[] = [];
	let at = 0;
	for (const { 0: found, index } of text.matchAll(pattern)) {
		if (index > at) runs.push({ text: text.slice(at, index), style: 'plain' });
		runs.push({ text: found, style: 'code' });
		at = index + found.length;
	}
	if (at < text.length) runs.push({ text: text.slice(at), style: 'plain' });
	return runs;
}
