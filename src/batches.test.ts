import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toBatches } from './batches.ts';

test('a list is cut into parts that hold all of it in its order', () => {
	assert.deepEqual(toBatches([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]]);
	assert.deepEqual(toBatches([1, 2], 2), [[1, 2]]);
	assert.deepEqual(toBatches([], 2), []);
});
