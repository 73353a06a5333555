import type { APIRoute } from 'astro';
import { renderText } from '../../cheatsheet/text.ts';
import { toAbsoluteUrl } from '../../links.ts';
import { readSheet } from '../../sheets.ts';

/** The sheet for terminals: `curl` shows it as it is. */
export const GET: APIRoute = async () =>
	new Response(renderText(await readSheet(), toAbsoluteUrl('/')), {
		headers: { 'content-type': 'text/plain; charset=utf-8' },
	});
