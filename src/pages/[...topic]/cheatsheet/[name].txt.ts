import type { APIRoute, GetStaticPaths } from 'astro';
import type { Sheet } from '../../../cheatsheet/model.ts';
import { renderText } from '../../../cheatsheet/text.ts';
import { toAbsoluteUrl } from '../../../links.ts';
import { toSheetPaths } from '../../../topics.ts';

/** The sheets for terminals: `curl` shows them as they are. */
export const getStaticPaths = (async () =>
	(await toSheetPaths()).map(({ topic, sheet }) => ({
		params: { topic, name: sheet.name },
		props: { sheet },
	}))) satisfies GetStaticPaths;

export const GET: APIRoute<{ sheet: Sheet }> = ({ props }) =>
	new Response(renderText(props.sheet, toAbsoluteUrl('/')), {
		headers: { 'content-type': 'text/plain; charset=utf-8' },
	});
