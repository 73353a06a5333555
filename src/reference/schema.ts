import { z } from 'zod';

/** A day, as `2026-11-23`. */
const day = z.iso.date();

/** A page that a reader can open. */
const url = z.url({ protocol: /^https$/ });

/** The ids of the sources of a fact, as `sources.yaml` has them. */
const sources = z.array(z.string()).min(1);

/** What is said, and what says so. */
const fact = z.strictObject({
	/** One or two sentences in our own words. */
	detail: z.string().min(1),
	sources,
	/** The day the fact was checked, where it is another than the file's. */
	checked: day.optional(),
});

/** `sources.yaml`: everything that facts rest on, by a short id. */
export const sourcesSchema = z.record(
	z.string(),
	z.strictObject({
		/** What a reader sees as the link's text. */
		title: z.string().min(1),
		/** `owner/name`, where the page is made from a public repository. */
		repository: z.string().optional(),
		/** The file in that repository. */
		path: z.string().optional(),
		url,
	}),
);

const syntax = z.strictObject({
	/** The name of the form: exec, shell, list, heredoc, … */
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
	/** What it does. */
	meaning: z.string().min(1),
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
	/** The `#` part of its address; never changes. */
	id: z.string().regex(/^[a-z\d-]+$/),
	text: z.string().min(1),
	/** How far it could be confirmed, where not wholly. */
	caveat: z.string().optional(),
	sources,
	checked: day.optional(),
});

const example = z.strictObject({
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
	/** Its place in Docker's reference. */
	docs: url,
	/** The day the facts of this file were checked. */
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
	syntax: z.array(syntax).min(1),
	/** What it does to the image: a layer, only metadata, or neither. */
	layer: fact.extend({ is: z.enum(['layer', 'metadata', 'none']) }),
	/** When it acts. */
	acts: fact.extend({ is: z.enum(['build', 'run', 'build and run', 'child build']) }),
	/** What happens when it is written again. */
	repeat: fact.extend({
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
		is: z.enum(['yes', 'no', 'partly', 'by the shell', 'in the child build']),
	}),
	/** Whether an image built on this one gets it. */
	inherited: fact.extend({ is: z.enum(['yes', 'no', 'as files', 'direct child only', 'n/a']) }),
	/** Whether `docker run` can replace it. */
	override: fact.extend({
		is: z.enum(['yes', 'no', 'partly']),
		/** The flag, or what stands on the command line. */
		flag: z.string().optional(),
	}),
	options: z.array(option).default([]),
	/** The types of `RUN --mount`. */
	mounts: z
		.array(
			z.strictObject({
				type: z.string(),
				meaning: z.string(),
				/** The keys it takes, with their other names after a bar. */
				keys: z.array(z.string()),
				/** What a key is when it is not given. */
				defaults: z.record(z.string(), z.string()).default({}),
				url,
				sources,
			}),
		)
		.default([]),
	/** Variables that exist without being declared. */
	predefined: z
		.array(z.strictObject({ names: z.array(z.string()).min(1), detail: z.string(), sources }))
		.default([]),
	gotchas: z.array(gotcha).default([]),
	examples: z.array(example).min(1),
	/** The names of instructions that belong to it. */
	related: z.array(z.string()).default([]),
	/** The build checks that speak of it, with what they say here. */
	checks: z.array(z.strictObject({ rule: z.string(), meaning: z.string(), sources })).default([]),
	/** The hadolint rules that speak of it. */
	hadolint: z
		.array(
			z.strictObject({
				code: z.string().regex(/^(?:DL|SC)\d{4}$/),
				/** ShellCheck's rules, which hadolint passes on, have none here. */
				severity: z.enum(['Error', 'Warning', 'Info', 'Style', 'Ignore']).optional(),
				meaning: z.string(),
				url,
				sources,
			}),
		)
		.default([]),
});

/** The tasks that commands are grouped by, in the order of the page. */
export const tasks = [
	'build',
	'run',
	'look',
	'clean up',
	'share',
	'networks and volumes',
	'compose',
] as const;

