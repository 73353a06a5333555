import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { toMarkdown } from '../markdown/machines.ts';

/** All pages as Markdown in one file, in the order of the site. */
export const GET: APIRoute = async () => {
	const pages = (await getCollection('docs')).sort(
		(a, b) => (a.data.order ?? 0) - (b.data.order ?? 0),
	);
	const texts = pages.map(({ body = '', data: { title, verdicts = [] } }) =>
		toMarkdown({ title, body, verdicts }),
	);
	return new Response(texts.join('\n---\n\n'));
};
