import { z } from 'zod';

/** `findings.yaml`: what is found in snippets and stays, with the reason that readers see. */
export const expectedSchema = z.array(
	z.strictObject({
		/** The snippet's id, as it stands in the address of its raw text. */
		snippet: z.string().min(1),
		/** Whose finding it is: a build check, or `syntax`, `flag`, `option`, `argument`. */
		rule: z.string().min(1),
		/** Why it stays, in one sentence for readers. */
		reason: z.string().min(1),
	}),
);

/** Findings that are known and stay. */
export type Expected = z.infer<typeof expectedSchema>;
