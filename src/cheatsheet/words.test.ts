import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCodeLines } from './words.ts';

test('code keeps its columns: how far each line and each word is set in', () => {
	const lines = toCodeLines([{ text: '  name   = 1\n\nname = 2 ', look: 'plain' }]);
	assert.deepEqual(
		lines.map(({ indent, words, gaps }) => [
			indent,
			words.map((word) => word.map(({ text }) => text).join('')),
			gaps,
		]),
		[
			[2, ['name', '=', '1'], [0, 2, 0]],
			[0, [], []],
			[0, ['name', '=', '2'], [0, 0, 0]],
		],
	);
});
