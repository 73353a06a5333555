import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLostWords } from './names.ts';

const pages = [{ id: 'a', headings: [{ depth: 2, slug: 'part', text: 'Part' }] }];

test('words for an address that is gone are named with their line and what there is', () => {
	const entries = ['/a/', '/a/#part', '/a/#gone'].map((at) => ({ at, words: ['x'] }));
	const text = entries.map(({ at }) => `- at: ${at}\n  words: [x]\n`).join('');
	const [lost, ...others] = findLostWords(entries, pages, [{ path: 'a/words.yaml', text }]);
	assert.deepEqual(others, []);
	assert.deepEqual([lost?.file, lost?.line, lost?.fatal], ['a/words.yaml', 5, false]);
	assert.match(lost?.reason ?? '', /`\/a\/#gone`/);
	assert.match(lost?.note ?? '', /\/a\/#part/);
});
