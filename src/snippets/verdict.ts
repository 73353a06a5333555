import type { Snippet } from './snippet.ts';
import { deflateRawSync } from 'node:zlib';
import { agreement, decider } from '../checks/agreement.ts';
import { undecidable } from '../checks/checks.ts';
import { toLanguage, type Grammar } from './language.ts';

/** What a page says below a snippet. */
export interface Verdict {
	/** The fence that it belongs to. */
	language: string;
	code: string;
	id: string;
	/** The raw text, from the root of the site. */
	raw: string;
	/** Whether it can be saved as a Dockerfile. */
	isComplete: boolean;
	/** Where it is explained line by line, from the root of the site. */
	explained?: string | undefined;
	/** Whether something was found. */
	isFaulty: boolean;
	/** Whether it has words that a reader may put their own in place of. */
	isFillable: boolean;
	/** What was found out, in one line. */
	words: string;
	/** When and with what, in one line. */
	by: string;
}

/** What the verifying was done with: versions by the names of packages, and the day. */
export interface Tools {
	versions: Readonly<Record<string, string>>;
	/** As `2026-11-24`. */
	day: string;
	/** Whether the site has the facts to explain a Dockerfile with. */
	canExplain: boolean;
}

/** What the page says of a snippet: what was checked and found, and with what. */
export function toVerdict(snippet: Snippet, tools: Tools): Verdict {
	const { language, code, id, raw, isComplete, findings, bad } = snippet;
	const isExplained = tools.canExplain && toLanguage(language).grammar === 'dockerfile';
	return {
		...{ language, code, id, raw, isComplete },
		...(isExplained && { explained: toExplainPlace(code) }),
		isFillable: false,
		isFaulty: findings.length > 0 || bad !== undefined,
		words: toWords(snippet),
		by: toTools(toLanguage(language).grammar, tools),
	};
}

/** Where a Dockerfile is explained, from the root of the site; src/explain/fragment.ts reads it. */
export function toExplainPlace(code: string): string {
	const packed = deflateRawSync(code, { level: 9 }).toString('base64url');
	return `/explain/#z=${packed}`;
}

/** What all snippets were verified with. */
export function toToolLines(tools: Tools): string[] {
	return [`Dockerfiles ${toTools('dockerfile', tools)}`, `Commands ${toTools('shell', tools)}`];
}

function toWords({ bad, checked, findings, reason, language }: Snippet): string {
	if (bad !== undefined && bad in undecidable) {
		return `An example of the mistake: ${bad}. Only a real build can find it: it ${undecidable[bad]}`;
	}
	const texts = findings.map(({ rule, text }) => `${rule} (${text.replaceAll('`', '')})`);
	const found = [...new Set(texts)].join('; ');
	if (bad !== undefined) return `An example of the mistake. ${found}`;
	if (found !== '') return `Found: ${found}. ${reason ?? ''}`.trim();
	if (checked.length > 0) return `Checked: ${checked.join('; ')}`;
	return `Not checked: there is no parser for ${language || 'plain text'}`;
}

/** The parsers and the checks for a language, with their versions. */
function toTools(grammar: Grammar, { versions, day }: Tools): string {
	const tools: Readonly<Record<NonNullable<Grammar>, readonly string[]>> = {
		dockerfile: [
			"our reading of BuildKit's grammar",
			`${agreement} (${decider} decides)`,
			`the bash grammar of unbash ${versions['unbash']}`,
		],
		shell: [
			`the bash grammar of unbash ${versions['unbash']}`,
			'the flags on the pages of the commands',
		],
		yaml: [`yaml ${versions['yaml']}`],
		json: ['JSON.parse'],
	};
	return grammar === undefined ? '' : `${day}, with ${tools[grammar].join(', ')}`;
}
