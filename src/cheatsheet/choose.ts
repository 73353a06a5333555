import type { Sheet } from './model.ts';
import type { PaperName, Size } from './papers.ts';
import { fit, type Layout } from './fit.ts';
import { measure } from './measure.ts';
import { toCards } from './model.ts';
import { papers, sizes, smallest, toRoom } from './papers.ts';
import { SheetError } from './problem.ts';

/** The size that was chosen for a paper, and both sides laid out in it. */
export interface Fitted {
	size: Size;
	sides: Extract<Layout, { ok: true }>[];
}

/**
 * Chooses for a paper the largest type that has room for everything that must be there; what is
 * left of the room goes to the optional lines. Throws a `SheetError` that names the block when it
 * does not fit even at the smallest type.
 */
export function chooseSize(sheet: Sheet, paper: PaperName): Fitted {
	const known = sheet.settled?.sizes[paper];
	const choice = known ? [known] : sizes;
	const end = choice.length - 1;
	let best: Fitted | undefined;
	let short: Extract<Layout, { ok: false }> | undefined;
	let isFound = false;
	// What fits at one size fits at every smaller one, so half of them are settled each time. Most
	// plain sheets of long notes fit at none: they are asked for the smallest first.
	const middle = (first: number, last: number) => Math.floor((first + last) / 2);
	let [first, last, at] = [0, end, sheet.isPlain ? end : middle(0, end)];
	for (; first <= last; at = middle(first, last)) {
		const size = choice[at] ?? smallest;
		const layouts = layOut(sheet, paper, size);
		const sides = layouts.flatMap((layout) => (layout.ok ? [layout] : []));
		const isSet = sides.length === layouts.length;
		// Nobody chose what may be left out of a plain sheet: smaller type comes first.
		const isWhole = !sheet.isPlain || sides.every(({ left }) => left.length === 0);
		const fits = isSet && isWhole;
		if (fits || (isSet && !isFound)) best = { size, sides };
		if (!isSet) short = layouts.find((layout) => !layout.ok);
		isFound ||= fits;
		if (fits) last = at - 1;
		else first = at + 1;
	}
	if (best === undefined) throw new SheetError(toText(short, paper));
	return best;
}

function layOut(sheet: Sheet, paper: PaperName, size: Size): Layout[] {
	const { columnWidth, rows } = toRoom(paper, size);
	const measured = measure(toCards(sheet.sides), columnWidth, size);
	return sheet.sides.map((side) => fit(side, rows, measured));
}

function toText(short: Extract<Layout, { ok: false }> | undefined, paper: PaperName): string {
	const { card, excess } = short ?? {};
	const what = `${card?.place}: on the cheatsheet for ${papers[paper].label}, \`${card?.title}\``;
	return typeof excess === 'string'
		? `${what} has a word that is wider than a column: \`${excess}\`\n    ` +
				'Show another example, or another form of the syntax.'
		: `${what} has no room: ${excess} lines too many at the smallest type\n    ` +
				'Move a line from `shows` to `may`, give a long fact a `brief`, or take a card off this side.';
}
