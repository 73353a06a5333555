import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { toMarkdown, type MarkdownPage } from '../markdown/machines.ts';

/** Every page as the Markdown that it is made from: the address without its slash, with `.md`. */
export const getStaticPaths = (async () => {
	const pages = await getCollection('docs');
	return pages.map(({ id, body = '', data }) => ({
		params: { page: id },
		props: {
			id,
			body,
			title: data.title,
			description: data.description ?? '',
			verdicts: data.verdicts ?? [],
		},
	}));
}) satisfies GetStaticPaths;

export const GET: APIRoute<MarkdownPage> = ({ props }) =>
	new Response(toMarkdown(props), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
