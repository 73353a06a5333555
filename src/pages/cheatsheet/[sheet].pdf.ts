import type { APIRoute, GetStaticPaths } from 'astro';
import { paperNames, type PaperName } from '../../cheatsheet/papers.ts';
import { renderPdf } from '../../cheatsheet/typst.ts';
import { readSheet } from '../../sheets.ts';
import { toAbsoluteUrl } from '../../links.ts';

/** The sheet to print, one file for each paper. */
export const getStaticPaths = (() =>
	paperNames.map((sheet) => ({ params: { sheet }, props: { sheet } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ sheet: PaperName }> = async ({ props }) => {
	const pdf = renderPdf(await readSheet(), props.sheet, toAbsoluteUrl('/'));
	return new Response(new Uint8Array(pdf), { headers: { 'content-type': 'application/pdf' } });
};
