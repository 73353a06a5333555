import type { APIRoute, GetStaticPaths } from 'astro';
import { getEntry } from 'astro:content';
import { apis, type ApiName } from './_schemas.ts';
import { toAbsoluteUrl } from '../../links.ts';

/** The facts as JSON, beside the schema that they follow. */
export const getStaticPaths = (() =>
	apis.map(({ name }) => ({ params: { facts: name }, props: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ name: ApiName }> = async ({ props }) => {
	const facts = await getEntry('facts', props.name);
	const sources = await getEntry('facts', 'sources');
	const body = {
		$schema: toAbsoluteUrl(`/api/${props.name}.schema.json`),
		[props.name]: facts?.data.facts,
		sources: sources?.data.facts,
	};
	return new Response(JSON.stringify(body, null, '\t'), {
		headers: { 'content-type': 'application/json' },
	});
};
