import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Message } from '../input/message.ts';
import type { Fitted, Line, Placed, Settled, Sheet, Side } from './model.ts';
import type { Print } from './papers.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import encodeQR from 'qr';
import sharp from 'sharp';
import { settle } from './fit.ts';
import { toMissing, toWarning, withoutSigns } from './glyphs.ts';
import { toCards, toState } from './model.ts';
import {
	codeLines,
	columns,
	gutter,
	margin,
	papers,
	prints,
	toFile,
	toPictures,
} from './papers.ts';
import { provePlaces } from './proof.ts';
import { renderText } from './text.ts';
import { compile, toLook, toPdf, toSet, toSvg } from './typst.ts';

/** A file of a sheet to print, to look at or to read in a terminal. */
export interface SheetFile {
	/** Its address from the root of the site. */
	path: string;
	type: string;
	/** Makes it. Throws when cards do not stand where they should. */
	render: () => Promise<Uint8Array>;
}

/** A sheet that was set for one print. */
export interface Pressed {
	document: NodeTypstDocument;
	/** PDF/UA-1. */
	pdf: Uint8Array;
	/** The letters that it does not show. */
	messages: Message[];
}

/**
 * The files of a sheet: for each paper one in colour and one in black; pictures of its sides, for the
 * site's own pages and for those who share a link; and the text, which `curl` shows as it is. `site`
 * is the address that links lead to, with a slash at the end; `tell` hears what the author should know.
 */
export function toFiles(
	sheet: Sheet,
	site: string,
	tell: (message: Message) => void = () => undefined,
): SheetFile[] {
	const [first] = prints;
	const pressFirst = toShared(() => press(sheet, first, site));
	const drawFirst = toShared(() => drawPages(pressFirst()));
	const render = (print: Print) => {
		if (print !== first) return renderPdf(sheet, print, site);
		const { pdf, messages } = pressFirst();
		messages.forEach(tell);
		return pack(pdf);
	};
	return [
		{
			path: `/${sheet.page}/${sheet.name}.txt`,
			type: 'text/plain; charset=utf-8',
			render: () => Promise.resolve(Buffer.from(renderText(sheet, site))),
		},
		...prints.map((print) => ({
			path: toFile(sheet, print.name, 'pdf'),
			type: 'application/pdf',
			render: () => render(print),
		})),
		...toPictures(sheet).flatMap(({ side, sizes }) =>
			sizes.map(({ name, width }) => ({
				path: toFile(sheet, name, 'png'),
				type: 'image/png',
				render: async () => drawPicture(await drawFirst(), side, sheet.sides.length, width),
			})),
		),
	];
}

/**
 * Sets a sheet as a PDF: tagged (PDF/UA-1), with its fonts within, and the same to the byte for the
 * same sheet. Throws when it has no room, or when a card does not stand where it should.
 */
export async function renderPdf(sheet: Sheet, print: Print, site: string): Promise<Uint8Array> {
	return pack(press(sheet, print, site).pdf);
}

/** How often signs are taken out at most: the compiler names all that it meets at once. */
const mostTries = 4;

/** Sets a sheet without the signs that no font has. They are known once a PDF has been tried. */
function press(sheet: Sheet, print: Print, site: string): Pressed {
	const fitted = toSettled(sheet).fitted[print.paper];
	const missing: string[] = [];
	let printable = sheet;
	for (let tries = 1; ; tries += 1) {
		const document = setSheet(printable, print, site, fitted);
		try {
			return { document, pdf: toPdf(document), messages: toWarning(sheet, missing) };
		} catch (error) {
			const found = toMissing(error);
			if (found.length === 0 || tries === mostTries) throw error;
			missing.push(...found);
			printable = withoutSigns(printable, found);
		}
	}
}

/** The lines that one paper or the other has no room for. Throws when something else has none, either. */
export function toSpare(sheet: Sheet): ReadonlySet<Line> {
	const { spare } = toSettled(sheet);
	const cards = toCards(sheet.sides);
	return new Set(
		cards.flatMap(({ id, lines }) => lines.filter((_, at) => spare[id]?.includes(at) === true)),
	);
}

function toSettled(sheet: Sheet): Settled {
	if (sheet.settled) return sheet.settled;
	const made = settle(sheet);
	if (made.ok) return made.settled;
	throw made.messages[0] ?? new Error('The sheet has no room.');
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

/** Sets a sheet that was laid out, and proves that everything stands where it should. */
export function setSheet(
	sheet: Sheet,
	print: Print,
	site: string,
	fitted: Fitted,
): NodeTypstDocument {
	const document = compile('sheet.typ', {
		...toLook(fitted.size, print.isBlack),
		sheet: JSON.stringify({
			title: sheet.title,
			state: toState(sheet),
			address: `${site}${sheet.page}/`,
			sides: sheet.sides.map((side, at) => ({
				title: side.title,
				rows: fitted.rows[at],
				cards: toEntries(side, fitted),
			})),
		}),
		paper: JSON.stringify({ ...papers[print.paper], margin, gutter, codeLines, columns }),
		site,
		mark: toMark(print.isBlack),
		code: encodeQR(`${site}${sheet.page}/`, 'svg', { border: 1, ecc: 'medium' }),
	});
	provePlaces(document, sheet, print, fitted);
	return document;
}

function toEntries({ groups }: Side, { cards: placed }: Fitted) {
	return groups.flatMap(({ title, kind, cards }) =>
		cards.flatMap((card) => {
			const place: Placed | undefined = placed[card.id];
			if (place === undefined) return [];
			const lines = toSet(card).lines.filter((_, at) => place.lines.includes(at));
			const group = place.begins ? { title, kind } : null;
			return [{ card: { ...toSet(card), lines }, kind, group, gap: place.gap }];
		}),
	);
}

/** The logo, read from the project's folder: a module's own address is not its place in a build. */
function toMark(isBlack: boolean): string {
	const svg = readFileSync(join(process.cwd(), 'src/components/mark.svg'), 'utf8');
	if (!isBlack) return svg;
	return svg.replace(/stroke="#\w+"/g, 'stroke="#000"').replace(/fill="#\w+"/g, 'fill="#fff"');
}

/** The second call gets what the first one made. */
function toShared<T>(make: () => T): () => T {
	let made: { value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}

/** All pages in one picture, one below the other, as the compiler draws them. */
async function drawPages({ document }: Pressed): Promise<Buffer> {
	// As wide as the largest picture, to the pixel: larger takes twice as long.
	return sharp(Buffer.from(toSvg(document)), { density: 78.5 })
		.flatten({ background: 'white' })
		.png({ compressionLevel: 1 })
		.toBuffer();
}

async function drawPicture(
	pages: Buffer,
	side: number,
	sides: number,
	width: number,
): Promise<Buffer> {
	const all = sharp(pages);
	const { width: full, height } = await all.metadata();
	const page = Math.round(height / sides);
	return all
		.extract({
			left: 0,
			top: side * page,
			width: full,
			height: Math.min(page, height - side * page),
		})
		.resize({ width })
		.png({ palette: true, colours: 16, dither: 0, effort: 7 })
		.toBuffer();
}
