import { z } from 'zod';

/** A day, as `2026-11-23`; `checked` is the day the facts of a file or an entry were checked. */
export const day = z.iso.date();

/** A page that a reader can open. */
export const url = z.url({ protocol: /^https$/ });

/** The ids of the sources of a fact, as `sources.yaml` has them. */
export const sources = z.array(z.string()).min(1);

/** What is said, and what says so. */
export const fact = z.strictObject({
	/** One or two sentences in our own words. */
	detail: z.string().min(1),
	sources,
	/** The day the fact was checked, where it is another than the file's. */
	checked: day.optional(),
});

/** A page as what people read of it, and its address. */
export const link = z.strictObject({
	/** The words of the link. */
	title: z.string(),
	url,
});

/** What belongs to a thing: names of commands, instructions and checks, ids of answers, guides and tables. */
export const related = z.array(z.string()).default([]);

/** The address of a page or a section from the root of the site. */
export const address = z.string().regex(/^\/(?:[a-z\d-]+\/)+(?:#[a-z\d-]+)?$/);

/** A text in fewer words, for the cheatsheet; nothing: the long text stands there too. */
export const brief = z.string().min(1).optional();

/** What people type when they look for a thing, beside its name; case and hyphens do not matter. */
export const words = z.array(z.string().regex(/^(?!.* {2})[^|!][^|]+$/)).default([]);

/** Errors or warnings as Docker prints them; `…` stands for what differs from case to case. */
export const messages = z.array(
	z.string().refine((message) => (message.match(/[\p{L}\d]+/gu)?.length ?? 0) > 1, {
		message: 'too few words for search; allowed: 2 or more beside `…`',
	}),
);

/** An id that is the `#` part of an address; never changes. */
export const anchor = z.string().regex(/^[a-z\d-]+$/);

/** A list of entries each of which has an address of its own: its id. */
export function withOwnIds<T extends z.ZodType<{ id: string }>>(entry: T): z.ZodArray<T> {
	return z.array(entry).superRefine((entries, context) => {
		for (const [at, { id }] of entries.entries()) {
			if (entries.findIndex((other) => other.id === id) === at) continue;
			const message = `\`${id}\` stands twice; allowed: an id of its own`;
			context.addIssue({ code: 'custom', path: [at, 'id'], message });
		}
	});
}

/** `sources.yaml`: everything that facts rest on, by a short id. */
export const sourcesSchema = z.record(
	z.string(),
	z.strictObject({
		/** What a reader sees as the link's text. */
		title: z.string().min(1),
		url,
	}),
);

/** What facts rest on, by id. */
export type Sources = z.infer<typeof sourcesSchema>;
