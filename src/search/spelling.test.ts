import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isCode, splitCase, toBareKey, toKey, toOptions, toStem, toWords } from './spelling.ts';

test('words are cut at everything that is no letter or digit', () => {
	assert.deepEqual(toWords('Multi-stage `build`, v2!'), ['multi', 'stage', 'build', 'v2']);
	assert.deepEqual(toWords('|| && $'), []);
});

test('a name in Pascal case is cut into its words', () => {
	assert.equal(splitCase('JSONArgsRecommended'), 'JSON Args Recommended');
});

test('options are found with their dashes, without their values', () => {
	assert.deepEqual(toOptions('run -it --mount=type=cache x-y'), ['-it', '--mount']);
});

test('case, hyphens, spaces and docker in front do not tell names apart', () => {
	assert.equal(toKey('Docker Compose Up'), toKey('compose-up'));
	assert.equal(toKey('docker'), 'docker');
	assert.equal(toBareKey('what is a container?'), 'container');
});

describe('a stem', () => {
	for (const words of [
		['cache', 'cached', 'caching', 'caches'],
		['copy', 'copies', 'copied', 'copying'],
		['stop', 'stops', 'stopped', 'stopping'],
		['image', 'images'],
		['expose', 'exposed', 'exposing'],
	]) {
		test(`is the same for ${words.join(', ')}`, () => {
			assert.equal(new Set(words.map(toStem)).size, 1);
		});
	}

	test('keeps apart what is not the same', () => {
		assert.notEqual(toStem('tag'), toStem('tar'));
		assert.notEqual(toStem('ps'), toStem('p'));
	});
});

test('code is told from words', () => {
	for (const code of ['||', '/root/.cache', '${VAR:-default}', '# syntax']) {
		assert.ok(isCode(code), code);
	}
	for (const words of ['multi-stage', '--from', "container's shell", 'what is docker?']) {
		assert.ok(!isCode(words), words);
	}
});
