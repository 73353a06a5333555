import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toMessage } from './message.ts';
import { renderMessages, reportSchema, toReport } from './report.ts';

const rule = 'fence-has-language';
const place = { file: 'a/b.md', line: 3, column: 5, rule, isWarning: true };
const warning = toMessage(place, 'fence has no language', 'Write ```text.');
const error = toMessage({ file: 'c.yaml', line: 7 }, 'x: missing', '');

describe('a report', () => {
	test('of a build has a line for each message, then what to do', () => {
		assert.equal(
			renderMessages([warning, error], 'build'),
			'a/b.md:3: fence has no language (warning)\n    Write ```text.\nc.yaml:7: x: missing',
		);
	});

	test('of a build counts what is the same many times over, and keeps all errors', () => {
		const repeat = (count: number, isWarning = true) =>
			Array.from({ length: count }, (_, at) =>
				toMessage({ ...place, line: at + 1, isWarning }, 'x', 'Y.'),
			);
		const toRows = (...args: Parameters<typeof renderMessages>) =>
			renderMessages(...args).split('\n');
		assert.deepEqual(toRows(repeat(20), 'build').slice(10), [
			'a/b.md:6: 15 more of this kind, the last in line 20 (warning)',
			'    `npm run notes:check a/b.md` names all.',
		]);
		assert.equal(toRows(repeat(8), 'build').length, 16);
		assert.equal(toRows(repeat(20, false), 'build').length, 40);
		assert.equal(toRows(repeat(20), 'editor').length, 40);
	});

	test('for editors has column, severity and rule', () => {
		assert.equal(
			renderMessages([warning, error], 'editor'),
			'a/b.md:3:5: warning: fence has no language [fence-has-language]\n    Write ```text.\n' +
				'c.yaml:7:1: error: x: missing',
		);
	});

	test('for GitHub escapes what its commands are made of', () => {
		const odd = toMessage({ file: 'a,b:c%.md', line: 7 }, '50 %\nof `x::y`', 'Mend it.');
		assert.equal(
			renderMessages([warning, odd], 'github'),
			'::warning file=a/b.md,line=3,col=5,title=fence-has-language::fence has no language. Write ```text.\n' +
				'::error file=a%2Cb%3Ac%25.md,line=7,col=1::50 %25%0Aof `x::y`. Mend it.',
		);
	});

	test('for machines counts errors and warnings', () => {
		const report = reportSchema.parse(toReport([warning, error], 2));
		assert.deepEqual([report.files, report.errors, report.warnings], [2, 1, 1]);
		assert.deepEqual(report.problems[1], {
			...{ file: 'c.yaml', line: 7, column: 1, severity: 'error', text: 'x: missing' },
		});
	});

	test('of nothing is empty', () => assert.equal(renderMessages([], 'build'), ''));
});
