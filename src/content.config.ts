import type { Sheet } from './sheet/sheetModel.ts';
import type { Details, PackedRecord } from './search/record.ts';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { siteLoader } from './loader.ts';

const page = z.object({
	/** What the page is about. */
	kind: z.enum(['instruction', 'command', 'check', 'answer', 'guide', 'concept']),
	/** Whether the page only leads to the pages below it. */
	isIndex: z.boolean(),
	/** A few words about the thing, for beside the title. */
	tags: z.array(z.string()),
	/** The line of the page's heading in the notes, for pages that come from there. */
	line: z.number().optional(),
	/** The place in the order of the site. */
	order: z.number(),
	/** The name of the file of notes that the page belongs to. */
	topic: z.string().optional(),
	/** The ids of the pages above, outermost first. */
	parents: z.array(z.string()),
	/** By a `#` part that is gone, where it stands now, from the root of the site. */
	moved: z.record(z.string(), z.string()),
	/** The page as machines read it; `/<id>.md`. */
	markdown: z.string(),
	/** One line that shows the thing in use. */
	example: z.string().optional(),
});

const topic = z.object({
	/** The `#` heading of the file. */
	title: z.string(),
	/** A sign before the title. */
	icon: z.string().optional(),
	/** The id of the file's own page; empty at the root of the site. */
	prefix: z.string(),
	/** The place among the files. */
	order: z.number(),
	/** The name of the site. */
	site: z.string(),
	/** The cheatsheet; made by `toSheets`, which gives it its type. */
	sheet: z.custom<Sheet>(),
});

const navigation = z.object({
	/** The tree of all pages; see src/reference/navigation.ts. */
	json: z.string(),
});

const moved = z.object({
	/** Where the old page leads, from the root of the site. */
	to: z.string(),
	/** By an old `#` part, where it leads. */
	fragments: z.record(z.string(), z.string()),
});

const facts = z.object({
	/** The data of one kind of file; validated when it was read, see src/reference/schema/. */
	facts: z.unknown(),
});

const search = z.object({
	/** What is found by name; made by `toSearchIndex`, which gives it its type. */
	records: z.custom<PackedRecord[]>(),
	synonyms: z.array(z.array(z.string())),
	unpaged: z.array(z.string()),
	details: z.custom<Details[]>(),
});

const toDocs = docsSchema({ extend: page.partial() });
let docs: ReturnType<typeof toDocs> | undefined;

export const collections = {
	docs: defineCollection({
		loader: siteLoader('docs'),
		// Once for all pages: a schema for each is for pictures in front matter, and ours have none.
		schema: (context) => (docs ??= toDocs(context)),
	}),
	topics: defineCollection({ loader: siteLoader('topics'), schema: topic }),
	moved: defineCollection({ loader: siteLoader('moved'), schema: moved }),
	navigation: defineCollection({ loader: siteLoader('navigation'), schema: navigation }),
	search: defineCollection({ loader: siteLoader('search'), schema: search }),
	facts: defineCollection({ loader: siteLoader('facts'), schema: facts }),
};
