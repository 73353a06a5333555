import type { Message } from '../input/message.ts';
import type { Card, Fitted, Group, Line, Placed, Settled, Sheet, Side } from './model.ts';
import type { PaperName, Size } from './papers.ts';
import { z } from 'zod';
import { toMessage } from '../input/message.ts';
import { toCards } from './model.ts';
import { codeRows, columns, papers, sizes, smallest, toRoom } from './papers.ts';
import { compile, query, toLook, toSet } from './typst.ts';

/** How a sheet is laid out, or the first card that has no room. */
export type FitResult = { ok: true; fitted: Fitted } | { ok: false; message: Message };

/** How many lines of the grid a card takes: its title, and each of its lines. */
export interface Height {
	head: number;
	lines: readonly number[];
}

/** One side that was filled, or its first card without room and the lines that are missing. */
export type Filled =
	| { ok: true; rows: number; placed: Record<string, Placed>; isWhole: boolean }
	| { ok: false; card: Card; excess: number };

/** The lines of a group's heading with the space below it. */
export const headingRows = 2;

/** Lays a sheet out for all papers, or says what has no room. */
export function settle(
	sheet: Sheet,
): { ok: true; settled: Settled } | { ok: false; messages: Message[] } {
	const all = { a4: fitSheet(sheet, 'a4'), letter: fitSheet(sheet, 'letter') };
	const messages = Object.values(all).flatMap((one) => (one.ok ? [] : [one.message]));
	if (!all.a4.ok || !all.letter.ok) return { ok: false, messages };
	const fitted = { a4: all.a4.fitted, letter: all.letter.fitted };
	const spare = toCards(sheet.sides).map((card) => [card.id, findSpare(card, fitted)] as const);
	return { ok: true, settled: { fitted, spare: Object.fromEntries(spare) } };
}

/**
 * Chooses the largest type that has room for everything that must be there; what is left of the room
 * goes to optional lines. Where nobody chose what is optional, type gets smaller before a line goes.
 */
export function fitSheet(sheet: Sheet, paper: PaperName): FitResult {
	let [first, last] = [0, sizes.length - 1];
	let best: Tried | undefined;
	// What fits at one size fits at every smaller one, so half of them are settled each time.
	while (first < last) {
		const middle = Math.floor((first + last) / 2);
		const tried = trySize(sheet, paper, sizes[middle] ?? smallest);
		if (tried.fits) [best, last] = [tried, middle];
		else first = middle + 1;
	}
	const { size, sides } = best ?? trySize(sheet, paper, smallest);
	const short = sides.find((side) => !side.ok);
	if (short) return { ok: false, message: toShortMessage(short, paper) };
	const filled = sides.flatMap((side) => (side.ok ? [side] : []));
	const cards: Fitted['cards'] = Object.assign({}, ...filled.map(({ placed }) => placed));
	return { ok: true, fitted: { size, rows: filled.map(({ rows }) => rows), cards } };
}

/** A sheet at one size of type. */
interface Tried {
	size: Size;
	sides: Filled[];
	/** Whether nothing is missing that should be there. */
	fits: boolean;
}

function trySize(sheet: Sheet, paper: PaperName, size: Size): Tried {
	const heights = measure(toCards(sheet.sides), paper, size);
	const sides = sheet.sides.map((side) => fillSide(side, toRoom(paper, size).rows, heights));
	return { size, sides, fits: sides.every((side) => side.ok && (side.isWhole || !sheet.isPlain)) };
}

/**
 * Fills the columns of a side, each `room` lines high. Lines of priority 0 must fit; the others are
 * taken as long as there is room, the most important first. Then columns get as low as they can, so
 * that they end level.
 */
export function fillSide(side: Side, room: number, heights: ReadonlyMap<string, Height>): Filled {
	const items = side.groups.flatMap((group) =>
		group.cards.map((card): Item => ({
			...{ card, group },
			height: heights.get(card.id) ?? { head: 0, lines: [] },
			chosen: new Set(card.lines.filter(({ priority }) => priority === 0)),
		})),
	);
	const fits = (height: number) => toColumns(items, height, room) !== undefined;
	if (!fits(room)) return { ok: false, ...findShort(items, room) };
	const open = items
		.flatMap((item) => item.card.lines.map((line) => ({ item, line })))
		.filter(({ line }) => line.priority > 0)
		.sort((a, b) => a.line.priority - b.line.priority);
	for (const { item, line } of open) {
		if (!canFollow(item, line)) continue;
		item.chosen.add(line);
		if (!fits(room)) item.chosen.delete(line);
	}
	for (const item of items) dropLeaders(item);
	let rows = room;
	while (rows > 1 && fits(rows - 1)) rows -= 1;
	const isWhole = open.every(({ item, line }) => item.chosen.has(line));
	return {
		ok: true,
		rows,
		placed: toPlaced(toColumns(items, rows, room) ?? [], rows, room),
		isWhole,
	};
}

