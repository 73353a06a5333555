import { z } from 'zod';

/** What people type when they look for a thing, beside its name; case and hyphens do not matter. */
export const words = z.array(z.string().regex(/^[^|!][^|]+$/)).default([]);

/** Error messages that people paste, without what differs from case to case. */
export const errors = z.array(z.string().regex(/^[^|!][^|]{5,}$/)).default([]);

/** `words.yaml`: the words for pages and sections that have no data file of their own. */
export const wordsSchema = z.array(
	z.strictObject({
		/** The address from the root of the site, with the `#` of a section. */
		at: z.string().regex(/^\/(?:[a-z\d-]+\/)+(?:#[a-z\d-]+)?$/),
		/** What people type when they look for it. */
		words,
		/** Error messages that it answers. */
		errors,
	}),
);

/** `synonyms.yaml`: words that people use for one another, by the sense they have in Docker. */
export const synonymsSchema = z.array(z.array(z.string().regex(/^[a-z\d]+$/)).min(2));

/** The words for one page or section. */
export type PageWords = z.infer<typeof wordsSchema>[number];
