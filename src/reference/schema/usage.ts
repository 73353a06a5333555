import { z } from 'zod';
import { day, sources } from './fact.ts';

/** `usage.yaml`: how build checks are run, skipped and made to fail a build. */
export const usageSchema = z.array(
	z.strictObject({
		/** The `#` part of its address; never changes. */
		id: z.string().regex(/^[a-z\d-]+$/),
		/** What to write or run, and what happens then. Markdown. */
		text: z.string().min(1),
		/** What says so. */
		sources,
		/** The day it was checked. */
		checked: day,
	}),
);

/** One thing to know for using build checks. */
export type Usage = z.infer<typeof usageSchema>[number];
