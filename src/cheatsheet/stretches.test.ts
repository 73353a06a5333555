import type { Card, Group } from './model.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toStretches } from './stretches.ts';

const isAlone = true as const;

/** A group of cards of which each is alone or not. */
function toGroup(title: string, cards: readonly Pick<Card, 'isAlone'>[]): Group {
	const card = { id: '', title: '', isCode: false, href: '', marks: [], lines: [] };
	const made = cards.map((own) => ({ ...card, isCompact: false, place: '', ...own }));
	return { id: title, title, kind: 'concept', cards: made };
}

test('groups of one card alone stand together, those with parts do not', () => {
	const groups = [
		toGroup('A', [{ isAlone }]),
		toGroup('B', [{ isAlone }]),
		toGroup('C', [{ isAlone }, {}]),
		toGroup('D', [{}]),
		toGroup('E', [{ isAlone }]),
	];
	assert.deepEqual(
		toStretches(groups).map(({ isSingles, groups }) => [
			isSingles,
			...groups.map((one) => one.title),
		]),
		[
			[true, 'A', 'B'],
			[false, 'C', 'D'],
			[true, 'E'],
		],
	);
});
