/**
 * The reader's own names in snippets: what is typed once stands in place of the placeholder in every
 * snippet, and so in what is copied. This file finds the places and judges values, in a build as in
 * the browser; placeholders.ts reads `placeholders.yaml`; blocks.ts fills what a page shows and keeps
 * the values in the browser; panel.ts asks for them.
 */
import { escapePattern } from '../input/pattern.ts';
import { toLanguage } from '../snippets/language.ts';

/** Something that a reader may put a value of their own in place of. */
export interface Placeholder {
	/** Stands in shared addresses and in browsers. */
	id: string;
	/** What the reader is asked for. */
	label: string;
	/** The snippets in which it is looked for. */
	in: 'any' | 'shell' | 'dockerfile';
	/** Words of snippets; what stands in braces is replaced, what is around it has to be there. */
	match: string[];
	/** What a value may be: the source of a regular expression, and the same in words. */
	pattern: string;
	form: string;
}

/** The values that a reader gave, by the ids of the placeholders. */
export type Values = Readonly<Record<string, string>>;

/** A stretch of a snippet that stands for something of the reader's. */
export interface Place {
	start: number;
	end: number;
	/** The id of its placeholder. */
	id: string;
}

/** The longest value of any kind, in characters. */
const longest = 255;

/** What is wrong with a value; nothing when it is good. */
export function findFault(
	{ pattern, form }: Pick<Placeholder, 'pattern' | 'form'>,
	value: string,
): string | undefined {
	if (value.length > longest) return `This has to be ${longest} characters at most.`;
	return new RegExp(`^(?:${pattern})$`, 'u').test(value) ? undefined : `This has to be ${form}.`;
}

/** The good ones of some values, whoever wrote them down. */
export function toValues(
	pairs: Iterable<readonly [string, unknown]>,
	placeholders: readonly Placeholder[],
): Values {
	const given = new Map(pairs);
	return Object.fromEntries(
		placeholders.flatMap((placeholder) => {
			const value = given.get(placeholder.id);
			const isGood = typeof value === 'string' && findFault(placeholder, value) === undefined;
			return isGood ? [[placeholder.id, value]] : [];
		}),
	);
}

/**
 * Finds the placeholders of a snippet, in order. Where two fit, the one that is declared first. Without
 * a language, a text tells by its first words how it is read.
 */
export function findPlaces(
	code: string,
	language: string | undefined,
	placeholders: readonly Placeholder[],
): Place[] {
	const grammar = language === undefined ? guess(code) : toLanguage(language).grammar;
	const places: Place[] = [];
	for (const { id, match, in: where } of placeholders) {
		if (where !== 'any' && where !== grammar) continue;
		for (const found of match.flatMap((words) => [...code.matchAll(toPattern(words))])) {
			const [start, end] = found.indices?.[1] ?? [0, 0];
			const isFree = places.every((other) => other.end <= start || other.start >= end);
			if (isFree) places.push({ start, end, id });
		}
	}
	return places.sort((a, b) => a.start - b.start);
}

/** `myimage:{latest}` → `latest`. */
export function toWord(words: string): string {
	return /\{([^}]+)\}/.exec(words)?.[1] ?? '';
}

function guess(code: string) {
	if (/^(?:\w+=\S+ |\$ )*docker /m.test(code)) return 'shell';
	return /^\s*[A-Z]{2,} /m.test(code) ? 'dockerfile' : undefined;
}

/** `myimage:{latest}` as a pattern that finds it as words of their own. */
function toPattern(words: string): RegExp {
	const [before = '', after = ''] = words.split(/\{[^}]+\}/);
	const edge = words.replace('{', '').startsWith('/') ? '(?<![\\w./-])' : '(?<![\\w.-])';
	const name = escapePattern(toWord(words));
	return new RegExp(
		`${edge}${escapePattern(before)}(${name})${escapePattern(after)}(?![\\w-]|\\.\\w)`,
		'dgu',
	);
}
