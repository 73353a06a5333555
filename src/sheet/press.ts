import type { Message } from '../input/message.ts';
import type { Line, Settled, Sheet } from './sheetModel.ts';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { once } from '../input/once.ts';
import { settle } from './fit.ts';
import { toCards } from './sheetModel.ts';
import { pictures, prints, toFile, toPrints, type Print } from './papers.ts';
import { press, type Pressed } from './set.ts';
import { renderText } from './asciiText.ts';
import { toSvg } from './typst.ts';

/** A file of a sheet to print, to look at or to read in a terminal. */
export interface SheetFile {
	/** Its address from the root of the site. */
	path: string;
	type: string;
	/** Makes it. Throws when cards do not stand where they should. */
	render: () => Promise<Uint8Array>;
}

/**
 * The files of a sheet: a PDF for each paper; a picture of its first side, for the site's own pages
 * and for those who share a link; and the text, which `curl` shows as it is. `site` is the address
 * that links lead to, with a slash at the end; `tell` hears what the author should know.
 *
 * A PDF is tagged (PDF/UA-1), has its fonts within, and is the same to the byte for the same sheet.
 */
export function toFiles(
	sheet: Sheet,
	site: string,
	tell: (message: Message) => void = () => undefined,
): SheetFile[] {
	const [first] = prints;
	const pressFirst = once(() => pressFor(sheet, first, site));
	const told = new Set<string>();
	const render = (print: Print) => {
		const { pdf, messages } = print === first ? pressFirst() : pressFor(sheet, print, site);
		// Most of what is missing on one paper is missing on all.
		for (const message of messages.filter(({ reason }) => !told.has(reason))) {
			told.add(message.reason);
			tell(message);
		}
		return pack(pdf);
	};
	const drawFirst = once(() => draw(pressFirst()));
	return [
		{
			path: `/${sheet.page}/${sheet.name}.txt`,
			type: 'text/plain; charset=utf-8',
			render: () => Promise.resolve(Buffer.from(renderText(sheet, site))),
		},
		...toPrints(sheet).map((print) => ({
			path: toFile(sheet, print.name, 'pdf'),
			type: 'application/pdf',
			render: () => render(print),
		})),
		...pictures.map(({ name, width }) => ({
			path: toFile(sheet, name, 'png'),
			type: 'image/png',
			render: async () => toPng(await drawFirst(), width),
		})),
	];
}

/** The lines that A4 or Letter has no room for. Throws when something else has none, either. */
export function toSpare(sheet: Sheet): ReadonlySet<Line> {
	const { a4, letter } = toSettled(sheet);
	const isSpare = (id: string, at: number) =>
		[a4, letter].some((paper) => paper?.cards[id]?.lines.includes(at) !== true);
	const cards = toCards(sheet.sides);
	return new Set(cards.flatMap(({ id, lines }) => lines.filter((_, at) => isSpare(id, at))));
}

function pressFor(sheet: Sheet, print: Print, site: string): Pressed {
	const laidOut = toSettled(sheet)[print.paper];
	if (laidOut === undefined) throw new Error(`${sheet.title} is not made for ${print.label}.`);
	return press(sheet, print, site, laidOut);
}

/** A build has laid the sheet out before, and stops at what has no room; the server does it here. */
function toSettled(sheet: Sheet): Settled {
	const [message] = sheet.settled ? [] : settle(sheet);
	if (message) throw message;
	return sheet.settled ?? {};
}

/** Typst writes each of the many small tags in full; packed together they are half as large. */
async function pack(pdf: Uint8Array): Promise<Uint8Array> {
	const document = await PDFDocument.load(pdf, { updateMetadata: false });
	return document.save({
		useObjectStreams: true,
		addDefaultPage: false,
		objectsPerTick: Infinity,
	});
}

/** The first side, as large as its largest picture. The compiler draws all sides, one below the other. */
function draw({ document }: Pressed): Promise<Buffer> {
	const [{ width, height }] = pictures;
	// As wide as that to the pixel: larger takes twice as long.
	return sharp(Buffer.from(toSvg(document)), { density: 78.4 })
		.resize(width, height, { fit: 'cover', position: 'top' })
		.flatten({ background: 'white' })
		.png({ compressionLevel: 1 })
		.toBuffer();
}

function toPng(side: Buffer, width: number): Promise<Buffer> {
	const look = { palette: true, colours: 16, dither: 0, effort: 7 } as const;
	return sharp(side).resize({ width }).png(look).toBuffer();
}
