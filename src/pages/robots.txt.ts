import type { APIRoute } from 'astro';
import { toAbsoluteUrl } from '../links.ts';

/** Everything may be indexed; the sitemap says what there is. */
export const GET: APIRoute = () =>
	new Response(`User-agent: *\nAllow: /\nSitemap: ${toAbsoluteUrl('/sitemap-index.xml')}\n`);
