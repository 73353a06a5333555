import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remember } from './memory.ts';

test('remember makes the same text once, and forgets what was not asked for when room ends', () => {
	const asked: string[] = [];
	const toLength = remember((text) => {
		asked.push(text);
		return text.length;
	}, 5);
	assert.deepEqual(['a', 'bb', 'a', 'ccc', 'a', 'bb'].map(toLength), [1, 2, 1, 3, 1, 2]);
	assert.deepEqual(asked, ['a', 'bb', 'ccc', 'bb']);
});
