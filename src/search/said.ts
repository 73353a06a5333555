import type { Message } from '../input/message.ts';
import type { TextFile } from '../input/files.ts';
import type { Reference } from '../reference/facts.ts';
import type { OutlinedPage } from '../reference/pages.ts';
import { toString } from 'mdast-util-to-string';
import { toMessage } from '../input/message.ts';
import { escapePattern } from '../input/pattern.ts';
import { folders } from '../reference/addresses.ts';
import { splitCase, stopWords, toStem, toWords } from './spelling.ts';

/** What of a page is compared with the words that lead there. */
type SaidPage = Pick<OutlinedPage, 'id' | 'title' | 'description' | 'outline'>;

/** Words for search and the page that they lead to. */
interface Claim {
	file: string;
	/** The id of the page. */
	id: string;
	words: readonly string[];
}

/** All that a page says, as search reads it. */
interface Said {
	/** With those that stand for them. */
	stems: ReadonlySet<string>;
	/** Its letters and digits in one piece, for what is written together or apart. */
	letters: string;
}

/**
 * Words for search that lead to a page that does not speak of them: a reader would not find there
 * what was asked for. Endings, synonyms and spaces within a word do not matter.
 */
export function findUnsaidWords(
	reference: Reference,
	pages: readonly SaidPage[],
	files: readonly TextFile[],
): Message[] {
	const groups = reference.synonyms.map((group) => group.map(toStem));
	const byId = new Map(pages.map((page) => [page.id, page]));
	return toClaims(reference).flatMap(({ file, id, words }) => {
		const page = byId.get(id);
		// Of an address that is gone, another message speaks.
		if (page === undefined) return [];
		const said = toSaid(page, groups);
		const { text = '' } = files.find(({ path }) => path === file) ?? {};
		return [...new Set(words)].flatMap((phrase) => {
			const lacking = findLacking(phrase, said);
			if (lacking.length === 0) return [];
			const place = { file, line: findLineOf(phrase, text), isWarning: true };
			const reason = `words: \`${phrase}\` leads to /${id}/, which does not say \`${lacking.join('`, `')}\``;
			return [toMessage(place, reason, advice)];
		});
	});
}

const advice =
	'Say it on the page, name it as a synonym in src/content/synonyms.yaml, or delete it.';

/** Words that say how a thing is or goes, and name none: `wrong stage name`, `force rebuild`. */
const everyday: ReadonlySet<string> = new Set(
	(
		'all another available broken cannot did disappeared effect error exceeded existing failed fails ' +
		'failing find first force found gone has immediately invalid invoked issue line loaded locate lost ' +
		'missing much non not open other over pass problem reset rules running single slow status staying ' +
		'stuck too unknown up uses was without working wrong'
	).split(' '),
);

function toClaims(reference: Reference): Claim[] {
	const kinds = ['instructions', 'commands', 'checks', 'answers', 'guides'] as const;
	const ofFacts = kinds.flatMap((kind) =>
		reference[kind].map((own) => ({
			...{ file: own.file, id: `${folders[kind]}/${own.id}`, words: toAllWords(own) },
		})),
	);
	const ofPages = reference.words.map(({ at, words }) => ({
		...{ file: 'src/content/words.yaml', id: at.replace(/^\/|\/(?:#.*)?$/g, ''), words },
	}));
	return [...ofFacts, ...ofPages];
}

/** The words of a fact and of its parts: of options, mounts and flags. */
function toAllWords(own: object): string[] {
	return Object.entries(own).flatMap(([field, value]) => {
		if (!Array.isArray(value)) return [];
		if (field === 'words') return value.map(String);
		return value.flatMap((part) => (typeof part === 'object' ? toAllWords(part) : []));
	});
}

function toSaid({ title, description, outline }: SaidPage, groups: readonly string[][]): Said {
	const blocks = outline.root.children.map((block) => toString(block));
	const text = splitCase([title, description, ...blocks].join('\n'));
	const words = new Set(toWords(`${text}\n${outline.source}`));
	const own = new Set(words.values().map(toStem));
	const others = groups.filter((group) => group.some((stem) => own.has(stem))).flat();
	return { stems: own.union(new Set(others)), letters: toLetters(outline.source + title) };
}

function findLacking(phrase: string, { stems, letters }: Said): string[] {
	const whole = toLetters(phrase);
	if (whole.length > 4 && letters.includes(whole)) return [];
	return toWords(splitCase(phrase)).filter(
		(word) =>
			!stopWords.has(word) &&
			!everyday.has(word) &&
			!stems.has(toStem(word)) &&
			!isPart(word, letters),
	);
}

/** `multistage` is said by `multi-stage`. */
function isPart(word: string, letters: string): boolean {
	return word.length > 6 && letters.includes(word);
}

function toLetters(text: string): string {
	return toWords(text).join('');
}

/** The line of a phrase in a list of words; a sentence that has it is no list. */
function findLineOf(phrase: string, text: string): number {
	const item = new RegExp(`(?:- |\\[|, |^\\s+)['"]?${escapePattern(phrase)}['"]?(?:,|\\]|$)`);
	const line = text.split('\n').findIndex((line) => item.test(line));
	return Math.max(0, line) + 1;
}
