import { z } from 'zod';
import { answerSchema } from '../../reference/schema/answer.ts';
import { checkSchema } from '../../reference/schema/check.ts';
import { commandSchema } from '../../reference/schema/command.ts';
import { guideSchema } from '../../reference/schema/guide.ts';
import { instructionSchema } from '../../reference/schema/instruction.ts';
import { sourcesSchema } from '../../reference/schema/shared.ts';
import { snippetSchema } from '../../snippets/snippet.ts';

/** The facts that are published as JSON: `/api/<name>.json`. */
export const apis = [
	{ name: 'instructions', schema: instructionSchema },
	{ name: 'commands', schema: commandSchema },
	{ name: 'checks', schema: checkSchema },
	{ name: 'answers', schema: answerSchema },
	{ name: 'guides', schema: guideSchema },
	{ name: 'snippets', schema: snippetSchema },
] as const;

/** The name of a published file, without its ending. */
export type ApiName = (typeof apis)[number]['name'];

/** The shape of a published file: the facts with the name of their file, and what they rest on. */
export function toApiSchema(name: ApiName): z.ZodType {
	const found = apis.find((api) => api.name === name);
	const item = found?.schema.extend({ id: z.string(), file: z.string() });
	return z.strictObject({
		$schema: z.string(),
		[name]: z.array(item ?? z.never()),
		sources: sourcesSchema,
	});
}
