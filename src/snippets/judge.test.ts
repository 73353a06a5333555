import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Expected } from './expected.ts';
import type { Draft } from './snippet.ts';
import { parseWithBuildKit } from './buildkit.ts';
import { judge } from './judge.ts';
import { toKnowledge } from './verify.ts';

const known = toKnowledge({ commands: [], instructions: [] }, parseWithBuildKit);

const toDraft = (code: string, others: Partial<Draft> = {}): Draft => ({
	...{ id: 'a', title: 'A', language: 'dockerfile', code, raw: '/snippets/a.dockerfile' },
	...{ page: '/a/', tags: [], file: 'a.md', line: 10, isComplete: true, ...others },
});
const toTexts = (drafts: readonly Draft[], expected: Expected = []) =>
	judge(drafts, expected, known).problems.map(({ file, line, text }) => `${file}:${line}: ${text}`);

const faulty = 'FROM alpine\nCMD run it';

test('a finding that nobody expects is a problem at its own line', () => {
	const [problem = '', ...others] = toTexts([toDraft(faulty)]);
	assert.match(problem, /^a\.md:11: JSONArgsRecommended: /);
	assert.deepEqual(others, []);
});

test('a finding that is declared stays, with its reason', () => {
	const expected = [{ snippet: 'a', rule: 'JSONArgsRecommended', reason: 'It shows the form.' }];
	const { snippets, problems } = judge([toDraft(faulty)], expected, known);
	assert.deepEqual(problems, []);
	assert.equal(snippets[0]?.reason, 'It shows the form.');
	assert.deepEqual(
		snippets[0]?.findings.map(({ rule, line }) => [rule, line]),
		[['JSONArgsRecommended', 2]],
	);
});

test('a declared finding has to be there', () => {
	const expected = [{ snippet: 'a', rule: 'JSONArgsRecommended', reason: 'No more.' }];
	const [problem = ''] = toTexts([toDraft('FROM alpine')], expected);
	assert.match(problem, /^a\.md:10: JSONArgsRecommended is not found in `a`/);
});

test('a declared finding has to have its snippet', () => {
	const expected = [{ snippet: 'gone', rule: 'StageNameCasing', reason: 'x' }];
	const [problem = ''] = toTexts([toDraft('FROM alpine')], expected);
	assert.match(problem, /^src\/content\/findings\.yaml:1: snippet: `gone` does not exist/);
});

test('a snippet that is meant to be bad is found bad, by its own check', () => {
	assert.deepEqual(toTexts([toDraft(faulty, { bad: 'JSONArgsRecommended' })]), []);
	const [missing = ''] = toTexts([toDraft('FROM alpine', { bad: 'StageNameCasing' })]);
	assert.match(missing, /StageNameCasing is not found/);
	const [other = ''] = toTexts([toDraft(faulty, { bad: 'StageNameCasing' })]);
	assert.match(other, /JSONArgsRecommended/);
});

test('a bad snippet that the text cannot show to be bad is left to those who know', () => {
	assert.deepEqual(toTexts([toDraft('FROM a\nCOPY b c', { bad: 'CopyIgnoredFile' })]), []);
});

test('two snippets never share an address', () => {
	const drafts = [toDraft('FROM alpine'), toDraft('FROM debian', { line: 20 })];
	assert.match(toTexts(drafts)[0] ?? '', /^a\.md:20: .*`a`, as the one at a\.md:10 is/);
});
