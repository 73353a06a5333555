import type { Card, Group, Line, Side } from './model.ts';
import { canFollow, dropLeaders } from './chosen.ts';

/** How many lines of the grid a card takes at one width and size. */
export interface Measured {
	/** Its title, with the marks. */
	head: number;
	/** Its lines, one number for each. */
	lines: number[];
	/** A word that is wider than a column and would run into the next one. */
	wide?: string | undefined;
}

/** A card in its place. */
export interface Placed {
	card: Card;
	/** The group that begins with the card. */
	group: Group | undefined;
	/** The empty lines above it. */
	gap: number;
	/** The lines that paper has room for, in the card's order. */
	lines: Line[];
}

/** One side of the paper: cards by column. */
export type Layout =
	| { ok: true; columns: Placed[][]; /** Optional lines that were left out. */ left: Line[] }
	| {
			ok: false;
			card: Card;
			/** What does not fit: a word, or so many lines. */ excess: string | number;
	  };

/** The lines of a group's heading with the space below it. */
export const headingLines = 2;

/** A card with what it needs, while the sheet is being filled. */
interface Item {
	card: Card;
	group: Group | undefined;
	/** The group that it is in. */
	within: Group;
	measured: Measured;
	chosen: Set<Line>;
}

/**
 * Fills the columns of a side. What has priority 0 must fit; then optional lines are taken, the
 * most important first, as long as there is room. Cards keep their order and are never cut.
 */
export function fit(
	side: Side,
	rows: readonly number[],
	measured: ReadonlyMap<string, Measured>,
): Layout {
	const items = toItems(side, measured);
	for (const { card, measured: own } of items) {
		if (own.wide !== undefined) return { ok: false, card, excess: own.wide };
	}
	const short = findShort(items, rows);
	if (short) return { ok: false, ...short };
	fill(items, () => findShort(items, rows) !== undefined);
	const filled = balance(toShown(items), rows) ?? [];
	for (const [at, column] of filled.entries()) {
		// What is left at the end of a column is used, too.
		fill(column, () => heightOfAll(column) > (rows[at] ?? 0));
		for (const { card, chosen } of column) dropLeaders(card, chosen);
	}
	const left = toOpen(items).map(({ line }) => line);
	return { ok: true, columns: filled.map((column, at) => toPlaced(column, rows[at] ?? 0)), left };
}

function toItems(side: Side, measured: ReadonlyMap<string, Measured>): Item[] {
	const items = side.groups.flatMap((within) =>
		within.cards.map((card) => ({
			...{ card, within, group: undefined },
			measured: measured.get(card.id) ?? { head: 0, lines: [] },
			chosen: new Set(card.lines.filter(({ priority }) => priority === 0)),
		})),
	);
	return toBegun(items);
}

/** The first item of each group begins it. */
function toBegun(items: readonly Item[]): Item[] {
	const begun = new Set<Group>();
	return items.map((item) => {
		const group = begun.has(item.within) ? undefined : item.within;
		begun.add(item.within);
		return { ...item, group };
	});
}

/** The lines that are not chosen yet, the most important first. */
function toOpen(items: readonly Item[]): { item: Item; line: Line }[] {
	return items
		.flatMap((item) => item.card.lines.map((line) => ({ item, line })))
		.filter(({ item, line }) => !item.chosen.has(line))
		.sort((a, b) => a.line.priority - b.line.priority);
}

/** Chooses every open line that leaves room for the others. */
function fill(items: readonly Item[], isFull: () => boolean): void {
	for (const { item, line } of toOpen(items)) {
		if (!canFollow(item.card, item.chosen, line)) continue;
		item.chosen.add(line);
		if (isFull()) item.chosen.delete(line);
	}
}

function gapOf({ card, group }: Item): number {
	return group === undefined && card.isCompact ? 0 : 1;
}

/** The lines of a card where it stands. */
function heightOf(item: Item, isFirst: boolean): number {
	const { card, group, measured, chosen } = item;
	const own = card.lines.reduce(
		(sum, line, at) => sum + (chosen.has(line) ? (measured.lines[at] ?? 0) : 0),
		measured.head,
	);
	return (isFirst ? 0 : gapOf(item)) + (group ? headingLines : 0) + own;
}

function heightOfAll(items: readonly Item[]): number {
	return items.reduce((sum, item, at) => sum + heightOf(item, at === 0), 0);
}

/** The first card that finds no room when each column is filled as far as it goes. */
function findShort(
	items: readonly Item[],
	rows: readonly number[],
): { card: Card; excess: number } | undefined {
	let column = 0;
	let used = 0;
	for (const [at, item] of items.entries()) {
		const height = heightOf(item, used === 0);
		if (used + height <= (rows[column] ?? 0)) {
			used += height;
			continue;
		}
		const room = rows[column + 1] ?? 0;
		if (heightOf(item, true) > room) {
			return { card: item.card, excess: heightOfAll(items.slice(at)) - room };
		}
		column += 1;
		used = heightOf(item, true);
	}
	return undefined;
}

/** Cuts the cards into columns so that they end as level as they can; nothing if they do not fit. */
function balance(items: readonly Item[], rows: readonly number[]): Item[][] | undefined {
	const [room = 0, ...others] = rows;
	if (others.length === 0) return heightOfAll(items) > room ? undefined : [[...items]];
	let best: Item[][] | undefined;
	for (let count = 0; count <= items.length; count += 1) {
		const column = items.slice(0, count);
		if (heightOfAll(column) > room) break;
		const rest = balance(items.slice(count), others);
		const columns = rest && [column, ...rest];
		// Of two ways that are as good, the one that fills earlier columns.
		if (columns && (!best || toCost(columns, rows) <= toCost(best, rows))) best = columns;
	}
	return best;
}

/** Many small holes are better than one large one. */
function toCost(columns: readonly Item[][], rows: readonly number[]): number {
	return rows.reduce((sum, room, at) => sum + (room - heightOfAll(columns[at] ?? [])) ** 2, 0);
}

/** Without cards that have only a title left; the next one of their group then begins it. */
function toShown(items: readonly Item[]): Item[] {
	for (const { card, chosen } of items) dropLeaders(card, chosen);
	return toBegun(items.filter(({ card, chosen }) => card.lines.length === 0 || chosen.size > 0));
}

/** Puts what is still left between the cards, a line in each gap, so that columns end level. */
function toPlaced(column: readonly Item[], room: number): Placed[] {
	const rest = room - heightOfAll(column);
	const open = column.slice(1).filter((item) => gapOf(item) > 0);
	const first = [...open].sort(
		(a, b) => Number(b.group !== undefined) - Number(a.group !== undefined),
	);
	const wider = new Set(first.slice(0, rest));
	return column.map((item, at) => {
		const { card, group, chosen } = item;
		const gap = at === 0 ? 0 : gapOf(item) + (wider.has(item) ? 1 : 0);
		return { card, group, gap, lines: card.lines.filter((line) => chosen.has(line)) };
	});
}
