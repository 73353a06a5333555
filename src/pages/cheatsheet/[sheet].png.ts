import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { pictures, prints, type Picture } from '../../cheatsheet/papers.ts';
import { renderSvg } from '../../cheatsheet/press.ts';
import { readSheet } from '../../sheets.ts';
import { toAbsoluteUrl } from '../../links.ts';

/** Pictures of both sides, for the site's own pages and for those who share a link. */
export const getStaticPaths = (() =>
	pictures.map((picture) => ({
		params: { sheet: picture.name },
		props: { picture },
	}))) satisfies GetStaticPaths;

export const GET: APIRoute<{ picture: Picture }> = async ({ props: { picture } }) => {
	const [print] = prints;
	const svg = print && renderSvg(await readSheet(), print, toAbsoluteUrl('/'), picture.side);
	const png = await sharp(Buffer.from(svg ?? ''), { density: 110 })
		.flatten({ background: 'white' })
		.resize({ width: picture.width })
		.png({ palette: true, colours: 16, dither: 0, effort: 10 })
		.toBuffer();
	return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
