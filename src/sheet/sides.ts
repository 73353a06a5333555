import type { Card, Content, Group, Side } from './sheetModel.ts';
import { toPlainText } from './sheetModel.ts';

/** The lines of the grid that one side has room for, a little less than there are. */
const room = 165;

/** Two sheets of paper with both their sides: nobody pins up more. */
const mostSides = 4;

/** The characters of a column, of sentences and of code. */
const width = { text: 44, code: 37 } as const;

/**
 * Divides groups among as many sides of paper as they need, as evenly as their cards allow. A group
 * that goes on has its heading again. How high things are is only estimated here: what has no room in
 * the end is for `fit` to say.
 */
export function toSides(groups: readonly Group[], title: string): Side[] {
	const total = groups.reduce((sum, { cards }) => sum + 3 + sumOf(cards), 0);
	const count = Math.min(mostSides, Math.max(1, Math.ceil(total / room)));
	const sides: Group[][] = Array.from({ length: count }, () => []);
	let used = 0;
	for (const group of groups) {
		used += 3;
		for (const card of group.cards) {
			// A card stands where its middle is.
			const middle = used + heightOf(card) / 2;
			const at = Math.min(count - 1, Math.floor((middle / total) * count));
			const side = sides[at] ?? [];
			used += heightOf(card);
			const last = side.at(-1);
			const isFirst = group.cards[0] === card;
			if (!isFirst && last?.title === group.title) last.cards.push(card);
			else
				side.push({
					...group,
					id: isFirst ? group.id : `${group.id}-side-${at + 1}`,
					cards: [card],
				});
		}
	}
	return sides
		.filter((side) => side.length > 0)
		.map((side) => ({ title: toName(side, title), groups: side }));
}

/** What a side is about: its only group, or its first and its last. */
function toName(groups: readonly Group[], title: string): string {
	const [first, last] = [groups[0]?.title ?? title, groups.at(-1)?.title ?? title];
	return first === last ? first : `${first} to ${last}`;
}

function sumOf(cards: readonly Card[]): number {
	return cards.reduce((sum, card) => sum + heightOf(card), 0);
}

function heightOf({ lines, isAlone }: Card): number {
	return lines.reduce((sum, line) => sum + linesOf(line), isAlone ? 1 : 2);
}

function linesOf(content: Content): number {
	switch (content.type) {
		case 'code':
		case 'syntax':
			return content.code.split('\n').reduce((sum, line) => sum + rowsOf(line, width.code), 0);
		case 'table':
			return (content.rows.length + 1) * 2;
		case 'term':
			return rowsOf(`${content.term} ${toPlainText(content.runs)}`, width.text);
		default:
			return rowsOf(toPlainText(content.runs), width.text);
	}
}

function rowsOf(text: string, columns: number): number {
	return Math.max(1, Math.ceil(text.length / columns));
}
