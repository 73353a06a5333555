import type { APIRoute, GetStaticPaths } from 'astro';
import type { Sheet } from '../../../cheatsheet/model.ts';
import sharp from 'sharp';
import { prints, toPictures, type Picture } from '../../../cheatsheet/papers.ts';
import { renderSvg } from '../../../cheatsheet/press.ts';
import { toAbsoluteUrl } from '../../../links.ts';
import { toSheetPaths } from '../../../topics.ts';

/** Pictures of both sides, for the site's own pages and for those who share a link. */
export const getStaticPaths = (async () =>
	(await toSheetPaths()).flatMap(({ topic, sheet }) =>
		toPictures(sheet).map((picture) => ({
			params: { topic, sheet: `${sheet.name}-${picture.name}` },
			props: { sheet, picture },
		})),
	)) satisfies GetStaticPaths;

export const GET: APIRoute<{ sheet: Sheet; picture: Picture }> = async ({ props }) => {
	const { sheet, picture } = props;
	const svg = renderSvg(sheet, prints[0], toAbsoluteUrl('/'), picture.side);
	const png = await sharp(Buffer.from(svg), { density: 110 })
		.flatten({ background: 'white' })
		.resize({ width: picture.width })
		.png({ palette: true, colours: 16, dither: 0, effort: 10 })
		.toBuffer();
	return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
