import type { APIRoute, GetStaticPaths } from 'astro';
import type { SearchRecord } from '../../search/records.ts';
import { getCollection } from 'astro:content';
import { renderIndex, type IndexFile } from '../../search/files.ts';

/**
 * The search index as files of the site. Made from the pages themselves and not from a finished
 * `dist/`, so that search works in `npm run dev` too. A build makes it beside Astro, and keeps the
 * text of the pages from here.
 */
export const getStaticPaths = (async () => {
	const [text] = await getCollection('text');
	const records = text ? (JSON.parse(text.data.json) as SearchRecord[]) : [];
	const files = records.length > 0 ? await renderIndex(records) : [];
	return files.map((file) => ({ params: { file: file.path }, props: { ...file } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<IndexFile> = ({ props }) =>
	new Response(new Uint8Array(props.content), {
		headers: { 'content-type': toType(props.path) },
	});

function toType(path: string): string {
	if (path.endsWith('.js')) return 'text/javascript';
	return path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
