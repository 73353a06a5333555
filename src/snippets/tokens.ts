import { toLanguage, type Grammar } from './language.ts';

/** A stretch of code in one look. Keywords are bold and flags coloured, so grey prints tell them apart. */
export interface Token {
	text: string;
	look: 'plain' | 'keyword' | 'flag' | 'place' | 'comment';
}

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

/** A text in stretches: what a pattern finds, each with the name of its group, and what is between. */
export function cut(text: string, pattern: RegExp): { text: string; name?: string | undefined }[] {
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
