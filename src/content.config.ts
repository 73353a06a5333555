import type { Sheet } from './cheatsheet/sheet.ts';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { pagesLoader, topicsLoader } from './loader.ts';

const snippet = z.object({
	/** The section that the snippet stands in. */
	title: z.string(),
	slug: z.string(),
	/** The word after the fence's marks; a build needs one. */
	language: z.string().default('text'),
	/** What is copied, without the last line break. */
	code: z.string(),
	/** The line of the opening marks in the notes. */
	line: z.number(),
});

const page = z.object({
	/** What the page is about. */
	kind: z.enum(['instruction', 'command', 'concept']),
	/** Whether the page only leads to the pages below it. */
	isIndex: z.boolean(),
	/** The line of the page's heading in the notes. */
	line: z.number(),
	/** The place in the order of the notes. */
	order: z.number(),
	/** The ids of the pages above, outermost first. */
	parents: z.array(z.string()),
	/** The first line of the page's snippets that shows the instruction itself. */
	example: z.string().optional(),
	/** The fences of the page in order. */
	snippets: z.array(snippet),
});

const topic = z.object({
	/** The `#` heading of the file. */
	title: z.string(),
	/** The cheatsheet; made by `toSheet`, which gives it its type. */
	sheet: z.custom<Sheet>(),
});

export const collections = {
	docs: defineCollection({
		loader: pagesLoader(),
		schema: docsSchema({ extend: page.partial() }),
	}),
	topics: defineCollection({ loader: topicsLoader(), schema: topic }),
};
