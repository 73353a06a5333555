import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Card, Fitted, Sheet } from './sheetModel.ts';
import { z } from 'zod';
import { papers, toRoom, toSides, type Print } from './papers.ts';
import { query } from './typst.ts';

/** A place in points from the top left of a page; pages count from 1. */
const place = z.object({ page: z.number(), x: z.number(), y: z.number() });
const edge = z.object({ id: z.string(), top: place, bottom: place });

/** What two places may differ by and still be the same. */
const tolerance = 0.5;

/** A card that does not stand where it should. */
export class FaultError extends Error {
	readonly card: Card;

	constructor(card: Card, paper: Print['paper']) {
		const { label } = papers[paper];
		const { file, line } = card.place;
		super(
			`${file}:${line}: on the cheatsheet for ${label}, \`${card.title}\` does not stand where it ` +
				'should\n    This is a fault of src/sheet/paper/, not of the data.',
		);
		this.card = card;
	}
}

/**
 * Proves that each card stands whole in one column of its side, below the one before and above the
 * foot, and that there is no page too many.
 */
export function provePlaces(
	document: NodeTypstDocument,
	sheet: Sheet,
	{ paper }: Print,
	fitted: Fitted,
): void {
	const { bottom: foot } = toRoom(paper, fitted.size);
	const edges = new Map(query(document, '<card>', edge).map((one) => [one.id, one]));
	const sides = toSides(sheet, paper);
	for (const [side, { groups }] of sides.entries()) {
		let above = { x: 0, y: 0 };
		for (const card of groups.flatMap(({ cards }) => cards)) {
			if (fitted.cards[card.id] === undefined) continue;
			const { top, bottom } = edges.get(card.id) ?? {};
			if (!top || !bottom) throw new FaultError(card, paper);
			const isWhole =
				[top.page, bottom.page].every((page) => page === side + 1) &&
				Math.abs(top.x - bottom.x) < tolerance;
			const isNext = top.x > above.x + tolerance || top.y >= above.y - tolerance;
			if (!isWhole || !isNext || bottom.y > foot + tolerance) throw new FaultError(card, paper);
			above = bottom;
		}
	}
	if (document.numOfPages === sides.length) return;
	throw new Error(`The cheatsheet for ${papers[paper].label} has ${document.numOfPages} pages.`);
}
