import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readTarget, toPlace, toRelative } from './address.ts';

const page = 'commands/build/index.html';

describe('an address in a copy of the site', () => {
	test('is read below a base path', () => {
		assert.deepEqual(readTarget('/some/repo/a-z/#b', page, '/some/repo/'), {
			isInside: true,
			path: 'a-z/index.html',
			hash: '#b',
		});
		assert.deepEqual(readTarget('#b', page, '/some/repo/'), {
			isInside: true,
			path: page,
			hash: '#b',
		});
		for (const outside of ['/other/', 'https://docs.docker.com/', 'mailto:a@b.c']) {
			assert.deepEqual(readTarget(outside, page, '/some/repo/'), { isInside: false });
		}
	});

	test('names the file, because no server finds it', () => {
		assert.equal(toRelative('a-z/index.html', page), '../../a-z/index.html');
		assert.equal(toRelative('a b.txt', '404.html'), 'a%20b.txt');
	});

	test('is a place of its own in one document', () => {
		assert.equal(toPlace(page, 'options'), 'commands/build/#options');
		assert.equal(toPlace(page, '_top'), 'commands/build/');
	});
});
