import { z } from 'zod';
import { address, anchor, day, link, url, withOwnIds } from './shared.ts';

/** `watchouts.yaml`: what a whole Dockerfile shows, where no instruction's own facts say it. */
export const watchoutsSchema = withOwnIds(
	z.strictObject({
		/** What `src/explain/` asks for it by. */
		id: anchor,
		/** Why it matters and what to do. Markdown with code only. */
		text: z.string().min(1),
		/** The page of the site that says more, from its root. */
		page: address.optional(),
		links: z.array(link).min(1),
		checked: day,
	}),
);

/** One thing to know of a Dockerfile. */
export type Watchout = z.infer<typeof watchoutsSchema>[number];

/** `compose-keys.yaml`: what the keys of a Compose file mean. */
export const composeKeysSchema = z.array(
	z.strictObject({
		/** What the keys stand in: the file itself, a service, or its `build`. */
		of: z.enum(['file', 'service', 'build']),
		/** The page that describes them, each under its own name. */
		url,
		checked: day,
		/** By the key, what it does. Markdown with code only. */
		keys: z.record(z.string().regex(/^[a-z_]+$/), z.string().min(1)),
	}),
);

/** The keys of one part of a Compose file. */
export type ComposeKeys = z.infer<typeof composeKeysSchema>[number];
