import type { APIRoute, GetStaticPaths } from 'astro';
import { prints, type Print } from '../../cheatsheet/papers.ts';
import { renderPdf } from '../../cheatsheet/press.ts';
import { readSheet } from '../../sheets.ts';
import { toAbsoluteUrl } from '../../links.ts';

/** The sheet to print: for each paper one file in colour and one in black. */
export const getStaticPaths = (() =>
	prints.map((print) => ({
		params: { sheet: print.name },
		props: { print },
	}))) satisfies GetStaticPaths;

export const GET: APIRoute<{ print: Print }> = async ({ props }) => {
	const pdf = await renderPdf(await readSheet(), props.print, toAbsoluteUrl('/'));
	return new Response(new Uint8Array(pdf), { headers: { 'content-type': 'application/pdf' } });
};
