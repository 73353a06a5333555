import { z } from 'zod';
import { day, url } from './fact.ts';

/** `lifecycles.yaml`: until when base images and tools are supported. */
export const lifecyclesSchema = z.array(
	z.strictObject({
		/** The image's name without a tag. */
		image: z.string(),
		/** What the tag begins with: `3.10`, `bookworm`. */
		tag: z.string(),
		/** The last day of (security) support; nothing as long as nobody has set it. */
		until: day.optional(),
		/** What `until` means here, where it is not the end of all support; or what the end waits for. */
		note: z.string().optional(),
		/** What to write instead. */
		instead: z.string().optional(),
		/** The page that says so. */
		url,
		/** The day it was checked. */
		checked: day,
	}),
);

/** How long an image is supported. */
export type Lifecycle = z.infer<typeof lifecyclesSchema>[number];
