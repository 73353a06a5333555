import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOwn, renderOwn } from './own.ts';

const known = new Set(['copy', 'run', 'docker-run']);

test('an own sheet is the same after a way through an address that people can read', () => {
	const cards = ['docker-run', 'copy'];
	assert.equal(renderOwn(cards), 'sheet=docker-run.copy');
	assert.deepEqual(parseOwn(renderOwn(cards), known), cards);
});

test('an own sheet needs no address while nothing was chosen', () => {
	assert.equal(renderOwn([]), '');
	for (const query of ['', 'utm_source=x&q=y']) {
		assert.equal(parseOwn(query, known), 'none');
	}
});

for (const query of [
	'sheet=copy.nothing',
	'sheet=copy.copy',
	'sheet=%3Cscript%3Ealert(1)%3C/script%3E',
	'sheet=__proto__.constructor',
	`sheet=${'copy.'.repeat(1000)}`,
]) {
	test(`${query.slice(0, 60)} is no sheet`, () => {
		assert.equal(parseOwn(query, known), 'broken');
	});
}
