import { z } from 'zod';
import { day, messages, sources, url, words } from './shared.ts';

/** `checks/<rule>.yaml`: one of Docker's build checks; the file's name is its address. */
export const checkSchema = z.strictObject({
	/** In Pascal case, as Docker prints it. */
	name: z.string().regex(/^[A-Z][A-Za-z]+$/),
	/** What it finds, in one line. */
	meaning: z.string().min(1),
	words,
	/** What Docker prints. */
	messages: messages.min(1),
	/** Off unless it is asked for. */
	experimental: z.boolean().default(false),
	/** The instructions concerned; without one, each of them. */
	instructions: z.array(z.string()).default([]),
	/** The Dockerfile syntax version that brought it. */
	since: z.string(),
	/** What a reader should know beside the meaning. */
	note: z.string().optional(),
	/** A Dockerfile that the check finds fault with, and the same one mended. */
	bad: z.string().min(1),
	good: z.string().min(1),
	/** Its page in Docker's reference. */
	url,
	checked: day,
	sources,
});
