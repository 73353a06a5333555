import type { Sheet } from './model.ts';
import sharp from 'sharp';
import { prints, toFile, toPictures, type Picture } from './papers.ts';
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
		...toPictures(sheet).map((picture) => ({
			path: toFile(sheet, picture.name, 'png'),
			type: 'image/png',
			render: (site: string) => renderPng(sheet, picture, site),
		})),
	];
}

async function renderPng(sheet: Sheet, { side, width }: Picture, site: string): Promise<Buffer> {
	const svg = renderSvg(sheet, prints[0], site, side);
	return sharp(Buffer.from(svg), { density: 110 })
		.flatten({ background: 'white' })
		.resize({ width })
		.png({ palette: true, colours: 16, dither: 0, effort: 10 })
		.toBuffer();
}
