import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Fitted } from './choose.ts';
import type { Card } from './model.ts';
import type { PaperName } from './papers.ts';
import { z } from 'zod';
import { gutter, margin, papers, toBottom, toRoom } from './papers.ts';
import { SheetError } from './problem.ts';
import { query } from './typst.ts';

/** A place in points from the top left of a page; pages count from 1. */
const edge = z.object({
	id: z.string(),
	side: z.enum(['top', 'bottom']),
	page: z.number(),
	x: z.number(),
	y: z.number(),
});

/** What two places may differ by and still be the same. */
const tolerance = 0.5;

/**
 * Looks at a sheet that has been set: each card stands whole in its column, below the one before
 * and above the foot, and there is no page too many. Throws a `SheetError` that names the first
 * card that does not.
 */
export function checkPlaces(document: NodeTypstDocument, paper: PaperName, fitted: Fitted): void {
	const edges = new Map(
		query(document, '<edge>', edge).map((one) => [`${one.id} ${one.side}`, one]),
	);
	const { columnWidth, rows } = toRoom(paper, fitted.size);
	fitted.sides.forEach(({ columns }, side) => {
		columns.forEach((column, at) => {
			const left = margin + at * (columnWidth + gutter);
			let above = margin;
			for (const { card } of column) {
				const top = edges.get(`${card.id} top`);
				const bottom = edges.get(`${card.id} bottom`);
				const isInPlace = [top, bottom].every(
					(place) => place?.page === side + 1 && Math.abs(place.x - left) < tolerance,
				);
				const isBelow = (top?.y ?? 0) >= above - tolerance;
				above = bottom?.y ?? 0;
				const isAbove = above <= toBottom(rows[at] ?? 0, fitted.size) + tolerance;
				if (!isInPlace || !isBelow || !isAbove) throw new SheetError(toText(card, paper));
			}
		});
	});
	if (document.numOfPages === fitted.sides.length) return;
	const last = fitted.sides.at(-1)?.columns.at(-1)?.at(-1)?.card;
	if (last) throw new SheetError(toText(last, paper));
}

function toText({ place, title }: Card, paper: PaperName): string {
	return (
		`${place}: on the cheatsheet for ${papers[paper].label}, \`${title}\` does not stand where it was ` +
		'measured to stand\n    This is a fault of src/cheatsheet/paper/, not of the data.'
	);
}
