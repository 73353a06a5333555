import type { APIRoute } from 'astro';
import { readFacts } from '../../collections.ts';

/** What in the snippets stands for the reader's own names. */
export const GET: APIRoute = async () => Response.json(await readFacts('placeholders'));
