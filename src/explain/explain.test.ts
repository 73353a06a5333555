import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { mostCharacters, type ExplainFacts } from './explanation.ts';
import { readDataFiles } from '../input/files.ts';
import { parseFacts } from '../reference/facts.ts';
import { toExplanation } from './explain.ts';
import { toExplainFacts } from './knowledge.ts';
import { readFragment, toFragment } from './fragment.ts';
import { toPlain } from './transcript.ts';
import { splitShell } from './shellWords.ts';
import { addRange, toRanges, toText, type Range } from './words.ts';

const root = new URL('../../', import.meta.url);
const folder = new URL('tests/explain/', root);
const parsed = parseFacts(readDataFiles(pathToFileURL(`${root.pathname}`)));
assert.ok(parsed.ok);
const facts = toExplainFacts(parsed.reference, '2026-11-28');
const explain = (source: string, own: ExplainFacts = facts) =>
	toExplanation(source, own, () => own);

/** The facts without their words, so that a fact may be said better without another fixture. */
const wordless: ExplainFacts = JSON.parse(
	JSON.stringify({ ...facts, lifecycles: [], directives: { syntax: '', check: '', escape: '' } }),
	(key, value: unknown) => (key === 'text' || key === 'summary' ? '' : value),
);
wordless.lifecycles = [
	{
		image: 'python',
		tag: '3.10',
		until: '2026-10-31',
		instead: 'python:3.14',
		variants: ['slim'],
		url: 'https://endoflife.date/python',
	},
];
for (const { options, mounts } of Object.values(wordless.instructions))
	for (const part of [options, mounts]) for (const key of Object.keys(part)) part[key] = '';
for (const { flags } of wordless.commands) for (const key of Object.keys(flags)) flags[key] = '';
for (const part of Object.values(wordless.compose))
	for (const key of Object.keys(part.keys)) part.keys[key] = '.';

/** What is compared: sources and the list of what was looked for are the facts' own. */
async function toExpected(source: string): Promise<unknown> {
	return JSON.parse(
		JSON.stringify(toPlain(await explain(source, wordless)), (key, value: unknown) => {
			const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
			return isEmpty || ['why', 'links', 'looked'].includes(key) ? undefined : value;
		}),
	);
}

describe('texts are explained as their fixtures say', () => {
	const files = readdirSync(folder).filter((name) => !name.endsWith('.json'));
	for (const name of files) {
		test(name, async () => {
			const found = await toExpected(readFileSync(new URL(name, folder), 'utf8'));
			const expected = new URL(`${name}.json`, folder);
			// `UPDATE=yes` writes what is said now, to be read before it is committed.
			if (process.env['UPDATE'] === 'yes')
				writeFileSync(expected, `${JSON.stringify(found, undefined, '\t')}\n`);
			assert.deepEqual(found, JSON.parse(readFileSync(expected, 'utf8')));
		});
	}
});

describe('what cannot be explained is told in a clear word', () => {
	const cases = [
		{
			name: 'braces in braces',
			source: `FROM a:1\nENV a=${'${b:-'.repeat(9000)}\n`,
			kind: 'dockerfile',
			words: /could be read/,
		},
		{ name: 'nothing', source: ' \n', kind: 'nothing', words: /^There is no text yet/ },
		{
			name: 'a megabyte',
			source: 'RUN x\n'.repeat(200_000),
			kind: 'nothing',
			words: /1,200,000 characters/,
		},
		{ name: 'bytes', source: 'FROM a\n\0\u0001', kind: 'nothing', words: /no text: line 2/ },
		{ name: 'a script', source: '#!/bin/sh\necho hi\n', kind: 'nothing', words: /script/ },
		{ name: 'YAML', source: 'name: x\non: push\n', kind: 'nothing', words: /YAML/ },
		{ name: 'JSON', source: '{"a": 1}', kind: 'nothing', words: /JSON/ },
		{
			name: 'a program',
			source: 'import os\nfrom x import y\n',
			kind: 'nothing',
			words: /No line/,
		},
		{ name: 'prose', source: 'Hello there.', kind: 'nothing', words: /No line begins/ },
		{
			name: 'another command',
			source: 'docker swarm init',
			kind: 'nothing',
			words: /lines are explained/,
		},
		{
			name: 'a stage of 2,000 lines',
			source: `FROM alpine:3.24\n${'RUN echo\n'.repeat(1999)}`,
			kind: 'dockerfile',
			words: /2,000 lines/,
		},
	] as const;
	for (const { name, source, kind, words } of cases) {
		test(name, async () => {
			const { kind: found, summary } = await explain(source);
			assert.equal(found, kind);
			assert.match(toText(summary), words);
		});
	}

	test('and where it is broken, with the line', async () => {
		const { notices } = await explain('FROM a:1\nRUM x\nRUN <<EOF\nx');
		assert.deepEqual(
			notices.map(({ line }) => line),
			[2, 3],
		);
	});
});

