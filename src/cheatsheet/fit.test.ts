import type { Measured } from './fit.ts';
import type { Card, Group, Line, Side } from './model.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fit, headingLines } from './fit.ts';

/** A card of a title and one line for each priority. */
function toCard(id: string, priorities: number[], isCompact = false): Card {
	const lines = priorities.map((priority): Line => ({ type: 'text', runs: [], priority }));
	const place = `sheet.yaml:${id}`;
	return { id, title: id, isCode: true, href: '/', marks: [], lines, isCompact, place };
}

function toSide(...groups: Card[][]): Side {
	return {
		title: 'side',
		groups: groups.map((cards, at): Group => ({
			id: String(at),
			title: String(at),
			kind: 'concept',
			cards,
		})),
	};
}

/** Every title and every line is one line of the grid high. */
function measureAll(side: Side): Map<string, Measured> {
	const cards = side.groups.flatMap((group) => group.cards);
	return new Map(cards.map(({ id, lines }) => [id, { head: 1, lines: lines.map(() => 1) }]));
}

function fitAll(side: Side, rows: number[]) {
	return fit(side, rows, measureAll(side));
}

function toIds(layout: ReturnType<typeof fit>): string[][] | string {
	if (!layout.ok) return `${layout.card.id}: ${layout.excess}`;
	return layout.columns.map((column) => column.map(({ card }) => card.id));
}

describe('a side is filled', () => {
	const three = toSide([toCard('a', [0, 0]), toCard('b', [0]), toCard('c', [0])]);

	test('in the order of its cards, in columns that end level', () => {
		assert.deepEqual(toIds(fitAll(three, [9, 9])), [['a'], ['b', 'c']]);
	});

	test('so that no card is cut', () => {
		assert.deepEqual(toIds(fitAll(three, [headingLines + 3, 5])), [['a'], ['b', 'c']]);
	});

	test('or not at all, naming the first card without room and the lines that are missing', () => {
		assert.equal(toIds(fitAll(three, [headingLines + 3, 2])), 'c: 2');
		assert.equal(toIds(fitAll(three, [2, 2])), 'a: 9');
	});

	test('or not at all, naming a word that is wider than a column', () => {
		const measured = measureAll(three);
		measured.set('b', { head: 1, lines: [1], wide: 'wide' });
		assert.equal(toIds(fit(three, [99, 99], measured)), 'b: wide');
	});
});

describe('optional lines are taken', () => {
	const side = toSide([toCard('a', [0, 1, 3]), toCard('b', [0, 2, 1])]);
	const taken = (rows: number[]) => {
		const layout = fitAll(side, rows);
		assert.ok(layout.ok);
		return layout.columns.flat().map(({ lines }) => lines.map(({ priority }) => priority));
	};
	/** Both cards with what must be there, the heading and the gap. */
	const least = headingLines + 2 + 1 + 2;

	test('the most important first', () => {
		assert.deepEqual(taken([least]), [[0], [0]]);
		assert.deepEqual(taken([least + 1]), [[0, 1], [0]]);
		assert.deepEqual(taken([least + 2]), [
			[0, 1],
			[0, 1],
		]);
		assert.deepEqual(taken([least + 3]), [
			[0, 1],
			[0, 2, 1],
		]);
		assert.deepEqual(taken([least + 4]), [
			[0, 1, 3],
			[0, 2, 1],
		]);
	});

	test('and what was left out is told', () => {
		const layout = fitAll(side, [least + 2]);
		assert.deepEqual(layout.ok && layout.left.map(({ priority }) => priority), [2, 3]);
	});
});

describe('cards stand', () => {
	test('a line apart, close ones none, and never with a gap at the top of a column', () => {
		const side = toSide([toCard('a', [0]), toCard('b', [0], true), toCard('c', [0])]);
		const layout = fitAll(side, [headingLines + 4, 2]);
		assert.ok(layout.ok);
		assert.deepEqual(
			layout.columns.map((column) => column.map(({ card, gap }) => [card.id, gap])),
			[
				[
					['a', 0],
					['b', 0],
				],
				[['c', 0]],
			],
		);
	});

	test('further apart where a column has lines left', () => {
		const side = toSide([toCard('a', [0]), toCard('b', [0])], [toCard('c', [0])]);
		const layout = fitAll(side, [2 * headingLines + 6 + 2 + 1]);
		assert.ok(layout.ok);
		assert.deepEqual(
			layout.columns.map((column) => column.map(({ gap }) => gap)),
			[[0, 1, 2]],
		);
	});
});

describe('a card of whose lines few have room', () => {
	const texts = (layout: ReturnType<typeof fit>) => {
		assert.ok(layout.ok);
		return layout.columns
			.flat()
			.map(({ card, group, lines }) => [
				...[card.id, group?.id ?? ''],
				...lines.map(({ priority }) => priority),
			]);
	};

	test('has no rest of code without its start', () => {
		const card = toCard('a', [1, 2, 3]);
		const [, second, third] = card.lines;
		assert.ok(second && third);
		second.follows = third.follows = true;
		const measured = new Map([['a', { head: 1, lines: [1, 9, 1] }]]);
		assert.deepEqual(texts(fit(toSide([card]), [headingLines + 4], measured)), [['a', '0', 1]]);
	});

	test('has no heading within without what it is for', () => {
		const card = toCard('a', [1, 2, 3]);
		const [, heading] = card.lines;
		assert.ok(heading);
		heading.leads = true;
		const measured = new Map([['a', { head: 1, lines: [1, 1, 9] }]]);
		assert.deepEqual(texts(fit(toSide([card]), [headingLines + 4], measured)), [['a', '0', 1]]);
	});

	test('is left out when only its title has room, and the next one begins the group', () => {
		const side = toSide([toCard('a', [9]), toCard('b', [1])]);
		const measured = measureAll(side);
		measured.set('a', { head: 1, lines: [9] });
		assert.deepEqual(texts(fit(side, [headingLines + 4], measured)), [['b', '0', 1]]);
	});
});
