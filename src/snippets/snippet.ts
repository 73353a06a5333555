import { z } from 'zod';

/** What a parser or a check says of a snippet. */
export const findingSchema = z.strictObject({
	/** Whose finding it is: a build check's name, or `syntax`, `flag`, `argument`. */
	rule: z.string(),
	/** The line within the snippet, counted from 1. */
	line: z.number().int(),
	/** What is wrong, as a clause without a full stop. */
	text: z.string(),
});

/** One snippet of the site: a fence of the notes, of the facts, or of a page. */
export const snippetSchema = z.strictObject({
	/** Its name for good, made from its section and its order there. */
	id: z.string().regex(/^[\p{Ll}\p{Lo}\p{N}_-]+$/u),
	title: z.string(),
	/** The word behind the marks of the fence, in lower case; empty when there is none. */
	language: z.string(),
	/** The text between the marks, without the last line break. */
	code: z.string(),
	/** The raw text, from the root of the site. */
	raw: z.string(),
	/** Where it stands, from the root of the site. */
	page: z.string(),
	/** Instruction, command and task that it is about. */
	tags: z.array(z.string()),
	/** The file that it is written in, and the line of its first line there. */
	file: z.string(),
	line: z.number().int(),
	/** Whether it is a whole Dockerfile. */
	isComplete: z.boolean(),
	/** The check that it shows the fault of, when it is meant to be bad. */
	bad: z.string().optional(),
	/** What was checked: `parses`, `flags known`. */
	checked: z.array(z.string()),
	/** What was found, and is meant or known. */
	findings: z.array(findingSchema),
	/** Why a finding stays. */
	reason: z.string().optional(),
});

/** What a parser or a check says of a snippet. */
export type Finding = z.infer<typeof findingSchema>;
/** One snippet with what was found out about it. */
export type Snippet = z.infer<typeof snippetSchema>;
/** A snippet before anybody has looked at it. */
export type Draft = Omit<Snippet, 'checked' | 'findings' | 'reason'>;

/** What was looked at in a snippet, and what was found. */
export interface Report {
	/** In the words of the page; empty when nothing could be checked. */
	checked: string[];
	findings: Finding[];
}

/** What makes two snippets the same for a reader. */
export function toKey({ language, code }: Pick<Draft, 'language' | 'code'>): string {
	return `${language}\n${code}`;
}

/** The line of an offset within a snippet, counted from 1. */
export function toLineAt(code: string, offset: number): number {
	return code.slice(0, offset).split('\n').length;
}

/** Where a snippet stands in the catalogue, from the root of the site. */
export function toCataloguePlace(id: string): string {
	return `/snippets/#${id}`;
}

/** The address of a whole Dockerfile under its own name, from the root of the site. */
export function toDockerfile(id: string): string {
	return `/snippets/${id}/Dockerfile`;
}
