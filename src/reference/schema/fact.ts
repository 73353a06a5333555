import { z } from 'zod';

/** A day, as `2026-11-23`. */
export const day = z.iso.date();

/** A page that a reader can open. */
export const url = z.url({ protocol: /^https$/ });

/** The ids of the sources of a fact, as `sources.yaml` has them. */
export const sources = z.array(z.string()).min(1);

/** What is said, and what says so. */
export const fact = z.strictObject({
	/** One or two sentences in our own words. */
	detail: z.string().min(1),
	/** What says so. */
	sources,
	/** The day the fact was checked, where it is another than the file's. */
	checked: day.optional(),
});

/** A page as what people read of it, and its address. */
export const link = z.strictObject({
	/** The words of the link. */
	title: z.string(),
	/** The page itself. */
	url,
});

/** The same in fewer words, for the cheatsheet; nothing: the long text stands there too. */
export const brief = z.string().min(1).optional();
