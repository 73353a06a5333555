import type { Sheet } from './model.ts';
import sharp from 'sharp';
import { prints, toFile, toPictures } from './papers.ts';
import { renderPdf, renderSvg } from './press.ts';
import { renderText } from './text.ts';

/** A file of a sheet to print, to look at or to read in a terminal. */
export interface SheetFile {
	/** Its address from the root of the site. */
	path: string;
	type: string;
	/** Makes it; `site` is the address that links lead to. Throws like `renderPdf`. */
	render: (site: string) => Promise<Uint8Array>;
}

/**
 * For each paper a file in colour and one in black; pictures of both sides, for the site's own pages
 * and for those who share a link; and the text, which `curl` shows as it is.
 */
export function toFiles(sheet: Sheet): SheetFile[] {
	return [
		{
			path: `/${sheet.page}/${sheet.name}.txt`,
			type: 'text/plain; charset=utf-8',
			render: (site: string) => Promise.resolve(Buffer.from(renderText(sheet, site))),
		},
		...prints.map((print) => ({
			path: toFile(sheet, print.name, 'pdf'),
			type: 'application/pdf',
			render: (site: string) => renderPdf(sheet, print, site),
		})),
		...toPictures(sheet).flatMap(({ side, sizes }) =>
			sizes.map(({ name, width }) => ({
				path: toFile(sheet, name, 'png'),
				type: 'image/png',
				render: (site: string) => renderPng(renderSvg(sheet, prints[0], site, side), width),
			})),
		),
	];
}

async function renderPng(svg: string, width: number): Promise<Buffer> {
	return sharp(Buffer.from(svg), { density: 110 })
		.flatten({ background: 'white' })
		.resize({ width })
		.png({ palette: true, colours: 16, dither: 0, effort: 10 })
		.toBuffer();
}
