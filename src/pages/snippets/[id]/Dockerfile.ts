import type { APIRoute, GetStaticPaths } from 'astro';
import { readFacts } from '../../../collections.ts';

/** Every whole Dockerfile under its own name, so that `curl -O` saves it as one. */
export const getStaticPaths = (async () =>
	(await readFacts('snippets'))
		.filter(({ isComplete }) => isComplete)
		.map(({ id, code }) => ({ params: { id }, props: { code } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ code: string }> = ({ props }) =>
	new Response(`${props.code}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
