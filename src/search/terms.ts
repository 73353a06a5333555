import type { PageHeading } from '../reference/pages.ts';
import type { DetailedPart } from './names.ts';
import { toPlainSlug } from './part.ts';

/** Words, and error messages with a `!` in front, as one list. */
export function toTerms(words: readonly string[] = [], errors: readonly string[] = []): string[] {
	return [...words, ...errors.map((error) => `!${error}`)];
}

/** What is said of an option, with the first line of the examples that has it. */
export function toPart(
	{ meaning, words, errors }: { meaning: string; words?: string[]; errors?: string[] },
	name: string,
	codes: readonly string[],
	short = name,
): DetailedPart {
	const lines = codes.join('\n').split('\n');
	const uses = (line: string, option: string) => ` ${line} `.split(/[\s=,]/).includes(option);
	const line = lines.find(
		(line) => uses(line, name) || uses(line, short) || line.includes(`=${name}`),
	);
	return [meaning, line?.trim() ?? '', ...toTerms(words, errors)];
}

/** The title of an example, as the section that it is on its page. */
export function renderTitle(title: string, headings: readonly PageHeading[] = []): string {
	const heading = headings.find(({ text }) => text === title);
	return renderSection({ text: title, slug: heading?.slug ?? '' });
}

/** A title, with its slug behind a `#` where that is not plain. */
export function renderSection({ text, slug }: { text: string; slug: string }): string {
	return toPlainSlug(text) === slug ? text : `${text}#${slug}`;
}
