import type { APIRoute, GetStaticPaths } from 'astro';
import { getEntry } from 'astro:content';
import { canExplain } from '../collections.ts';

/** The facts that `/explain/` takes; see src/explain/explanation.ts. */
export const getStaticPaths = (async () =>
	(await canExplain()) ? [{ params: { explain: 'explain' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = async () =>
	Response.json((await getEntry('facts', 'explain'))?.data.facts);
