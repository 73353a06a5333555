import type { Card, Group, Line, Side } from './sheetModel.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fillSide, type Height } from './columns.ts';
import { codeRows } from './papers.ts';

/** A card of a title and one line for each priority. */
function toCard(id: string, priorities: number[], change: Partial<Line>[] = []): Card {
	const lines = priorities.map((priority, at) => {
		const line: Line = { type: 'text', runs: [], priority };
		return Object.assign(line, change[at]);
	});
	const place = { file: 'sheet.yaml', line: 1 };
	return { id, title: id, isCode: true, href: '/', marks: [], lines, reach: 'poster', place };
}

/** The lines of a group's heading. */
const heading = 2;

/** What of each card stands on a side of one group, when every title and every line is one line high. */
function fill(cards: Card[], rows: number, heights: Readonly<Record<string, number[]>> = {}) {
	const group: Group = { id: 'g', title: 'g', kind: 'concept', cards };
	const side: Side = { title: 'side', groups: [group] };
	const all = cards.map(({ id, lines }): [string, Height] => [
		id,
		{ heading, head: 1, lines: heights[id] ?? lines.map(() => 1) },
	]);
	const filled = fillSide(side, { columns: 4, rows }, new Map(all));
	if (!filled.ok) return `${filled.card.id} has no room`;
	return Object.entries(filled.placed).map(([id, { lines }]) => [id, ...lines]);
}

/** So many cards that three columns are full, and the last one has the room that is asked for. */
function behindThree(
	room: number,
	cards: Card[],
	heights: Readonly<Record<string, number[]>> = {},
): Parameters<typeof fill> {
	const rows = room + codeRows;
	const full = ['x', 'y', 'z'].map((id) => toCard(id, [0]));
	const own = { x: [rows - heading - 1], y: [rows - 1], z: [rows - 1], ...heights };
	return [[...full, ...cards], rows, own];
}

const others = (filled: ReturnType<typeof fill>) =>
	typeof filled === 'string' ? filled : filled.slice(3);

describe('a side', () => {
	test('has what must be there, or names the first card without room', () => {
		const cards = [toCard('a', [0]), toCard('b', [0, 0])];
		assert.deepEqual(others(fill(...behindThree(6, cards))), [
			['a', 0],
			['b', 0, 1],
		]);
		assert.equal(fill(...behindThree(5, cards)), 'b has no room');
	});

	test('takes optional lines, the most important first', () => {
		const cards = [toCard('a', [0, 1, 3]), toCard('b', [0, 2, 1])];
		const taken = (room: number) => others(fill(...behindThree(room, cards)));
		assert.deepEqual(taken(5), [
			['a', 0],
			['b', 0],
		]);
		assert.deepEqual(taken(7), [
			['a', 0, 1],
			['b', 0, 2],
		]);
		assert.deepEqual(taken(9), [
			['a', 0, 1, 2],
			['b', 0, 1, 2],
		]);
	});

	test('has columns as low as they can be, so that they end level', () => {
		const cards = ['a', 'b', 'c', 'd'].map((id) => toCard(id, [0, 0]));
		const group: Group = { id: 'g', title: 'g', kind: 'concept', cards };
		const heights = new Map(cards.map(({ id }) => [id, { heading, head: 1, lines: [1, 1] }]));
		const filled = fillSide({ title: '', groups: [group] }, { columns: 4, rows: 40 }, heights);
		assert.ok(filled.ok);
		// Each of them begins a column.
		assert.deepEqual(
			Object.values(filled.placed).map(({ gap }) => gap),
			cards.map(() => undefined),
		);
	});
});

describe('a card of whose lines few have room', () => {
	test('has no rest of code without its start', () => {
		const card = toCard('a', [1, 2, 3], [{}, { follows: true }, { follows: true }]);
		assert.deepEqual(others(fill(...behindThree(4, [card], { a: [1, 9, 1] }))), [['a', 0]]);
	});

	test('has no heading within without what it is for', () => {
		const card = toCard('a', [1, 2, 3], [{}, { leads: true }]);
		assert.deepEqual(others(fill(...behindThree(4, [card], { a: [1, 1, 9] }))), [['a', 0]]);
	});

	test('is left out when only its title has room', () => {
		const cards = [toCard('a', [9]), toCard('b', [1])];
		assert.deepEqual(fill(cards, 5, { a: [9] }), [['b', 0]]);
	});
});
