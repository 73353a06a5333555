import type { Line, Run, Sheet } from './model.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadSite } from '../site.ts';
import { chooseSize } from './choose.ts';
import { toCards } from './model.ts';
import { prints } from './papers.ts';
import { setSheet } from './press.ts';
import { SheetError } from './problem.ts';

const site = loadSite(new URL('../../', import.meta.url), '2026-11-24');
assert.ok(site.ok);
const [sheet] = site.sheets;
assert.ok(sheet);
const address = 'https://docs.example/';

/** The same sheet with longer sentences: a part of each is said again. */
function lengthen(by: number): Sheet {
	const more = (runs: Run[]): Run[] => {
		const text = runs.map((run) => run.text).join('');
		const words = ` ${text}`.repeat(Math.ceil(by)).slice(0, Math.round(text.length * by));
		return [...runs, { text: words, style: 'plain' }];
	};
	const change = (line: Line): Line => {
		if (line.type === 'table') return { ...line, rows: line.rows.map((row) => row.map(more)) };
		return 'runs' in line ? { ...line, runs: more(line.runs) } : line;
	};
	return mapLines(change);
}

function mapLines(change: (line: Line) => Line): Sheet {
	assert.ok(sheet);
	const sides = sheet.sides.map((side) => ({
		...side,
		groups: side.groups.map((group) => ({
			...group,
			cards: group.cards.map((card) => ({ ...card, lines: card.lines.map(change) })),
		})),
	}));
	return { ...sheet, sides };
}

/** Whether a sheet was set, or the title of the block that its failure names. */
function press(changed: Sheet, print: (typeof prints)[number]): string {
	try {
		setSheet(changed, print, address, chooseSize(changed, print.paper));
		return 'fits';
	} catch (error) {
		assert.ok(error instanceof SheetError, String(error));
		const [, place, title] =
			/^(\S+:\d+): on the cheatsheet for \w+, `(.+?)` has/.exec(error.message) ?? [];
		const card = toCards(changed.sides).find((other) => other.title === title);
		assert.equal(place, card?.place, error.message);
		assert.match(error.message, /\n {4}\S/);
		return title ?? '';
	}
}

for (const print of prints.filter(({ isBlack }) => !isBlack)) {
	describe(`a sheet for ${print.paper}`, () => {
		test('fits as it is, and with some more text in smaller type or with fewer optional lines', () => {
			const before = chooseSize(sheet, print.paper);
			const after = chooseSize(lengthen(0.06), print.paper);
			const count = ({ sides }: typeof before) => sides.flatMap(({ left }) => left).length;
			assert.equal(press(sheet, print), 'fits');
			assert.ok(after.size.grid < before.size.grid || count(after) > count(before));
		});

		test('with 40 % more text fits, or fails with the name of the block', () => {
			assert.notEqual(press(lengthen(0.4), print), '');
		});

		test('with three times the text fails with the name of the block', () => {
			assert.notEqual(press(lengthen(2), print), 'fits');
		});

		test('with a word that is wider than a column fails with the name of the block', () => {
			const [card] = toCards(sheet.sides);
			const [line] = card?.lines ?? [];
			const tokens = [{ text: 'x'.repeat(60), look: 'plain' as const }];
			const wide = mapLines((other) =>
				other === line ? { type: 'syntax', tokens, priority: 0 } : other,
			);
			assert.equal(press(wide, print), card?.title);
		});

		test('that does not stand where it was measured to stand is not printed', () => {
			const fitted = chooseSize(sheet, print.paper);
			const [side, other] = fitted.sides;
			assert.ok(side && other);
			const [first = [], second = [], ...others] = side.columns;
			const full = { ...side, columns: [[...first, ...second], [], ...others] };
			assert.throws(
				() => setSheet(sheet, print, address, { ...fitted, sides: [full, other] }),
				(error: Error) => {
					const names = second.map(({ card }) => `\`${card.title}\``);
					return error instanceof SheetError && names.some((name) => error.message.includes(name));
				},
			);
		});
	});
}
