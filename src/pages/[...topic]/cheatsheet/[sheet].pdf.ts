import type { APIRoute, GetStaticPaths } from 'astro';
import type { Sheet } from '../../../cheatsheet/model.ts';
import { prints, type Print } from '../../../cheatsheet/papers.ts';
import { renderPdf } from '../../../cheatsheet/press.ts';
import { toAbsoluteUrl } from '../../../links.ts';
import { toSheetPaths } from '../../../topics.ts';

/** The sheets to print: for each paper one file in colour and one in black. */
export const getStaticPaths = (async () =>
	(await toSheetPaths()).flatMap(({ topic, sheet }) =>
		prints.map((print) => ({
			params: { topic, sheet: `${sheet.name}-${print.name}` },
			props: { sheet, print },
		})),
	)) satisfies GetStaticPaths;

export const GET: APIRoute<{ sheet: Sheet; print: Print }> = async ({ props }) => {
	const pdf = await renderPdf(props.sheet, props.print, toAbsoluteUrl('/'));
	return new Response(new Uint8Array(pdf), { headers: { 'content-type': 'application/pdf' } });
};
