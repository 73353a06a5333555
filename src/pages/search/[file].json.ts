import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';

/** The small search index: `names.json` for the first answer, `details.json` for the rest. */
export const getStaticPaths = (async () => {
	const files = await getCollection('search');
	return files.map(({ id, data }) => ({ params: { file: id }, props: { json: data.json } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ json: string }> = ({ props }) =>
	new Response(props.json, { headers: { 'content-type': 'application/json' } });
