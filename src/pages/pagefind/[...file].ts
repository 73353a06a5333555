import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { renderIndex, type IndexFile } from '../../search/files.ts';
import { toAllRecords } from '../../search/records.ts';
import { isMadeBeside, readTopics } from '../../topics.ts';

/**
 * The search index as files of the site. Made from the pages themselves and not from a finished
 * `dist/`, so that search works in `npm run dev` too; a build makes it beside Astro.
 */
export const getStaticPaths = (async () => {
	if (await isMadeBeside()) return [];
	const pages = (await getCollection('docs')).map(({ id, data, body = '' }) => ({
		...{ id, title: data.title, kind: data.kind ?? 'concept', topic: data.topic },
		...{ parents: data.parents ?? [], body },
	}));
	const files = await renderIndex(toAllRecords(pages, (await readTopics()).length > 1));
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
