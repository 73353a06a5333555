import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';

/** Every page as the Markdown that it is made from: the address without its slash, with `.md`. */
export const getStaticPaths = (async () =>
	(await getCollection('docs')).map(({ id, data: { markdown = '' } }) => ({
		params: { page: id },
		props: { markdown },
	}))) satisfies GetStaticPaths;

export const GET: APIRoute<{ markdown: string }> = ({ props }) =>
	new Response(props.markdown, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
