import { z } from 'zod';
import { day, link } from './fact.ts';

/** `tables.yaml`: the truth tables that people search for. */
export const tablesSchema = z.array(
	z.strictObject({
		/** The address below `/dockerfile/`. */
		id: z.string().regex(/^[a-z\d-]+$/),
		/** The page's title. */
		title: z.string(),
		/** What the table answers, in one sentence. */
		summary: z.string(),
		/** The head cells; the first column names the rows. Markdown. */
		columns: z.array(z.string()).min(2),
		/** One cell for each column. Markdown. */
		rows: z.array(z.array(z.string())).min(1),
		/** What to know beside the table. */
		notes: z.array(z.string()).default([]),
		/** The instructions it is about. */
		instructions: z.array(z.string()).default([]),
		/** What says so. */
		links: z.array(link).min(1),
		/** The day it was checked. */
		checked: day,
	}),
);

/** One truth table. */
export type TruthTable = z.infer<typeof tablesSchema>[number];
