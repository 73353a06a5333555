import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { paperNames, type PaperName } from '../../cheatsheet/papers.ts';
import { renderSvg } from '../../cheatsheet/typst.ts';
import { readSheet } from '../../sheets.ts';
import { toAbsoluteUrl } from '../../links.ts';

/** A picture of side one, for the home page and for those who share a link. */
export const getStaticPaths = (() =>
	paperNames.map((sheet) => ({ params: { sheet }, props: { sheet } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ sheet: PaperName }> = async ({ props }) => {
	const svg = renderSvg(await readSheet(), props.sheet, toAbsoluteUrl('/'));
	const both = sharp(Buffer.from(svg), { density: 110 });
	const { width, height } = await both.metadata();
	const png = await both
		.extract({ left: 0, top: 0, width, height: Math.floor(height / 2) })
		.flatten({ background: 'white' })
		.resize({ width: 1200 })
		.png({ palette: true, colours: 32 })
		.toBuffer();
	return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
