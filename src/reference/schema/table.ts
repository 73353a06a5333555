import { z } from 'zod';
import { day, link } from './fact.ts';

const table = z.strictObject({
	/** The address below `/dockerfile/`. */
	id: z.string().regex(/^[a-z\d-]+$/),
	/** The page's title. */
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
	/** What says so. */
	links: z.array(link).min(1),
	/** The day it was checked. */
	checked: day,
});

/** `tables.yaml`: the truth tables that people search for. */
export const tablesSchema = z.array(
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
