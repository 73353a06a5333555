import type { APIRoute } from 'astro';
import { readPages } from '../collections.ts';

/** All pages as Markdown in one file, in the order of the site. */
export const GET: APIRoute = async () => {
	const pages = await readPages();
	return new Response(pages.map(({ data }) => data.markdown ?? '').join('\n---\n\n'));
};