test('of a long file, the next lines that are built again are named', async () => {
	const { blocks } = await explain(`FROM alpine:3.24\n${'RUN echo\n'.repeat(1999)}`);
	assert.match(toText(blocks[1]?.again ?? []), /built again: lines 3–502 and more\.$/);
	assert.match(toText(blocks[1600]?.again ?? []), /built again: lines 1602–2000\.$/);
});

describe('what is not read of a Compose file is told with its line', () => {
	const cases: [string, string, string][] = [
		['an alias', 'services:\n  a: *b', '2 behind the colon'],
		['braces', 'services: {a: {image: b}}', '1 behind the colon'],
		[
			'values',
			'services:\n  a:\n    labels: {b: 1,\n      c: 2\n    }\n    command: |\n      image: b',
			'',
		],
		[
			'an anchor',
			'x-a: &a\n  b: c\nservices:\n  a: &b\n    <<: [*a, *b]\n    image: !!str d:1',
			'',
		],
		['two documents', 'services:\n  a:\n    image: b:1\n---\nservices:\n', '4 document'],
		['a key twice', 'services:\n  a:\n    image: b:1\n    image: b:2', '4 keys must be unique'],
		['a list', 'services:\n  - a', '1 list'],
		['an open quote', 'services:\n  a:\n    image: "x', '3 closing "quote'],
	];
	for (const [name, source, expected] of cases) {
		test(name, async () => {
			const { notices } = await explain(source);
			const found = notices.map(({ line, text }) => `${line} ${toText(text)}`).join();
			const [line = '', ...words] = expected.split(' ');
			assert.ok(found.startsWith(line) && found.includes(words.join(' ')), found);
			assert.equal(notices.length, expected === '' ? 0 : 1, found);
		});
	}
});

test('an address carries a text and gives it back', async () => {
	const source = 'FROM a:1\nRUN echo ä 🐳\n';
	for (const fragment of [await toFragment(source), `#t=${encodeURIComponent(source)}`])
		assert.equal(await readFragment(fragment), source);
	for (const bad of ['', '#lines', '#z=%%%', '#z=AAAA', '#t=%E0%A4%A'])
		assert.equal(await readFragment(bad), undefined);
	const bomb = await toFragment('a'.repeat(mostCharacters * 4));
	assert.ok(((await readFragment(bomb))?.length ?? 0) < mostCharacters * 2);
});

test('a line of the shell is split into commands', () => {
	const cases: [string, string[][]][] = [
		['a b && c | d', [['a', 'b'], ['c'], ['d']]],
		['X=1 a "b c" \'d\' # e', [['a', 'b c', 'd']]],
		['a $(b c) `d e`', [['a', '$(b c)', '`d e`']]],
		['if [ x ]; then a; fi', [['[', 'x', ']'], ['a']]],
		['a 2>&1 &> f &', [['a', '2>&1', '&>', 'f']]],
		['a \\\n  b', [['a', 'b']]],
		['(a; b)', [['a'], ['b']]],
		['case $a in b|c) d;; *) ;; esac; e', [['d'], ['e']]],
		['case a in\n(b) case c in d) e;; esac; f;;\nesac', [['e'], ['f']]],
	];
	for (const [text, expected] of cases)
		assert.deepEqual(
			splitShell(text).commands.map(({ words }) => words),
			expected,
			text,
		);
	assert.ok(splitShell('a "b').isUnsure);
});

test('lines are named in few words', () => {
	const ranges: Range[] = [];
	for (const [start, last] of [
		[1, 2],
		[3, 3],
		[5, 5],
		[9, 10],
	] as const)
		addRange(ranges, [start, last]);
	assert.equal(toRanges(ranges), '1–3, 5 and 9–10');
});
