import { z } from 'zod';
import { brief, day, link } from './fact.ts';

/** `corrections.yaml`: what the notes say that does not hold (any more), and what does. */
export const correctionsSchema = z.array(
	z.strictObject({
		/** The `#` part of its address on the page of all corrections; never changes. */
		id: z.string().regex(/^[a-z\d-]+$/),
		/** The harm for a reader who follows the note. */
		severity: z.enum(['high', 'medium', 'low']),
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
		/** The same in fewer words. Markdown. */
		brief,
		/** The truth table that says more, by its id. */
		see: z.string().optional(),
		/** Since when, where that is known: a version or a day. */
		since: z.string().optional(),
		/** What says so. */
		links: z.array(link).min(1),
		/** The day it was checked. */
		checked: day,
	}),
);

/** One thing that is said beside the notes. */
export type Correction = z.infer<typeof correctionsSchema>[number];
