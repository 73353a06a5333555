import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft, Report } from './snippet.ts';
import { judge, readExpected, type Expected } from './expected.ts';

const draft: Draft = {
	...{ id: 'a', title: 'A', language: 'dockerfile', code: 'FROM alpine\nCMD run it' },
	...{ raw: '/snippets/a.dockerfile', page: '/a/', tags: [], file: 'a.md', line: 10 },
	isComplete: true,
};
const faulty: Report = {
	checked: [],
	findings: [{ rule: 'JSONArgsRecommended', line: 2, text: 'is no array' }],
};
const sound: Report = { checked: [], findings: [] };
/** Its author is lenient. */
const lenient = new Map([['a.md', { isStrict: false, source: `${'\n'.repeat(10)}  CMD` }]]);
const shown = [{ snippet: 'a', rule: 'JSONArgsRecommended', reason: 'It shows the form.' }];

/** What is said to the author of a snippet. */
function toTexts(report: Report, others: Partial<Draft> = {}, expected: Expected = []): string[] {
	const verified = [{ draft: { ...draft, ...others }, report }];
	return judge(verified, expected, new Map()).messages.map(
		({ file, line, reason, ruleId }) => `${file}:${line}: ${reason} [${ruleId}]`,
	);
}

test('a finding that nobody expects is an error at its own line, or a warning to the lenient', () => {
	assert.deepEqual(toTexts(faulty), ['a.md:11: JSONArgsRecommended: is no array [snippet-works]']);
	const [message] = judge([{ draft, report: faulty }], [], lenient).messages;
	assert.deepEqual([message?.column, message?.fatal], [3, false]);
	assert.match(String(message?.note), /Mend the snippet, or declare the finding of `a`/);
});

test('a finding that is declared stays, with its reason', () => {
	const { snippets, messages } = judge([{ draft, report: faulty }], shown, new Map());
	assert.deepEqual(messages, []);
	assert.equal(snippets[0]?.reason, 'It shows the form.');
	assert.deepEqual(snippets[0]?.findings, faulty.findings);
});

test('a declared finding has to be there, and so has its snippet', () => {
	assert.deepEqual(toTexts(sound, {}, shown), [
		'a.md:10: JSONArgsRecommended is not found in `a`, which is said to show it [snippet-shows-fault]',
	]);
	const gone = [{ snippet: 'gone', rule: 'StageNameCasing', reason: 'x' }];
	assert.match(toTexts(sound, {}, gone).join(), /^src\/content\/findings\.yaml:1: .*`gone`/);
});

test('a snippet that is meant to be bad is found bad, by its own check', () => {
	assert.deepEqual(toTexts(faulty, { bad: 'JSONArgsRecommended' }), []);
	assert.match(toTexts(sound, { bad: 'StageNameCasing' }).join(), /StageNameCasing is not found/);
	assert.match(toTexts(faulty, { bad: 'StageNameCasing' }).join(), /11: JSONArgsRecommended/);
});

test('a bad snippet that the text cannot show to be bad is left to those who know', () => {
	assert.deepEqual(toTexts(sound, { bad: 'CopyIgnoredFile' }), []);
});

test('two snippets never share an address', () => {
	const other = { ...draft, line: 20 };
	const verified = [draft, other].map((draft) => ({ draft, report: sound }));
	const [message] = judge(verified, [], lenient).messages;
	assert.match(String(message?.reason), /`a`, as the one at a\.md:10 is/);
	assert.deepEqual([message?.line, message?.fatal], [20, true]);
});

test('what is wrong with the file of known findings is said with its line', () => {
	const file = { path: 'src/content/findings.yaml', text: '- snippet: a\n  rule: x\n' };
	const [message] = readExpected([file]).messages;
	assert.match(String(message), /^1:1: 0\.reason: missing/);
});
