import { z } from 'zod';
import { day, link, related, words } from './shared.ts';

/** What guides are about, in the order of their page. */
export const guideGroups = [
	'run',
	'build',
	'compose',
	'reference',
	'complete Dockerfiles',
] as const;

/** `guides/<id>.yaml`: a short page on a topic; the file's name is its address. */
export const guideSchema = z.strictObject({
	title: z.string().min(1),
	group: z.enum(guideGroups),
	/** The question of the page answered in one sentence. */
	summary: z.string().min(1),
	words,
	/** The page in parts. */
	sections: z
		.array(
			z.strictObject({
				title: z.string().min(1),
				/** Markdown: short paragraphs, lists, tables, fenced code with a language. */
				text: z.string().min(1),
				/** What says so, beside the links of the page. */
				links: z.array(link).default([]),
			}),
		)
		.min(1),
	related,
	links: z.array(link).min(1),
	checked: day,
});
