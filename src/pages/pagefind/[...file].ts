import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { renderIndex, type IndexFile } from '../../search/files.ts';
import { toRecords } from '../../search/records.ts';
import { readTopics } from '../../topics.ts';

/**
 * The search index as files of the site. Made from the pages themselves and not from a finished
 * `dist/`, so that search works in `npm run dev` too.
 */
export const getStaticPaths = (async () => {
	const pages = await getCollection('docs');
	const titles = new Map(pages.map(({ id, data }) => [id, data.title]));
	const hasTopics = (await readTopics()).length > 1;
	const records = pages.flatMap(({ id, data, body }) => {
		const path = (data.parents ?? []).flatMap((parent) => titles.get(parent) ?? []);
		return toRecords({
			id,
			title: data.title,
			kind: data.kind ?? 'concept',
			path,
			topic: hasTopics ? data.topic : undefined,
			body: body ?? '',
		});
	});
	const files = await renderIndex(records);
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
