import { z } from 'zod';
import { brief, day, related, sources, url, words } from './shared.ts';

/** The tasks that commands are grouped by, in the order of the page. */
export const tasks = [
	'build',
	'run',
	'start and stop',
	'inspect',
	'change',
	'clean up',
	'share',
	'networks and volumes',
	'compose',
	'builders',
	'system',
] as const;

/** What flags are grouped by on the page of a command, in this order. */
export const flagGroups = [
	'common',
	'network',
	'storage',
	'environment',
	'limits',
	'security',
	'health',
	'logging',
	'output',
	'other',
] as const;

/** `commands/<name>.yaml`: one command; the file's name is its address. */
export const commandSchema = z.strictObject({
	/** As it is typed: `docker rmi`. */
	name: z.string().min(1),
	/** The name it has in the reference: `docker image rm`. */
	canonical: z.string().min(1),
	/** The other ways to type it. */
	aliases: z.array(z.string()).default([]),
	/** What people want when they type it; groups the commands on their page. */
	task: z.enum(tasks),
	/** What it does, in one line. */
	summary: z.string().min(1),
	brief,
	words,
	/** How it is written, with Docker's own placeholders. */
	synopsis: z.string().min(1),
	/** Its page in Docker's reference. */
	docs: url,
	checked: day,
	sources,
	/** The heading of the notes that shows it. */
	heading: z.string().optional(),
	/** The flags that matter in daily work; not all that there are. */
	flags: z
		.array(
			z.strictObject({
				/** With its dashes. */
				name: z.string(),
				/** The form of one letter. */
				short: z
					.string()
					.regex(/^-[A-Za-z]$/)
					.optional(),
				/** The grammar of the value; nothing for a switch. */
				value: z.string().optional(),
				meaning: z.string(),
				brief,
				words,
				/** What holds when the flag is not given; nothing for a switch that is off. */
				default: z.string().optional(),
				/** What it belongs to, on a page that has many. */
				group: z.enum(flagGroups).default('common'),
			}),
		)
		.default([]),
	/** The command in use, the most usual case first. */
	examples: z
		.array(
			z.strictObject({
				title: z.string().min(1),
				brief,
				/** What is typed, without a prompt. */
				code: z.string(),
				/** What to know before it is pasted. Markdown. */
				note: z.string().optional(),
			}),
		)
		.min(1),
	/** What to know beside the flags. Markdown. */
	notes: z
		.array(
			z.strictObject({
				text: z.string(),
				brief,
				sources,
			}),
		)
		.default([]),
	related,
});
