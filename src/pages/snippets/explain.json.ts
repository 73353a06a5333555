import type { APIRoute } from 'astro';
import { readFacts } from '../../snippets.ts';

/** What keywords and flags mean, for those who point at one in a snippet. */
export const GET: APIRoute = async () => Response.json(await readFacts('explanations'));
