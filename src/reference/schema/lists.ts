import { z } from 'zod';
import { address, anchor, brief, day, link, url, withOwnIds, words } from './shared.ts';

/** `corrections.yaml`: what the notes say that does not hold (any more), and what does. */
export const correctionsSchema = withOwnIds(
	z.strictObject({
		/** The `#` part of its address on the page of all corrections. */
		id: anchor,
		/** In what way the note does not hold. */
		verdict: z.enum(['wrong', 'imprecise', 'outdated', 'end of life', 'incomplete']),
		/** Where the notes say it. */
		at: z
			.array(
				z.strictObject({
					/** The heading's text. */
					heading: z.string(),
					/** Words that stand in one block below it. */
					quote: z.string().min(3),
				}),
			)
			.min(1),
		/** What holds today, in a friendly sentence or two. Markdown. */
		text: z.string().min(1),
		brief,
		/** What to copy in place of the author's code in that block. */
		snippet: z
			.strictObject({
				language: z.string().min(1),
				/** The code as it is right today. */
				code: z.string().min(1),
			})
			.optional(),
		/** The truth table that says more, by its id. */
		see: z.string().optional(),
		/** Since when, where that is known: a version or a day. */
		since: z.string().optional(),
		links: z.array(link).min(1),
		checked: day,
	}),
);

/** One thing that is said beside the notes. */
export type Correction = z.infer<typeof correctionsSchema>[number];

const table = z.strictObject({
	/** The address below `/dockerfile/`. */
	id: anchor,
	title: z.string(),
	/** What the table answers, in one sentence. */
	summary: z.string(),
	/** The head cells; the first column names the rows. Markdown. */
	columns: z.array(z.string()).min(2),
	/** One cell for each column. Markdown. */
	rows: z.array(z.array(z.string())).default([]),
	/** Rows that are made from the facts of instructions; they follow those that are written. */
	of: z.enum(['layer', 'override', 'options', 'variables']).optional(),
	/** What to know beside the table: `entrypoint/start-script-ends-with-exec`, a gotcha by its id. */
	gotchas: z.array(z.string().regex(/^[a-z]+\/[a-z\d-]+$/)).default([]),
	/** The instructions it is about; `of: options` compares them, the other rows are for all. */
	instructions: z.array(z.string()).default([]),
	links: z.array(link).min(1),
	checked: day,
});

/** `tables.yaml`: the truth tables that people search for. */
export const tablesSchema = withOwnIds(
	table
		.refine(({ rows, of }) => rows.length > 0 || of !== undefined, {
			path: ['rows'],
			message: 'missing; allowed: rows, or `of` for rows that are made from facts',
		})
		.refine(({ rows, columns }) => rows.every((row) => row.length === columns.length), {
			path: ['rows'],
			message: 'a row has more or fewer cells than there are columns; allowed: one for each',
		}),
);

/** One truth table. */
export type TruthTable = z.infer<typeof tablesSchema>[number];

/** `lifecycles.yaml`: until when base images and tools are supported. */
export const lifecyclesSchema = z.array(
	z.strictObject({
		/** The image's name without a tag. */
		image: z.string(),
		/** What the tag begins with: `3.10`, `bookworm`. */
		tag: z.string(),
		/** The last day of (security) support; nothing as long as nobody has set it. */
		until: day.optional(),
		/** Whether the page says of all older versions that their support has ended, too. */
		older: z.literal(true).optional(),
		/** What `until` means here, where it is not the end of all support; or what the end waits for. */
		note: z.string().optional(),
		/** What to write instead, without a variant: `python:3.14`. */
		instead: z.string().optional(),
		/** The variants that `instead` has too, and that are kept: `slim` of `python:3.10-slim`. */
		variants: z.array(z.string()).optional(),
		/** The page that says so. */
		url,
		checked: day,
	}),
);

/** How long an image is supported. */
export type Lifecycle = z.infer<typeof lifecyclesSchema>[number];

/** `versions.yaml`: the versions that the facts hold for, and the day they were looked up. */
export const versionsSchema = z.strictObject({
	/** Docker Engine, `29`. */
	engine: z.string(),
	/** The Dockerfile syntax, `1.26`. */
	dockerfile: z.string(),
	/** BuildKit, Buildx and Compose, in full. */
	buildkit: z.string(),
	buildx: z.string(),
	compose: z.string(),
	links: z.array(link).min(1),
	checked: day,
});

/** The versions that the facts hold for. */
export type Versions = z.infer<typeof versionsSchema>;

/** `words.yaml`: the words for pages and sections that have no data file of their own. */
export const wordsSchema = z.array(
	z.strictObject({
		at: address,
		words,
	}),
);

/** `synonyms.yaml`: words that people use for one another, by the sense they have in Docker. */
export const synonymsSchema = z.array(z.array(z.string().regex(/^[a-z\d]+$/)).min(2));

/** The words for one page or section. */
export type PageWords = z.infer<typeof wordsSchema>[number];
