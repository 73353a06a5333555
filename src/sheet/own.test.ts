import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { choiceNames, choices, parseOwn, renderOwn, toEmpty } from './state.ts';

const known = new Set(['copy', 'run', 'docker-run']);

describe('an own sheet', () => {
	test('is the same after a way through the address, whatever was chosen', () => {
		for (const name of choiceNames) {
			for (const value of choices[name]) {
				const own = { ...toEmpty(), cards: ['run', 'copy'], [name]: value };
				assert.deepEqual(parseOwn(renderOwn(own), known), { type: 'sheet', own });
			}
		}
	});

	test('needs no address while nothing was chosen', () => {
		assert.equal(renderOwn(toEmpty()), '');
		assert.deepEqual(parseOwn('', known), { type: 'none' });
		assert.deepEqual(parseOwn('utm_source=x&q=y', known), { type: 'none' });
	});

	test('keeps the order of its cards in an address that people can read', () => {
		const own = { ...toEmpty(), cards: ['docker-run', 'copy'] };
		assert.equal(renderOwn(own), 'sheet=docker-run.copy');
	});
});

for (const query of [
	'sheet=copy.nothing',
	'sheet=copy.copy',
	'sheet=%3Cscript%3Ealert(1)%3C/script%3E',
	'sheet=copy&paper=a5',
	'sheet=copy&columns=1e9',
	'sheet=copy&size=8%3Bbackground:url(//evil.example)',
	'sheet=copy&turn=__proto__',
	'sheet=__proto__.constructor',
	`sheet=${'copy.'.repeat(1000)}`,
	'ink=%00',
]) {
	test(`${query.slice(0, 60)} is no sheet`, () => {
		assert.deepEqual(parseOwn(query, known), { type: 'broken' });
	});
}
