import type { Content, Run, Token } from './sheetModel.ts';
import { toLanguage, type Grammar } from '../snippets/language.ts';

/** What code begins with, and what stands for an instruction within it: `AS`, `HEALTHCHECK … CMD`. */
const keywords: Partial<Record<Exclude<Grammar, undefined>, string>> = {
	dockerfile: '(?<=^\\s*(?:ONBUILD +)?)[A-Z]{3,}(?= )|(?<![\\w-])(?:AS|CMD)(?![\\w-])',
	shell:
		'^docker(?: (?:builder|buildx|compose|container|context|image|network|system|volume))? [a-z]+(?![\\w-])',
};

/** Cuts code into stretches of one look, which together are the code again. */
export function toTokens(code: string, language: string): Token[] {
	const { grammar } = toLanguage(language);
	const keyword = (grammar && keywords[grammar]) ?? '(?!)';
	const looks = [
		'(?<comment>^#.*|#(?=[\\s!]).*)',
		'(?<place>(?:<[^<>\\s][^<>\\n]*>)+)',
		`(?<keyword>${keyword})`,
		'(?<flag>(?<![\\w-])--?[a-zA-Z][\\w-]*)',
	];
	return cut(code, new RegExp(looks.join('|'), 'gm')).map(({ text, name = 'plain' }) => ({
		text,
		look: name as Token['look'],
	}));
}

/** What is code in a plain sentence: flags with their values, paths, variables, quoted lists. */
const code =
	/(?<![\w-])(?:--[a-z][\w-]*(?:=[\w./:=-]*[\w/-])?|-[a-zA-Z]{1,2}(?![\w-])|\$\w+|\[".*?"\])|(?<!\w)\/bin\/sh -c/;

const commands = ['docker run', 'docker build', 'docker inspect', 'docker history'];

/** Makes code, flags and names of instructions in the text of a fact look like code. */
export function dress(content: Content, names: readonly string[]): Content {
	if (!('runs' in content)) return content;
	const words = [...names, ...commands].join('|');
	const pattern = new RegExp(`(?<code>${code.source}|\\b(?:${words})\\b)`, 'g');
	const toRuns = (run: Run): Run[] =>
		cut(run.text, pattern).map(({ text, name }) => ({ text, style: name ? 'code' : 'plain' }));
	const runs = content.runs.flatMap((run) => (run.style === 'plain' ? toRuns(run) : [run]));
	return { ...content, runs };
}

/** A text in stretches: what a pattern finds, each with the name of its group, and what is between. */
function cut(text: string, pattern: RegExp): { text: string; name?: string | undefined }[] {
	const parts: { text: string; name?: string | undefined }[] = [];
	let at = 0;
	for (const { 0: found, index, groups = {} } of text.matchAll(pattern)) {
		parts.push({ text: text.slice(at, index) });
		const [name] = Object.keys(groups).filter((key) => groups[key] !== undefined);
		parts.push({ text: found, name });
		at = index + found.length;
	}
	parts.push({ text: text.slice(at) });
	return parts.filter((part) => part.text !== '');
}
