import { z } from 'zod';
import { day, link, messages, related, words } from './shared.ts';

/** What answers are about, in the order of their page. */
export const answerGroups = [
	'daemon',
	'run',
	'exit codes',
	'files and volumes',
	'network',
	'build',
	'images and registries',
	'compose',
	'disk',
	'daily work',
] as const;

/** `answers/<id>.yaml`: an error or a question with what to do; the file's name is its address. */
export const answerSchema = z
	.strictObject({
		/** A sentence or a question, as a person would say it. */
		title: z.string().min(1),
		/** What leads a reader there. */
		kind: z.enum(['error', 'question']),
		group: z.enum(answerGroups),
		/** The error as Docker prints it; `…` stands for what differs from case to case. */
		messages: messages.default([]),
		words,
		/** Why it happens, or the answer in short. Markdown. */
		cause: z.string().min(1),
		/** What to do, the most likely or the safest first. */
		fix: z
			.array(
				z.strictObject({
					/** What the step does. Markdown. */
					text: z.string().min(1),
					language: z.string().default('bash'),
					code: z.string().optional(),
				}),
			)
			.min(1),
		/** What else to know. Markdown. */
		notes: z.array(z.string()).default([]),
		related,
		links: z.array(link).min(1),
		checked: day,
	})
	.refine(({ kind, messages }) => (kind === 'error') === messages.length > 0, {
		path: ['messages'],
		message: 'does not fit `kind`; allowed: 1 or more for an error, none for a question',
	});
