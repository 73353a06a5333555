import type { Message } from '../input/message.ts';
import type { Fitted, PaperName, Settled, Sheet, Side, Size } from './sheetModel.ts';
import { z } from 'zod';
import { toMessage } from '../input/message.ts';
import { fillSide, type Filled, type Heights } from './columns.ts';
import { toCards } from './sheetModel.ts';
import { papers, toPapers, toRoom, toSides } from './papers.ts';
import { compile, query, toLook, toSet } from './typst.ts';

/** How a sheet is laid out, or the first card that has no room. */
export type FitResult = { ok: true; fitted: Fitted } | { ok: false; message: Message };

/** Lays a sheet out for all its papers, or says what has no room. */
export function settle(
	sheet: Sheet,
): { ok: true; settled: Settled } | { ok: false; messages: Message[] } {
	const messages: Message[] = [];
	const fitted: Partial<Record<PaperName, Fitted>> = {};
	for (const paper of toPapers(sheet)) {
		const made = fitSheet(sheet, paper);
		if (made.ok) fitted[paper] = made.fitted;
		else messages.push(made.message);
	}
	return messages.length > 0 ? { ok: false, messages } : { ok: true, settled: fitted };
}

/**
 * Chooses the largest type that has room for everything that must be there; what is left of the room
 * goes to optional lines. Where nobody chose what is optional, type gets smaller before a line goes.
 */
export function fitSheet(sheet: Sheet, paper: PaperName): FitResult {
	const { sizes } = papers[paper];
	let [first, last] = [0, sizes.length - 1];
	let best: Tried | undefined;
	// What fits at one size fits at every smaller one, so half of them are settled each time.
	while (first < last) {
		const middle = Math.floor((first + last) / 2);
		const tried = trySize(sheet, paper, sizes[middle] ?? sizes[0]);
		if (tried.fits) [best, last] = [tried, middle];
		else first = middle + 1;
	}
	const { size, sides } = best ?? trySize(sheet, paper, sizes.at(-1) ?? sizes[0]);
	const short = sides.find((side) => !side.ok);
	if (short) return { ok: false, message: toShortMessage(short, paper) };
	const filled = sides.flatMap((side) => (side.ok ? [side.placed] : []));
	const cards: Fitted['cards'] = Object.assign({}, ...filled);
	return { ok: true, fitted: { size, cards } };
}

/** A sheet at one size of type. */
interface Tried {
	size: Size;
	sides: Filled[];
	/** Whether nothing is missing that should be there. */
	fits: boolean;
}

function trySize(sheet: Sheet, paper: PaperName, size: Size): Tried {
	const heights = measure(sheet.sides, paper, size);
	const room = { columns: papers[paper].columns, rows: toRoom(paper, size).rows };
	const sides = toSides(sheet, paper).map((side) => fillSide(side, room, heights));
	return { size, sides, fits: sides.every((side) => side.ok && (side.isWhole || !sheet.isPlain)) };
}

/** Asks Typst how high everything is in a column of a paper. */
function measure(sides: readonly Side[], paper: PaperName, size: Size): Heights {
	const groups = sides.flatMap((side) => side.groups);
	const document = compile('measure.typ', {
		...toLook(size, false),
		cards: JSON.stringify(toCards(sides).map(toSet)),
		groups: JSON.stringify(groups.map(({ id, title, kind }) => ({ id, title, kind }))),
		width: String(toRoom(paper, size).columnWidth),
	});
	const cards = query(document, '<card>', measured);
	const headings = query(document, '<group>', measured.omit({ lines: true }));
	return {
		cards: new Map(cards.map(({ id, ...height }) => [id, height])),
		groups: new Map(headings.map(({ id, head }) => [id, head])),
	};
}

const measured = z.object({ id: z.string(), head: z.number(), lines: z.array(z.number()) });

function toShortMessage(
	{ card, excess }: Extract<Filled, { ok: false }>,
	paper: PaperName,
): Message {
	return toMessage(
		card.place,
		`on the cheatsheet for ${papers[paper].label}, \`${card.title}\` has no room: ${excess} lines too many at the smallest type`,
		'Move a line from `shows` to `may`, give a long fact a `brief`, or take a card off this side.',
	);
}
