import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Message } from '../input/message.ts';
import type { Card, Fitted, Sheet, Side } from './sheetModel.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import encodeQR from 'qr';
import { z } from 'zod';
import { toMessage } from '../input/message.ts';
import { toMissing, toWarning, withoutSigns } from './glyphs.ts';
import { toCards, toState } from './sheetModel.ts';
import {
	codeLines,
	frame,
	gutter,
	isPublic,
	margin,
	papers,
	toRoom,
	toSides,
	type Print,
} from './papers.ts';
import { compile, query, toLook, toPdf, toSet, toTitled } from './typst.ts';

/** A sheet that was set for one print. */
export interface Pressed {
	document: NodeTypstDocument;
	/** PDF/UA-1. */
	pdf: Uint8Array;
	/** What it does not show. */
	messages: Message[];
}

/**
 * Sets a sheet without the signs that no font has; they are known once a PDF has been tried. Of a
 * sheet that nobody made choices for, cards that cannot be set are left out, too, and told.
 */
export function press(
	sheet: Sheet,
	print: Print,
	site: string,
	fitted: Fitted,
	missing: readonly string[] = [],
): Pressed {
	try {
		const document = setSheet(withoutSigns(sheet, missing), print, site, fitted);
		return { document, pdf: toPdf(document), messages: toWarning(sheet, missing) };
	} catch (error) {
		const signs = toMissing(error).filter((sign) => !missing.includes(sign));
		if (signs.length > 0) return press(sheet, print, site, fitted, [...missing, ...signs]);
		if (!(error instanceof FaultError) || !sheet.isPlain) throw error;
		const { [error.card.id]: _, ...cards } = fitted.cards;
		const pressed = press(sheet, print, site, { ...fitted, cards }, missing);
		return { ...pressed, messages: [toLost(error.card), ...pressed.messages] };
	}
}

function toLost({ title, place }: Card): Message {
	return toMessage(
		{ ...place, isWarning: true },
		`the sheet cannot hold \`${title}\` and leaves it out`,
		'Divide long words and lines of code below this heading, or leave it so.',
	);
}

/** Sets a sheet that was laid out, and proves that everything stands where it should. */
export function setSheet(
	sheet: Sheet,
	print: Print,
	site: string,
	fitted: Fitted,
): NodeTypstDocument {
	const address = isPublic(site) ? `${site}${sheet.page}/` : '';
	const sides = toSides(sheet, print.paper);
	const { width, height, columns } = papers[print.paper];
	const { rows } = toRoom(print.paper, fitted.size);
	const document = compile('sheet.typ', {
		...toLook(fitted.size, print.isBlack),
		sheet: JSON.stringify({
			...{ title: toTitled(sheet.title).title, state: toState(sheet), address },
			sides: sides.map((side) => ({
				title: toTitled(side.title).title,
				legend: side.legend ?? [],
				cards: toEntries(side, fitted),
			})),
		}),
		paper: JSON.stringify({
			...{ width, height, columns, rows, margin, gutter, codeLines },
			head: frame.head,
		}),
		site,
		mark: toMark(print.isBlack),
		code: address === '' ? '' : encodeQR(address, 'svg', { border: 1, ecc: 'medium' }),
	});
	provePlaces(document, sides, print, fitted);
	return document;
}

/** The cards that have room; the first one of a group that is left has its heading. */
function toEntries({ groups }: Side, { cards: placed }: Fitted) {
	return groups.flatMap((group) =>
		group.cards
			.flatMap((card) => {
				const { gap = null, lines } = placed[card.id] ?? {};
				return lines ? [{ ...toSet(card, group, (at) => lines.includes(at)), gap }] : [];
			})
			.map((entry, at) => ({ ...entry, begins: at === 0 })),
	);
}

/** The logo, read from the project's folder: a module's own address is not its place in a build. */
function toMark(isBlack: boolean): string {
	const svg = readFileSync(join(process.cwd(), 'src/components/mark.svg'), 'utf8');
	if (!isBlack) return svg;
	return svg.replace(/stroke="#\w+"/g, 'stroke="#000"').replace(/fill="#\w+"/g, 'fill="#fff"');
}

/** Where a card ends: its page, counted from 1, and how far below the top of that, in points. */
const end = z.object({ id: z.string(), page: z.number(), y: z.number() });

/** What two places may differ by and still be the same. */
const tolerance = 0.5;

/** Proves that each card stands on its side, above the foot, and that there is no page too many. */
function provePlaces(
	document: NodeTypstDocument,
	sides: readonly Side[],
	{ paper }: Print,
	fitted: Fitted,
): void {
	const { bottom } = toRoom(paper, fitted.size);
	const ends = new Map(query(document, end).map((one) => [one.id, one]));
	for (const [at, side] of sides.entries()) {
		for (const card of toCards([side]).filter(({ id }) => fitted.cards[id])) {
			const { page, y } = ends.get(card.id) ?? { page: 0, y: 0 };
			if (page !== at + 1 || y > bottom + tolerance) throw new FaultError(card, paper);
		}
	}
	if (document.numOfPages === sides.length) return;
	throw new Error(`The cheatsheet for ${papers[paper].label} has ${document.numOfPages} pages.`);
}

/** A card that does not stand where it should. */
class FaultError extends Error {
	readonly card: Card;

	constructor(card: Card, paper: Print['paper']) {
		const { file, line } = card.place;
		super(
			`${file}:${line}: on the cheatsheet for ${papers[paper].label}, \`${card.title}\` does not ` +
				'stand where it should\n    This is a fault of src/sheet/paper/, not of the data.',
		);
		this.card = card;
	}
}
