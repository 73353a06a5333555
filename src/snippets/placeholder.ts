import { z } from 'zod';

/** What a value has to be, by the rules of whoever reads it; see `values.ts`. */
const kinds = [
	...(['repository', 'tag', 'registry', 'host', 'account', 'name', 'port'] as const),
	...(['user', 'path', 'file', 'module', 'word', 'text'] as const),
] as const;

/** `placeholders.yaml`: what stands for the reader's own names in the snippets. */
export const placeholdersSchema = z.array(
	z.strictObject({
		/** Stands in shared addresses and in browsers; never changes. */
		id: z.string().regex(/^[a-z-]+$/),
		/** What the reader is asked for. */
		label: z.string().min(1),
		/** The rule for values. */
		kind: z.enum(kinds),
		/** The snippets in which it is looked for. */
		in: z.enum(['any', 'shell', 'dockerfile']).default('any'),
		/** Words of snippets; what stands in braces is replaced, what is around it has to be there. */
		match: z.array(z.string().regex(/^[^{}]*\{[^{}]+\}[^{}]*$/)).min(1),
	}),
);

/** Something that a reader may put a value of their own in place of. */
export type Placeholder = z.infer<typeof placeholdersSchema>[number];
/** The rule for a value. */
export type Kind = Placeholder['kind'];
/** The values that a reader gave, by the ids of the placeholders. */
export type Values = Readonly<Record<string, string>>;
