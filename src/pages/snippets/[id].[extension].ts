import type { APIRoute, GetStaticPaths } from 'astro';
import { readFacts } from '../../collections.ts';

/**
 * Every snippet as raw text for `curl -O`: what stands between the marks of its fence, to the byte.
 * The last line break is part of that, and a text file ends with one.
 */
export const getStaticPaths = (async () =>
	(await readFacts('snippets')).map(({ id, raw, code }) => ({
		params: { id, extension: raw.slice(raw.lastIndexOf('.') + 1) },
		props: { code },
	}))) satisfies GetStaticPaths;

export const GET: APIRoute<{ code: string }> = ({ props }) =>
	new Response(`${props.code}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
