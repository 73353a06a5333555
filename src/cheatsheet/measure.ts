import type { Measured } from './fit.ts';
import type { Card, Line } from './model.ts';
import type { Size } from './papers.ts';
import { z } from 'zod';
import { compile, query } from './typst.ts';
import { toCodeLines } from './words.ts';

const answer = z.object({
	id: z.string(),
	/** In lines of the grid. */
	head: z.number(),
	lines: z.array(z.number()),
	/** Words that cannot break and are wider than a column. */
	wide: z.array(z.string()),
});

/** Asks the compiler how many lines of the grid each card takes. */
export function measure(
	cards: readonly Card[],
	width: number,
	size: Size,
): ReadonlyMap<string, Measured> {
	const document = compile('measure.typ', {
		...toLook(size, false),
		cards: JSON.stringify(cards.map(toSet)),
		width: String(width),
	});
	const answers = new Map(query(document, '<card>', answer).map((one) => [one.id, one]));
	return new Map(
		cards.map((card) => {
			const { head = 0, lines = [], wide = [] } = answers.get(card.id) ?? {};
			const own = card.lines.map((line, at) => (isTitle(card, line) ? 0 : (lines[at] ?? 0)));
			return [card.id, { head, lines: own, wide: wide[0] }];
		}),
	);
}

/** A close card has its example for a title. */
export function isTitle(card: Card, line: Line): boolean {
	return card.isCompact && line.type === 'code';
}

/** A card as the templates take it: code is cut into words. */
export function toSet(card: Card) {
	return { ...card, lines: card.lines.map(toSetLine) };
}

/** A line as the templates take it. */
export function toSetLine(line: Line) {
	return 'tokens' in line ? { ...line, code: toCodeLines(line.tokens) } : line;
}

/** The inputs of `look.typ`. */
export function toLook(size: Size, isBlack: boolean) {
	return { size: JSON.stringify(size), black: String(isBlack) };
}
