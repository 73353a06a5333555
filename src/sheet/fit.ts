import type { Message } from '../input/message.ts';
import type { Fitted, PaperName, Sheet, Side, Size } from './sheetModel.ts';
import { z } from 'zod';
import { toMessage } from '../input/message.ts';
import { fillSide, type Filled, type Heights } from './columns.ts';
import { toCards } from './sheetModel.ts';
import { papers, toPapers, toRoom, toSides } from './papers.ts';
import { compile, query, toLook, toSet, toTitled } from './typst.ts';

/** Lays a sheet out for all its papers, keeps that with it, and says what has no room. */
export function settle(sheet: Sheet): Message[] {
	const messages: Message[] = [];
	sheet.settled = {};
	for (const paper of toPapers(sheet)) {
		const { fitted, message } = fitSheet(sheet, paper);
		if (fitted) sheet.settled[paper] = fitted;
		else messages.push(message);
	}
	return messages;
}

/**
 * Chooses the largest type that has room for everything that must be there; what is left of the room
 * goes to optional lines. Where nobody chose what is optional, type gets smaller before a line goes.
 */
export function fitSheet(
	sheet: Sheet,
	paper: PaperName,
): { fitted: Fitted; message?: never } | { fitted?: never; message: Message } {
	let size: Size = papers[paper].sizes[0];
	let sides: Filled[] = [];
	for (const larger of papers[paper].sizes) {
		const tried = fillSides(sheet, paper, larger);
		const isWhole = tried.every((side) => side.ok && (side.isWhole || !sheet.isPlain));
		if (isWhole || sides.length === 0) [size, sides] = [larger, tried];
		if (!isWhole) break;
	}
	const short = sides.find((side) => !side.ok);
	if (short) return { message: toShortMessage(short, paper) };
	const filled = sides.flatMap((side) => (side.ok ? [side.placed] : []));
	return { fitted: { size, cards: Object.assign({}, ...filled) as Fitted['cards'] } };
}

function fillSides(sheet: Sheet, paper: PaperName, size: Size): Filled[] {
	const heights = measure(sheet.sides, paper, size);
	const room = { columns: papers[paper].columns, rows: toRoom(paper, size).rows };
	return toSides(sheet, paper).map((side) => fillSide(side, room, heights));
}

/** Asks Typst how high everything is in a column of a paper. */
function measure(sides: readonly Side[], paper: PaperName, size: Size): Heights {
	const groups = sides.flatMap((side) => side.groups);
	const document = compile('measure.typ', {
		...toLook(size, false),
		cards: JSON.stringify(toCards(sides).map((card) => toSet(card))),
		groups: JSON.stringify(groups.map(({ id, title, kind }) => ({ id, kind, ...toTitled(title) }))),
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
