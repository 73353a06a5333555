import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readOne, toLines } from '../../tests/notes/read.ts';

/** What is nested so deep that a parser would take minutes, or end; it stands in line 3. */
const deep: Readonly<Record<string, string>> = {
	quotations: '> '.repeat(2000) + 'x',
	'quotations without blanks': '>'.repeat(3000) + 'x',
	'lists in one line': '- '.repeat(1000) + 'x',
	emphasis: '*a '.repeat(3000) + 'b*'.repeat(3000),
	'strong words': '**a '.repeat(2000) + 'b** '.repeat(2000),
	'both in turn': '*_'.repeat(2000) + 'x' + '_*'.repeat(2000),
	pictures: '!['.repeat(2000) + 'x' + '](a)'.repeat(2000),
	elements: '<b>'.repeat(3000) + 'x' + '</b>'.repeat(3000),
	blocks: '<div>'.repeat(3000) + 'x' + '</div>'.repeat(3000),
};

describe('what nobody could read is refused with its line', () => {
	for (const [name, markdown] of Object.entries(deep)) {
		test(name, () => {
			const { messages } = readOne(`# T\n\n${markdown}`);
			assert.deepEqual(toLines(messages), ['3! more than 50 levels are nested here']);
		});
	}

	test('also over many lines', () => {
		const lines = Array.from({ length: 300 }, (_, at) => `${'  '.repeat(at)}- x`);
		assert.equal(readOne(lines.join('\n')).messages[0]?.line, 51);
		const boxes = `${':::note\n'.repeat(300)}x\n${':::\n'.repeat(300)}`;
		assert.equal(readOne(boxes).messages[0]?.line, 51);
	});
});

test('what only looks so is not', () => {
	const globs = Array.from({ length: 80 }, (_, at) => `| *.t${at} | ~/x |`).join('\n');
	const code = `\`\`\`text\n${'> '.repeat(200)}\n\`\`\``;
	const { messages } = readOne(`# T\n\n| A | B |\n| - | - |\n${globs}\n\n${code}\n`);
	assert.deepEqual(toLines(messages), []);
});
