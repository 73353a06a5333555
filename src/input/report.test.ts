import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Notice } from './notice.ts';
import { renderNotices } from './render.ts';

const warning: Notice = {
	...{ file: 'a/b.md', line: 3, column: 5, severity: 'warning', rule: 'fence-has-language' },
	...{ text: 'fence has no language', hint: 'Write ```text.' },
};
const error: Notice = { file: 'c.yaml', line: 7, severity: 'error', text: 'x: missing' };

describe('a report', () => {
	test('of a build has a line for each problem, then its hint', () => {
		assert.equal(
			renderNotices([warning, error], 'house'),
			'a/b.md:3: fence has no language (warning)\n    Write ```text.\nc.yaml:7: x: missing',
		);
	});

	test('of a build counts what is the same many times over, and keeps all errors', () => {
		const many = Array.from({ length: 20 }, (_, at) => ({ ...warning, line: at + 1 }));
		const errors = many.map((one): Notice => ({ ...one, severity: 'error' }));
		const lines = renderNotices(many, 'house').split('\n');
		assert.equal(lines.length, 12);
		assert.deepEqual(lines.slice(-2), [
			'a/b.md:6: 15 more of this kind, the last in line 20 (warning)',
			'    `npm run notes:check a/b.md` names all.',
		]);
		assert.equal(renderNotices(many.slice(0, 8), 'house').split('\n').length, 16);
		assert.equal(renderNotices(errors, 'house').split('\n').length, 40);
		assert.equal(renderNotices(many, 'compiler').split('\n').length, 40);
	});

	test('for editors has column, severity and rule', () => {
		assert.equal(
			renderNotices([warning, error], 'compiler'),
			'a/b.md:3:5: warning: fence has no language [fence-has-language]\n    Write ```text.\n' +
				'c.yaml:7:1: error: x: missing',
		);
	});

	test('for GitHub escapes what its commands are made of', () => {
		const odd = { ...error, file: 'a,b:c%.md', text: '50 %\nof `x::y`', hint: 'Mend it.' };
		assert.equal(
			renderNotices([warning, odd], 'annotations'),
			'::warning file=a/b.md,line=3,col=5,title=fence-has-language::fence has no language. Write ```text.\n' +
				'::error file=a%2Cb%3Ac%25.md,line=7,col=1::50 %25%0Aof `x::y`. Mend it.',
		);
	});

	test('of nothing is empty', () => {
		assert.equal(renderNotices([], 'house'), '');
	});
});
