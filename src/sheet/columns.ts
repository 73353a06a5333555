import type { Card, Group, Line, Placed, Side } from './sheetModel.ts';
import { codeRows } from './papers.ts';

/** How many lines of the grid a card takes: the heading of its group, its own title, and each of its lines. */
export interface Height {
	heading: number;
	head: number;
	lines: readonly number[];
}

/** How high cards are, by their ids. */
export type Heights = ReadonlyMap<string, Height>;

/** The room on a side: columns, each so many lines high. */
export interface Room {
	columns: number;
	rows: number;
}

/** One side that was filled, or its first card without room and about how many lines are too many. */
export type Filled =
	| { ok: true; placed: Record<string, Placed>; isWhole: boolean }
	| { ok: false; card: Card; excess: number };

/** The empty lines above a card, and above the heading of a group. */
const space = { card: 0.6, group: 0.9, most: 2 } as const;

/** What two heights may differ by and still be the same. */
const tolerance = 0.01;

/**
 * Fills the columns of a side. Lines of priority 0 must fit; the others are taken as long as there is
 * room, the most important first. Then columns get as low as they can, so that they end level.
 */
export function fillSide(side: Side, room: Room, heights: Heights): Filled {
	const items = side.groups.flatMap((group) =>
		group.cards.map((card): Item => ({
			...{ card, group, height: heights.get(card.id) ?? { heading: 0, head: 0, lines: [] } },
			chosen: new Set(card.lines.filter(({ priority }) => priority === 0)),
		})),
	);
	const { rest } = toColumns(items, room.rows, room);
	const [short] = rest;
	if (short) {
		const excess = rest.reduce((sum, item) => sum + heightOf(item, false) + space.card, 0);
		return { ok: false, card: short.card, excess: Math.ceil(excess) };
	}
	const fits = (rows: number) => toColumns(items, rows, room).rest.length === 0;
	const open = items
		.flatMap((item) => item.card.lines.map((line) => ({ item, line })))
		.filter(({ line }) => line.priority > 0)
		.sort((a, b) => a.line.priority - b.line.priority);
	for (const { item, line } of open) {
		if (!canFollow(item, line)) continue;
		item.chosen.add(line);
		if (!fits(room.rows)) item.chosen.delete(line);
	}
	for (const item of items) dropLeaders(item);
	let { rows } = room;
	while (rows > 1 && fits(rows - 0.5)) rows -= 0.5;
	const isWhole = open.every(({ item, line }) => item.chosen.has(line));
	const { filled } = toColumns(items, rows, room);
	return { ok: true, placed: toPlaced(filled, rows, room), isWhole };
}

/** A card with what it needs and what was chosen of it. */
interface Item {
	card: Card;
	group: Group;
	height: Height;
	chosen: Set<Line>;
}

/** A card in its column: how high it is with what stands above it, and the least room before that. */
interface Entry {
	item: Item;
	height: number;
	gap: number | undefined;
}

/**
 * Columns filled each as far as it goes, and the cards that have no room, because columns are too few
 * or the last one reaches into the code to photograph.
 */
function toColumns(
	items: readonly Item[],
	rows: number,
	room: Room,
): { filled: Entry[][]; rest: readonly Item[] } {
	const filled: Entry[][] = [[]];
	let used = 0;
	let group: Group | undefined;
	for (const [at, item] of items.entries()) {
		if (item.chosen.size === 0 && item.card.lines.length > 0) continue;
		const begins = item.group !== group;
		const height = heightOf(item, begins);
		const gap = begins ? space.group : space.card;
		const below = used === 0 ? height : used + gap + height;
		group = item.group;
		const isNext = below > rows + tolerance;
		const isFirst = isNext || used === 0;
		if (isNext) filled.push([]);
		used = isNext ? height : below;
		filled.at(-1)?.push({ item, height, gap: isFirst ? undefined : gap });
		const isOver = used > toLimit(filled.length, rows, room) + tolerance;
		if (filled.length > room.columns || isOver) return { filled, rest: items.slice(at) };
	}
	return { filled, rest: [] };
}

/** How high a column may be, counted from 1: the last one stands above the code to photograph. */
function toLimit(column: number, rows: number, room: Room): number {
	return column === room.columns ? Math.min(rows, room.rows - codeRows) : rows;
}

function heightOf({ card, height, chosen }: Item, begins: boolean): number {
	return card.lines.reduce(
		(sum, line, at) => sum + (chosen.has(line) ? (height.lines[at] ?? 0) : 0),
		height.head + (begins ? height.heading : 0),
	);
}

/** Whether what a line goes on from was chosen. */
function canFollow({ card: { lines }, chosen }: Item, line: Line): boolean {
	const before = lines[lines.indexOf(line) - 1];
	return line.follows !== true || before === undefined || chosen.has(before);
}

/** Takes out the headings within a card of whose lines none was chosen. */
function dropLeaders({ card, chosen }: Item): void {
	let isLed = false;
	for (const line of [...card.lines].reverse()) {
		if (line.leads === true && !isLed) chosen.delete(line);
		isLed = line.leads !== true && (isLed || chosen.has(line));
	}
}

/** Where everything stands. What room a column has left goes between its cards. */
function toPlaced(filled: readonly Entry[][], rows: number, room: Room): Record<string, Placed> {
	const columns = filled.map((column, at) => {
		const used = column.reduce((sum, { height, gap = 0 }) => sum + height + gap, 0);
		const left = Math.max(0, toLimit(at + 1, rows, room) - used);
		const extra = left / Math.max(1, column.length - 1);
		return column.map(({ item: { card, chosen }, gap }): [string, Placed] => {
			const lines = card.lines.flatMap((line, index) => (chosen.has(line) ? [index] : []));
			return [card.id, { gap: gap && Math.min(gap + extra, space.most), lines }];
		});
	});
	return Object.fromEntries(columns.flat());
}
