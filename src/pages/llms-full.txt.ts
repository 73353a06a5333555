import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';

/** All pages as Markdown in one file, in the order of the site. */
export const GET: APIRoute = async () => {
	const pages = (await getCollection('docs')).sort(
		(a, b) => (a.data.order ?? 0) - (b.data.order ?? 0),
	);
	return new Response(pages.map(({ data }) => data.markdown ?? '').join('\n---\n\n'));
};
