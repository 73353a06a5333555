import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toGroups } from './group.ts';
import { mark, toTextHit } from './hit.ts';

const found = (kind: string, url = '/a/') =>
	toTextHit({
		url,
		excerpt: 'a &lt;b&gt; <mark>c</mark> d',
		meta: { title: 'T', kind, path: 'P' },
	});

test('marks whole words by their stem, every second piece', () => {
	assert.deepEqual(mark('Copy copies, not photocopies', new Set(['copy'])), [
		'',
		'Copy',
		' ',
		'copies',
		', not photocopies',
	]);
	assert.deepEqual(mark('', new Set(['copy'])), ['']);
});

test('an excerpt of the full text is text, not HTML', () => {
	assert.deepEqual(found('check').text, ['a <b> ', 'c', ' d']);
	assert.equal(found('something else').kind, 'concept');
});

test('groups hold each kind once, the best alone in front and the full text behind', () => {
	const hits = [found('check'), found('command'), found('check'), found('command')];
	const groups = toGroups(hits, [found('check')]);
	assert.deepEqual(
		groups.map(({ kind, hits }) => [kind, hits.length]),
		[
			[undefined, 1],
			['command', 2],
			['check', 1],
			['text', 1],
		],
	);
	assert.deepEqual(toGroups([], []), []);
});
