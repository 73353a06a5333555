import type { APIRoute, GetStaticPaths } from 'astro';
import { getEntry } from 'astro:content';
import { canExplain } from '../collections.ts';
import type { ExplainFacts, OtherFacts } from '../explain/explain.ts';

/** The facts that `/explain/` takes, those of Dockerfiles by themselves; see src/explain/explanation.ts. */
export const getStaticPaths = (async () =>
	(await canExplain())
		? ['explain', 'explain-others'].map((explain) => ({ params: { explain } }))
		: []) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
	const facts = (await getEntry('facts', 'explain'))?.data.facts as ExplainFacts;
	const { commands, compose, ...own } = facts;
	const others: OtherFacts = { commands, compose };
	return Response.json(params['explain'] === 'explain' ? own : others);
};
