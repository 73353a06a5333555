import type { APIRoute, GetStaticPaths } from 'astro';
import { readFacts } from '../../collections.ts';
import { toDockerfile } from '../../snippets/snippet.ts';

/**
 * Every snippet as raw text for `curl -O`: what stands between the marks of its fence, to the byte.
 * The last line break is part of that, and a text file ends with one. A whole Dockerfile also stands
 * under its own name. Beside them, what in the snippets stands for the reader's own names.
 */
export const getStaticPaths = (async () => {
	const snippets = await readFacts('snippets');
	const texts = snippets.flatMap(({ id, raw, code, isComplete }) =>
		[raw, ...(isComplete ? [toDockerfile(id)] : [])].map((path) => [path, `${code}\n`] as const),
	);
	const placeholders = JSON.stringify(await readFacts('placeholders'));
	return [...texts, ['/snippets/placeholders.json', placeholders] as const].map(([path, text]) => ({
		params: { file: path.replace('/snippets/', '') },
		props: { text },
	}));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props, params }) => {
	const type = params['file']?.endsWith('.json') ? 'application/json' : 'text/plain; charset=utf-8';
	return new Response(props.text, { headers: { 'content-type': type } });
};