/** `commands/<name>.yaml`: one command; the file's name is its address. */
export const commandSchema = z.strictObject({
	/** As it is typed: `docker rmi`. */
	name: z.string().min(1),
	/** The name it has in the reference: `docker image rm`. */
	canonical: z.string().min(1),
	/** The other ways to type it. */
	aliases: z.array(z.string()).default([]),
	task: z.enum(tasks),
	summary: z.string().min(1),
	synopsis: z.string().min(1),
	docs: url,
	checked: day,
	sources,
	/** The command that this is a special case of. */
	variantOf: z.string().optional(),
	/** Whether nobody should need it any more. */
	outdated: z.boolean().default(false),
	/** The heading of the notes that shows it. */
	heading: z.string().optional(),
	flags: z
		.array(
			z.strictObject({
				name: z.string(),
				short: z
					.string()
					.regex(/^-[A-Za-z]$/)
					.optional(),
				value: z.string().optional(),
				meaning: z.string(),
				default: z.string().optional(),
			}),
		)
		.default([]),
	examples: z.array(z.strictObject({ code: z.string(), note: z.string().optional() })).min(1),
	notes: z
		.array(z.strictObject({ text: z.string(), caveat: z.string().optional(), sources }))
		.default([]),
	/** The names of commands that belong to it. */
	related: z.array(z.string()).default([]),
});

/** `checks/<rule>.yaml`: one of Docker's build checks; the file's name is its address. */
export const checkSchema = z.strictObject({
	/** In Pascal case, as Docker prints it. */
	name: z.string().regex(/^[A-Z][A-Za-z]+$/),
	meaning: z.string().min(1),
	severity: z.enum(['warning', 'error']),
	/** Off unless it is asked for. */
	experimental: z.boolean(),
	onByDefault: z.boolean(),
	/** The syntax version until which it was experimental. */
	experimentalUntil: z.string().optional(),
	/** The instructions concerned; empty: any. */
	instructions: z.array(z.string()).default([]),
	/** The Dockerfile syntax version that brought it. */
	since: z.string(),
	note: z.string().optional(),
	/** A Dockerfile that the check finds fault with, and the same one mended. */
	bad: z.string().min(1),
	good: z.string().min(1),
	url,
	checked: day,
	sources,
});

/** `corrections.yaml`: what the notes say that does not hold (any more), and what does. */
export const correctionsSchema = z.array(
	z.strictObject({
		/** The `#` part of its address on the page of all corrections; never changes. */
		id: z.string().regex(/^[a-z\d-]+$/),
		/** The harm for a reader who follows the note. */
		severity: z.enum(['high', 'medium', 'low']),
		verdict: z.enum(['wrong', 'imprecise', 'outdated', 'end of life', 'incomplete']),
		/** Where the notes say it: the heading (the last one above) and words that stand there. */
		at: z.array(z.strictObject({ heading: z.string(), quote: z.string().min(3) })).min(1),
		/** What holds today, in a friendly sentence or two. Markdown. */
		text: z.string().min(1),
		/** Since when, where that is known: a version or a day. */
		since: z.string().optional(),
		links: z.array(z.strictObject({ title: z.string(), url })).min(1),
		checked: day,
	}),
);

/** `lifecycles.yaml`: until when base images and tools are supported. */
export const lifecyclesSchema = z.array(
	z.strictObject({
		/** The image's name without a tag. */
		image: z.string(),
		/** What the tag begins with: `3.10`, `bookworm`. */
		tag: z.string(),
		/** The last day of (security) support. */
		until: day,
		/** What `until` means here, where it is not the end of all support. */
		note: z.string().optional(),
		/** What to write instead. */
		instead: z.string().optional(),
		url,
		checked: day,
	}),
);

/** `tables.yaml`: the truth tables that people search for. */
export const tablesSchema = z.array(
	z.strictObject({
		/** The address below `/dockerfile/`. */
		id: z.string().regex(/^[a-z\d-]+$/),
		title: z.string(),
		/** What the table answers, in one sentence. */
		summary: z.string(),
		/** The head cells; the first column names the rows. Markdown. */
		columns: z.array(z.string()).min(2),
		rows: z.array(z.array(z.string())).min(1),
		/** What to know beside the table. */
		notes: z.array(z.string()).default([]),
		/** The instructions it is about. */
		instructions: z.array(z.string()).default([]),
		links: z.array(z.strictObject({ title: z.string(), url })).min(1),
		checked: day,
	}),
);

/** One Dockerfile instruction with its facts. */
export type Instruction = z.infer<typeof instructionSchema>;
/** One command with its facts. */
export type Command = z.infer<typeof commandSchema>;
/** One build check. */
export type Check = z.infer<typeof checkSchema>;
/** One thing that is said beside the notes. */
export type Correction = z.infer<typeof correctionsSchema>[number];
/** How long an image is supported. */
export type Lifecycle = z.infer<typeof lifecyclesSchema>[number];
/** One truth table. */
export type TruthTable = z.infer<typeof tablesSchema>[number];
/** What facts rest on, by id. */
export type Sources = z.infer<typeof sourcesSchema>;
