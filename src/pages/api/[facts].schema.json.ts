import type { APIRoute, GetStaticPaths } from 'astro';
import { z } from 'zod';
import { apis, toApiSchema, type ApiName } from './_schemas.ts';
import { toAbsoluteUrl } from '../../links.ts';

/** The JSON Schema of each file of facts, made from the schema that the facts were read with. */
export const getStaticPaths = (() =>
	apis.map(({ name }) => ({ params: { facts: name }, props: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ name: ApiName }> = ({ props }) => {
	const schema = z.toJSONSchema(toApiSchema(props.name), { io: 'output' });
	const body = { $id: toAbsoluteUrl(`/api/${props.name}.schema.json`), ...schema };
	return new Response(JSON.stringify(body, null, '\t'), {
		headers: { 'content-type': 'application/schema+json' },
	});
};
