import type { Placed } from './fit.ts';
import type { Card, Line, Settled, Sheet, Side } from './model.ts';
import type { PaperName, Print } from './papers.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import encodeQR from 'qr';
import { checkPlaces } from './check.ts';
import { chooseSize, type Fitted } from './choose.ts';
import { toMissing, withoutSigns } from './glyphs.ts';
import { isTitle, toLook, toSet, toSetLine } from './measure.ts';
import { toCards } from './model.ts';
import { codeLines, gutter, margin, papers, prints } from './papers.ts';
import { toState } from './title.ts';
import { compile, toPdf, toSvg } from './typst.ts';

/**
 * Sets the sheet as a PDF: tagged (PDF/UA-1), with its fonts within, and the same to the byte for
 * the same sheet. `site` is the address that links lead to, with a slash at the end. Throws a
 * `SheetError` that names the block that has no room.
 */
export async function renderPdf(sheet: Sheet, print: Print, site: string): Promise<Uint8Array> {
	const pdf = await PDFDocument.load(toPdf(toDocument(sheet, print, site)), {
		updateMetadata: false,
	});
	// Typst writes each of the many small tags in full; packed together they are half as large.
	return pdf.save({ useObjectStreams: true, addDefaultPage: false, objectsPerTick: Infinity });
}

/** One side, counted from 0, as an SVG. Throws like `renderPdf`. */
export function renderSvg(sheet: Sheet, print: Print, site: string, side: number): string {
	const svg = toSvg(toDocument(sheet, print, site));
	const { width, height } = papers[print.paper];
	// The compiler draws all pages into one picture, one below the other.
	return svg.replace(/<svg[^>]*>/, (start) =>
		start
			.replace(/ viewBox="[^"]*"/, ` viewBox="0 ${side * height} ${width} ${height}"`)
			.replace(/ height="[^"]*"/, ` height="${height}pt"`),
	);
}

const chosen = new WeakMap<Sheet, Map<PaperName, Fitted>>();

/** What was chosen for a paper; colour and black are laid out alike. */
export function toFitted(sheet: Sheet, paper: PaperName): Fitted {
	const known = chosen.get(sheet) ?? new Map<PaperName, Fitted>();
	chosen.set(sheet, known);
	const fitted = known.get(paper) ?? chooseSize(sheet, paper);
	known.set(paper, fitted);
	return fitted;
}

/** Lays a sheet out for all papers. Throws like `renderPdf`. */
export function settle(sheet: Sheet): Settled {
	const names = [...new Set(prints.map(({ paper }) => paper))];
	const fitted = names.map((paper) => [paper, toFitted(sheet, paper)] as const);
	const left = new Set(fitted.flatMap(([, { sides }]) => sides.flatMap((side) => side.left)));
	const toNumbers = ({ lines }: Card) => lines.flatMap((line, at) => (left.has(line) ? [at] : []));
	return {
		sizes: Object.fromEntries(fitted.map(([paper, { size }]) => [paper, size])),
		spare: Object.fromEntries(toCards(sheet.sides).map((card) => [card.id, toNumbers(card)])),
	};
}

/** The lines that one paper or the other has no room for. */
export function toSpare(sheet: Sheet): ReadonlySet<Line> {
	const { spare } = sheet.settled ?? settle(sheet);
	const isSpare =
		({ id }: Card) =>
		(_: Line, at: number) =>
			spare[id]?.includes(at) === true;
	return new Set(toCards(sheet.sides).flatMap((card) => card.lines.filter(isSpare(card))));
}

function toDocument(sheet: Sheet, print: Print, site: string) {
	const { printable } = toPrintable(sheet, site);
	return setSheet(printable, print, site, toFitted(printable, print.paper));
}

/** A sheet without what the fonts do not have, and that. */
interface Printable {
	printable: Sheet;
	missing: string[];
}

const printables = new WeakMap<Sheet, Printable>();

/** How often signs are taken out at most: the compiler names all that it meets at once. */
const mostTries = 3;

/** The signs of a sheet that no font here has, which paper leaves out or shows a mark for. */
export function toUnprinted(sheet: Sheet, site: string): readonly string[] {
	return toPrintable(sheet, site).missing;
}

/** What can be printed is known once a PDF has been tried. */
function toPrintable(sheet: Sheet, site: string): Printable {
	const known = printables.get(sheet);
	if (known !== undefined) return known;
	const made: Printable = { printable: sheet, missing: [] };
	for (let tries = 0; tries < mostTries; tries += 1) {
		const missing = findMissing(made.printable, site);
		if (missing.length === 0) break;
		made.printable = withoutSigns(made.printable, missing);
		made.missing.push(...missing);
	}
	printables.set(sheet, made);
	return made;
}

function findMissing(sheet: Sheet, site: string): string[] {
	const [print] = prints;
	const document = setSheet(sheet, print, site, toFitted(sheet, print.paper));
	try {
		toPdf(document);
		return [];
	} catch (error) {
		const missing = toMissing(error);
		if (missing.length === 0) throw error;
		return missing;
	}
}

/** Sets a sheet that was laid out, and looks whether everything stands where it should. */
export function setSheet(sheet: Sheet, print: Print, site: string, fitted: Fitted) {
	const document = compile('sheet.typ', {
		...toLook(fitted.size, print.isBlack),
		sheet: JSON.stringify({
			title: sheet.title,
			state: toState(sheet),
			address: `${site}${sheet.page}/`,
			sides: sheet.sides.map((side, at) => ({
				title: side.title,
				columns: fitted.sides[at]?.columns.map((column) => toColumn(column, side)),
			})),
		}),
		paper: JSON.stringify({ ...papers[print.paper], margin, gutter, codeLines }),
		site,
		mark: toMark(print.isBlack),
		code: encodeQR(`${site}${sheet.page}/`, 'svg', { border: 1, ecc: 'medium' }),
	});
	checkPlaces(document, print.paper, fitted);
	return document;
}

function toColumn(column: readonly Placed[], { groups }: Side) {
	return column.map(({ card, group, gap, lines }) => ({
		card: toSet(card),
		kind: groups.find(({ cards }) => cards.includes(card))?.kind,
		group: group ? { title: group.title, kind: group.kind } : null,
		gap,
		lines: lines.filter((line) => !isTitle(card, line)).map(toSetLine),
	}));
}

/** The logo, read from the project's folder: a module's own address is not its place in a build. */
function toMark(isBlack: boolean): string {
	const svg = readFileSync(join(process.cwd(), 'src/components/mark.svg'), 'utf8');
	if (!isBlack) return svg;
	return svg.replace(/stroke="#\w+"/g, 'stroke="#000"').replace(/fill="#\w+"/g, 'fill="#fff"');
}
