import type { Message } from '../input/message.ts';
import type { Fitted, PaperName, Sheet, Side, Size } from './sheetModel.ts';
import { z } from 'zod';
import { toMessage } from '../input/message.ts';
import { fillSide, type Filled, type Heights } from './columns.ts';
import { papers, toPrints, toRoom, toSides } from './papers.ts';
import { compile, query, toLook, toSet } from './typst.ts';

/** Lays a sheet out for all its papers, keeps that with it, and says what has no room. */
export function settle(sheet: Sheet): Message[] {
	const messages: Message[] = [];
	sheet.settled = {};
	for (const paper of new Set(toPrints(sheet).map((print) => print.paper))) {
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
	const sides = toSides(sheet, paper);
	const fill = (size: Size, heights: Heights) =>
		sides.map((side) => fillSide(side, toRoom(paper, size), heights));
	const isGood = (filled: readonly Filled[]) =>
		filled.every((side) => side.ok && (side.isWhole || !sheet.isPlain));
	let [size, ...others]: readonly [Size, ...Size[]] = papers[paper].sizes;
	let heights = measure(sides, paper, size);
	let filled = fill(size, heights);
	for (const larger of others) {
		// What is too high in smaller type need not be measured in larger type.
		if (!isGood(fill(larger, heights))) break;
		const measured = measure(sides, paper, larger);
		const tried = fill(larger, measured);
		if (!isGood(tried)) break;
		[size, heights, filled] = [larger, measured, tried];
	}
	const short = filled.find((side) => !side.ok);
	if (short) return { message: toShortMessage(short, paper) };
	const placed = filled.flatMap((side) => (side.ok ? [side.placed] : []));
	return { fitted: { size, cards: Object.assign({}, ...placed) as Fitted['cards'] } };
}

/** Asks Typst how high everything is in a column of a paper. */
function measure(sides: readonly Side[], paper: PaperName, size: Size): Heights {
	const groups = sides.flatMap((side) => side.groups);
	const cards = groups.flatMap((group) => group.cards.map((card) => toSet(card, group)));
	const document = compile('measure.typ', {
		...toLook(size, false),
		cards: JSON.stringify(cards),
		width: String(toRoom(paper, size).columnWidth),
	});
	return new Map(query(document, measured).map(({ id, ...height }) => [id, height]));
}

const measured = z.object({
	id: z.string(),
	heading: z.number(),
	head: z.number(),
	lines: z.array(z.number()),
});

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
