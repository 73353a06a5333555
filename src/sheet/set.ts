import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Message } from '../input/message.ts';
import type { Card, Fitted, Sheet, Side } from './sheetModel.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import encodeQR from 'qr';
import { toMessage } from '../input/message.ts';
import { toHeading, toMissing, toWarning, withoutSigns } from './glyphs.ts';
import { toState } from './sheetModel.ts';
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
import { FaultError, provePlaces } from './proof.ts';
import { compile, toLook, toPdf, toSet } from './typst.ts';

/** A sheet that was set for one print. */
export interface Pressed {
	document: NodeTypstDocument;
	/** PDF/UA-1. */
	pdf: Uint8Array;
	/** What it does not show. */
	messages: Message[];
}

/** How often signs and cards are taken out at most: the compiler names all signs at once. */
const mostTries = 12;

/**
 * Sets a sheet without the signs that no font has; they are known once a PDF has been tried. Of a
 * sheet that nobody made choices for, cards that cannot be set are left out, too, and told.
 */
export function press(sheet: Sheet, print: Print, site: string, laidOut: Fitted): Pressed {
	const missing: string[] = [];
	const messages: Message[] = [];
	let [printable, fitted] = [sheet, laidOut];
	for (let tries = 1; ; tries += 1) {
		try {
			const document = setSheet(printable, print, site, fitted);
			const pdf = toPdf(document);
			return { document, pdf, messages: [...messages, ...toWarning(sheet, missing)] };
		} catch (error) {
			const signs = toMissing(error);
			const isFault = error instanceof FaultError && sheet.isPlain;
			if (tries === mostTries || (signs.length === 0 && !isFault)) throw error;
			if (isFault) {
				messages.push(toLost(error.card));
				fitted = without(fitted, error.card);
			}
			missing.push(...signs);
			printable = withoutSigns(sheet, missing);
		}
	}
}

function without(fitted: Fitted, { id }: Card): Fitted {
	const cards = Object.entries(fitted.cards).filter(([other]) => other !== id);
	return { ...fitted, cards: Object.fromEntries(cards) };
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
			title: toHeading(sheet.title),
			state: toState(sheet),
			address,
			sides: sides.map((side) => ({
				title: toHeading(side.title),
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
	provePlaces(document, sheet, print, fitted);
	return document;
}

function toEntries({ groups }: Side, { cards: placed }: Fitted) {
	const shown = groups.flatMap(({ title, kind, cards }) =>
		cards
			.flatMap((card) => {
				const place = placed[card.id];
				if (place === undefined) return [];
				const lines = toSet(card).lines.filter((_, at) => place.lines.includes(at));
				const shown = { ...card, lines, title: toHeading(card.title) };
				return [{ card: shown, kind, gap: place.gap ?? null }];
			})
			// The first one that is left, if not the first one that there was.
			.map((entry, at) => ({
				...entry,
				group: at === 0 ? { title: toHeading(title), kind } : null,
			})),
	);
	return shown.map((entry, at) => ({ ...entry, isFirst: at === 0 }));
}

/** The logo, read from the project's folder: a module's own address is not its place in a build. */
function toMark(isBlack: boolean): string {
	const svg = readFileSync(join(process.cwd(), 'src/components/mark.svg'), 'utf8');
	if (!isBlack) return svg;
	return svg.replace(/stroke="#\w+"/g, 'stroke="#000"').replace(/fill="#\w+"/g, 'fill="#fff"');
}
