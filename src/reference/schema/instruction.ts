import { z } from 'zod';
import { anchor, brief, day, fact, related, sources, url, withOwnIds, words } from './shared.ts';

const syntax = z.strictObject({
	/** What readers call the form: `exec`, `JSON array`, `by digest`, … */
	form: z.string().min(1),
	/** The grammar, as Docker's reference writes it. */
	text: z.string().min(1),
	/** When to use this form. */
	note: z.string().optional(),
	sources,
});

const option = z.strictObject({
	/** With its dashes; `AS` is the one without. */
	name: z.string().regex(/^(?:--[a-z-]+|AS)$/),
	/** The grammar of the value, from the equals sign on; nothing for a switch. */
	value: z.string().optional(),
	meaning: z.string().min(1),
	brief,
	words,
	/** The value when the option is not given. */
	default: z.string().optional(),
	/** The Dockerfile syntax version that brought it; nothing: it was always there. */
	since: z.string().optional(),
	/** What came with later versions. */
	sinceNote: z.string().optional(),
	/** The place in Docker's reference. */
	url,
	sources,
});

const gotcha = z.strictObject({
	/** The `#` part of its address. */
	id: anchor,
	/** What surprises people, and what to do. */
	text: z.string().min(1),
	brief,
	sources,
	/** The day it was checked, where it is another than the file's. */
	checked: day.optional(),
});

const example = z.strictObject({
	/** What the example shows. */
	title: z.string().min(1),
	/** A Dockerfile, or a part of one, that parses. */
	code: z.string().min(1),
});

/** `instructions/<name>.yaml`: one Dockerfile instruction. */
export const instructionSchema = z.strictObject({
	/** In capitals, as it is written. */
	name: z.string().regex(/^[A-Z]+$/),
	/** What it does, in one line. */
	summary: z.string().min(1),
	brief,
	words,
	/** Its place in Docker's reference. */
	docs: url,
	checked: day,
	/** Present when it should not be written any more. */
	deprecated: z
		.strictObject({
			/** The version that deprecated it. */
			since: z.string(),
			/** What to write instead. */
			replacement: z.string(),
			sources,
		})
		.optional(),
	/** The ways to write it, the usual one first. */
	syntax: z.array(syntax).min(1),
	/** What it does to the image: a layer, only metadata, or neither. */
	layer: fact.extend({ is: z.enum(['layer', 'metadata', 'none']) }),
	/** When it acts. */
	acts: fact.extend({ is: z.enum(['build', 'run', 'build and run', 'child build']) }),
	/** What happens when it is written again. */
	repeat: fact.extend({
		/** One of the ways that there are. */
		is: z.enum([
			'accumulates',
			'last wins',
			'accumulates, last wins per key',
			'accumulates, last wins per name',
			'last wins; relative paths add up',
			'new stage each time',
		]),
	}),
	/** Whether `$NAME` in it is replaced. */
	variables: fact.extend({
		/** Who replaces it, if anybody does. */
		is: z.enum(['yes', 'no', 'partly', 'by the shell', 'in the child build']),
	}),
	/** Whether an image built on this one gets it. */
	inherited: fact.extend({ is: z.enum(['yes', 'no', 'as files', 'direct child only', 'n/a']) }),
	/** Whether `docker run` can replace it. */
	override: fact.extend({
		/** How far. */
		is: z.enum(['yes', 'no', 'partly']),
		/** The flag, or what stands on the command line. */
		flag: z.string().optional(),
	}),
	/** The flags between the name and the arguments. */
	options: z.array(option).default([]),
	/** The types of `RUN --mount`. */
	mounts: z
		.array(
			z.strictObject({
				/** What stands behind `type=`. */
				type: z.string(),
				meaning: z.string(),
				brief,
				words,
				/** The keys it takes, with their other names after a bar. */
				keys: z.array(z.string()),
				/** What a key is when it is not given. */
				defaults: z.record(z.string(), z.string()).default({}),
				/** The place in Docker's reference. */
				url,
				sources,
			}),
		)
		.default([]),
	/** Variables that exist without being declared. */
	predefined: z
		.array(
			fact.extend({
				/** One or more that belong together. */
				names: z.array(z.string()).min(1),
			}),
		)
		.default([]),
	/** What people fall over. */
	gotchas: withOwnIds(gotcha).default([]),
	/** The instruction in use, the most usual case first. */
	examples: z.array(example).min(1),
	related,
	/** The hadolint rules that speak of it. */
	hadolint: z
		.array(
			z.strictObject({
				code: z.string().regex(/^(?:DL|SC)\d{4}$/),
				/** ShellCheck's rules, which hadolint passes on, have none here. */
				severity: z.enum(['Error', 'Warning', 'Info', 'Style', 'Ignore']).optional(),
				meaning: z.string(),
				url,
			}),
		)
		.default([]),
});
