import type { APIRoute } from 'astro';
import { getEntry } from 'astro:content';

/** What search finds by name; see src/search/record.ts. */
export const GET: APIRoute = async () => {
	const { records, synonyms, unpaged } = (await getEntry('search', 'index'))?.data ?? {};
	return Response.json({ records, synonyms, unpaged });
};
