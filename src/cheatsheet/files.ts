import type { Sheet } from './model.ts';
import sharp from 'sharp';
import { prints, toFile, toPictures } from './papers.ts';
import { renderPdf, renderSvg } from './press.ts';

/** A file of a sheet to print or to look at. */
export interface SheetFile {
	/** Its address from the root of the site. */
	path: string;
	type: string;
	/** Makes it; `site` is the address that links lead to. Throws like `renderPdf`. */
	render: (site: string) => Promise<Uint8Array>;
}

/**
 * For each paper a file in colour and one in black, and pictures of both sides, for the site's own
 * pages and for those who share a link.
 */
export function toFiles(sheet: Sheet): SheetFile[] {
	return [
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
