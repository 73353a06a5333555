import type { APIRoute } from 'astro';
import { getEntry } from 'astro:content';

/** What search shows of what it finds; see src/search/record.ts. */
export const GET: APIRoute = async () =>
	Response.json((await getEntry('search', 'index'))?.data.details);
