import { z } from 'zod';
import { url } from './fact.ts';

/** `sources.yaml`: everything that facts rest on, by a short id. */
export const sourcesSchema = z.record(
	z.string(),
	z.strictObject({
		/** What a reader sees as the link's text. */
		title: z.string().min(1),
		/** `owner/name`, where the page is made from a public repository. */
		repository: z.string().optional(),
		/** The file in that repository. */
		path: z.string().optional(),
		/** The page itself. */
		url,
	}),
);

/** What facts rest on, by id. */
export type Sources = z.infer<typeof sourcesSchema>;
