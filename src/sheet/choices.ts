import { z } from 'zod';

/**
 * A fact by its name: `watch no-tag-means-latest`, `option --from`, or with what it is of before it:
 * `CMD syntax exec`, `build flag --check`, `exec recipe Open a shell as root`, `exit-codes table`. See
 * `findRef`.
 */
const ref = z.string().min(1);

/** What a card can be of; it names exactly one. */
export const namers = ['instruction', 'command', 'table', 'notes', 'topic'] as const;

const card = z
	.strictObject({
		/** An instruction by its name: `COPY`. */
		instruction: z.string().optional(),
		/** A command by the name of its file: `system-prune`. */
		command: z.string().optional(),
		/** A truth table by its id. */
		table: z.string().optional(),
		/** A heading of the notes, whose own text is shown with what is said beside it. */
		notes: z.string().optional(),
		/** Something of our own making: what it is called. `shows` says what is in it. */
		topic: z.string().optional(),
		/** The page that a topic leads to, from the root of the site. */
		page: z.string().startsWith('/').endsWith('/').optional(),
		/** The forms of the syntax to show; the first one when nothing is said. */
		syntax: z.array(z.string()).optional(),
		/** The title of the example to take the line from; the first one when nothing is said. */
		example: z.string().optional(),
		/** The rows of a table to show, by their first cells; all when nothing is said. */
		rows: z.array(z.string()).optional(),
		/** What always stands there. */
		shows: z.array(ref).default([]),
		/** What stands there on two sides, and on a poster when that allows. */
		sheet: z.array(ref).default([]),
		/** What stands there when paper allows, the most important first. */
		may: z.array(ref).default([]),
		/** How far it goes: the page alone has most room, two sides of a sheet have more than a poster. */
		reach: z.enum(['page', 'sheet', 'poster']).default('poster'),
	})
	.refine(
		(value) => namers.filter((name) => value[name] !== undefined).length === 1,
		`needs exactly one of ${namers.join(', ')}`,
	);

/** `sheet.yaml`: what stands on the cheatsheet, where and in which order. It names facts and has none. */
export const planSchema = z.strictObject({
	/** The sides of the paper. */
	sides: z
		.array(
			z.strictObject({
				/** What the side is about; stands at its top. */
				title: z.string().min(1),
				groups: z
					.array(
						z.strictObject({
							title: z.string().min(1),
							/** Decides the colour. */
							kind: z.enum(['instruction', 'command', 'check', 'concept']),
							cards: z.array(card).min(1),
						}),
					)
					.min(1),
			}),
		)
		.length(2),
	/** What cards are called that stand on neither side and can be put on a reader's own sheet. */
	more: z.string().min(1),
});

/** The choices for one sheet. */
export type Plan = z.infer<typeof planSchema>;
/** The choices for one card. */
export type PlannedCard = z.infer<typeof card>;
