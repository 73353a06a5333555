import type { Card, Content, Group, Side } from './sheetModel.ts';
import { toPlainText } from './sheetModel.ts';

/** The lines of the grid that one side has room for, a little less than there are. */
const room = 165;

/** Two sheets of paper with both their sides: nobody pins up more. */
const mostSides = 4;

/** The characters of a column, of sentences and of code. */
const width = { text: 44, code: 37 } as const;

/** The lines of a group's heading. */
const heading = 3;

/**
 * Divides groups among as many sides of paper as they need, as evenly as their cards allow. A group
 * that goes on has its heading again. How high things are is only estimated here: what has no room in
 * the end is for `fit` to say.
 */
export function toSides(groups: readonly Group[], title: string): Side[] {
	let used = 0;
	const placed = groups.flatMap((group) => {
		used += heading;
		return group.cards.map((card) => {
			const height = heightOf(card);
			used += height;
			return { group, card, middle: used - height / 2 };
		});
	});
	const count = Math.min(mostSides, Math.ceil(used / room));
	const sides = Map.groupBy(placed, ({ middle }) => Math.floor((middle / used) * count));
	return [...sides].map(([at, entries]) => {
		const parts = [...Map.groupBy(entries, ({ group }) => group)].map(([group, own]): Group => {
			const cards = own.map(({ card }) => card);
			const isFirst = cards[0] === group.cards[0];
			return { ...group, id: isFirst ? group.id : `${group.id}-side-${at + 1}`, cards };
		});
		return { title: toName(parts, title), groups: parts };
	});
}

/** What a side is about: its only group, or its first and its last. */
function toName(groups: readonly Group[], title: string): string {
	const [first, last] = [groups[0]?.title ?? title, groups.at(-1)?.title ?? title];
	return first === last ? first : `${first} to ${last}`;
}

function heightOf({ lines, isAlone }: Card): number {
	return lines.reduce((sum, line) => sum + linesOf(line), isAlone ? 1 : 2);
}

function linesOf(content: Content): number {
	if (content.type === 'table') return (content.rows.length + 1) * 2;
	if ('code' in content) return rowsOf(content.code, width.code);
	const term = content.type === 'term' ? `${content.term} ` : '';
	return rowsOf(term + toPlainText(content.runs), width.text);
}

function rowsOf(text: string, columns: number): number {
	const lines = text.split('\n');
	return lines.reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / columns)), 0);
}