/** A card with what it needs and what was chosen of it. */
interface Item {
	card: Card;
	group: Group;
	height: Height;
	chosen: Set<Line>;
}

/** Asks Typst how high everything is in a column of a paper. */
function measure(cards: readonly Card[], paper: PaperName, size: Size): Map<string, Height> {
	const document = compile('measure.typ', {
		...toLook(size, false),
		cards: JSON.stringify(cards.map(toSet)),
		width: String(toRoom(paper, size).columnWidth),
	});
	return new Map(query(document, '<card>', measured).map(({ id, ...height }) => [id, height]));
}

const measured = z.object({ id: z.string(), head: z.number(), lines: z.array(z.number()) });

/**
 * The columns as Typst will fill them, each as far as it goes; nothing when they are too many, or
 * when the last one reaches into the code to photograph.
 */
function toColumns(items: readonly Item[], height: number, room: number): Item[][] | undefined {
	const filled: Item[][] = [[]];
	let used = 0;
	let group: Group | undefined;
	for (const item of items) {
		if (item.chosen.size === 0 && item.card.lines.length > 0) continue;
		const begins = item.group !== group;
		const own = heightOf(item, begins);
		const gap = used === 0 ? 0 : gapOf(item, begins);
		group = item.group;
		if (used + gap + own > height) filled.push([]);
		used = used + gap + own > height ? own : used + gap + own;
		filled.at(-1)?.push(item);
		const isLast = filled.length === columns;
		if (filled.length > columns || used > (isLast ? Math.min(height, room - codeRows) : height)) {
			return undefined;
		}
	}
	return filled;
}

function heightOf({ card, height, chosen }: Item, begins: boolean): number {
	return card.lines.reduce(
		(sum, line, at) => sum + (chosen.has(line) ? (height.lines[at] ?? 0) : 0),
		height.head + (begins ? headingRows : 0),
	);
}

function gapOf({ card }: Item, begins: boolean): number {
	return !begins && card.isCompact ? 0 : 1;
}

/** The first card that cannot stand behind those before it, and about how much is too much. */
function findShort(items: readonly Item[], room: number): { card: Card; excess: number } {
	const at = items.findIndex((_, index) => !toColumns(items.slice(0, index + 1), room, room));
	const excess = items
		.slice(at)
		.reduce((sum, item) => sum + heightOf(item, false) + gapOf(item, false), 0);
	const { card } = items[at] ?? items[items.length - 1] ?? { card: undefined };
	if (card === undefined) throw new Error('A side without cards has room.');
	return { card, excess };
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

/** Lines that a column has left go between its cards, one in each gap, groups first. */
function toPlaced(filled: readonly Item[][], rows: number, room: number): Record<string, Placed> {
	const begun = new Set<Group>();
	const placed: Record<string, Placed> = {};
	for (const [at, column] of filled.entries()) {
		const entries = column.map((item) => {
			const begins = !begun.has(item.group);
			begun.add(item.group);
			return { item, begins, gap: gapOf(item, begins) };
		});
		const used = entries.reduce(
			(sum, { item, begins, gap }, index) => sum + heightOf(item, begins) + (index > 0 ? gap : 0),
			0,
		);
		const limit = at === columns - 1 ? Math.min(rows, room - codeRows) : rows;
		const wide = entries
			.slice(1)
			.filter(({ gap }) => gap > 0)
			.sort((a, b) => Number(b.begins) - Number(a.begins))
			.slice(0, limit - used);
		for (const entry of entries) {
			const { card, chosen } = entry.item;
			placed[card.id] = {
				gap: entry.gap + (wide.includes(entry) ? 1 : 0),
				begins: entry.begins,
				lines: card.lines.flatMap((line, index) => (chosen.has(line) ? [index] : [])),
			};
		}
	}
	return placed;
}

function findSpare(card: Card, fitted: Settled['fitted']): number[] {
	const isShown = (at: number) =>
		Object.values(fitted).every(({ cards }) => cards[card.id]?.lines.includes(at));
	return card.lines.flatMap((_, at) => (isShown(at) ? [] : [at]));
}

function toShortMessage(
	{ card, excess }: Extract<Filled, { ok: false }>,
	paper: PaperName,
): Message {
	const [, file = '', line = '1'] = /^(.*):(\d+)$/.exec(card.place) ?? [];
	return toMessage(
		{ file, line: Number(line) },
		`on the cheatsheet for ${papers[paper].label}, \`${card.title}\` has no room: ${excess} lines too many at the smallest type`,
		'Move a line from `shows` to `may`, give a long fact a `brief`, or take a card off this side.',
	);
}
