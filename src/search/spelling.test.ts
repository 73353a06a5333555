import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
	findHidden,
	isCode,
	toTelling,
	splitCase,
	toBareKey,
	toKey,
	toStem,
	toTerms,
	toWords,
} from './spelling.ts';

test('words are cut at everything that is no letter or digit', () => {
	assert.deepEqual(toWords('Multi-stage `build`, v2!'), ['multi', 'stage', 'build', 'v2']);
	assert.deepEqual(toWords('|| && $'), []);
	assert.deepEqual(toWords('COMPOSE_PROJECT_NAME'), ['compose', 'project', 'name']);
	assert.deepEqual(toWords('Compose 2.24.1, IP 127.0.0.1.'), [
		'compose',
		'2.24.1',
		'ip',
		'127.0.0.1',
	]);
});

test('accents do not tell words apart, and words without spaces are cut', () => {
	assert.deepEqual(toWords('Père, Łódź, große'), ['pere', 'lodz', 'grosse']);
	assert.deepEqual(toWords('père'.normalize('NFD')), ['pere']);
	assert.ok(toWords('数据卷是持久的').includes('持久'));
	assert.deepEqual(findHidden('Łódź and 1.2 "plain" – code'), ['lodz']);
});

test('what says nothing is left out, but not where nothing else is', () => {
	assert.deepEqual(toTelling(['how', 'to', 'copy']), ['copy']);
	assert.deepEqual(toTelling(['port', 'in', 'use']), ['port', 'use']);
	assert.deepEqual(toTelling(['from', 'as', 'builder']), ['from', 'builder']);
	assert.deepEqual(toTelling(['what', 'is', 'it']), ['what', 'is', 'it']);
});

test('a name in Pascal case is cut into its words', () => {
	assert.equal(splitCase('JSONArgsRecommended'), 'JSON Args Recommended');
});

test('options that there are stay in one piece, without their values', () => {
	const options = new Set([
		'-i',
		'-t',
		'-p',
		'--mount',
		'--mount=type=cache',
		'--no-cache',
		'env_file',
	]);
	for (const [query, terms] of [
		['run -it --mount=type=ssh x-y', ['run', '-i', '-t', '--mount', 'type', 'ssh', 'x', 'y']],
		['--mount=type=cache,target=/x', ['--mount=type=cache']],
		['build no-cache', ['build', '--no-cache']],
		['env_file: app.env', ['env_file', 'app', 'env']],
		['-P --MOUNT --odd', ['p', '--mount', 'odd']],
		['run --no', ['run', '--no']],
	] as const) {
		assert.deepEqual(toTerms(query, options), terms);
	}
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
