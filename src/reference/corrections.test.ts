import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseOutline } from '../notes/notes.ts';
import { toPages } from '../notes/notes.ts';
import { toPlan } from '../notes/notes.ts';
import { placeCorrections } from './corrections.ts';
import { toRemarkEdits } from './place.ts';
import type { Correction } from './schema/correction.ts';

const notes = [
	'# Docker',
	'',
	'## Group',
	'',
	'### Page',
	'',
	'- First **point** here.',
	'- Second point.',
	'  ```bash',
	'  docker ps',
	'  ```',
	'',
	'| a | b |',
	'| - | - |',
	'| c | d |',
	'',
	'Last words.',
	'',
].join('\n');

function toCorrection(heading: string, quote: string): Correction {
	return {
		id: 'it',
		severity: 'high',
		verdict: 'wrong',
		at: [{ heading, quote }],
		text: 'It is so.',
		links: [{ title: 'Docs', url: 'https://docs.example/' }],
		checked: '2026-11-23',
	};
}

function place(...corrections: Correction[]) {
	const outline = parseOutline(notes);
	return { outline, ...placeCorrections('notes.md', outline, { corrections, tables: [] }) };
}

/** The page of the notes with a correction in it. */
function show(quote: string): string {
	const { outline, placed } = place(toCorrection('Page', quote));
	return (
		toPages(toPlan(outline, { hints: { pages: 3 } }), toRemarkEdits(placed)).find(
			({ title }) => title === 'Page',
		)?.body ?? ''
	);
}

describe('a correction', () => {
	const said = (indent: string) =>
		[
			'> [!IMPORTANT]',
			'> It is so.<!-- today --><!-- #correction-it -->',
			'>',
			'> [Docs](https://docs.example/) · checked 2026-11-23',
		]
			.map((line) => indent + line)
			.join('\n');

	for (const { where, quote, before, indent } of [
		{
			where: 'within its point, marks of Markdown aside',
			quote: 'First point here.',
			before: '- First **point** here.',
			indent: '  ',
		},
		{
			where: 'behind a snippet within its point',
			quote: 'docker ps',
			before: '  ```',
			indent: '  ',
		},
		{ where: 'behind its table', quote: 'd', before: '| c | d |', indent: '' },
		{ where: 'behind its paragraph', quote: 'Last words', before: 'Last words.', indent: '' },
	]) {
		test(`stands ${where}`, () => {
			const wanted = quote === 'd' ? 'c\nd' : quote;
			assert.ok(show(wanted).includes(`${before}\n\n${said(indent)}\n`), show(wanted));
		});
	}

	test('that no longer fits is a warning with the line of its heading, and with what to do', () => {
		const { placed, messages } = place(
			toCorrection('Page', 'words that are not there'),
			toCorrection('No such page', 'First'),
		);
		assert.deepEqual(placed, []);
		assert.deepEqual(
			messages.map(({ fatal, line, reason }) => ({ fatal, line, reason })),
			[
				{
					fatal: false,
					line: 5,
					reason: 'correction `it` no longer fits: the words “words that are not there” are gone',
				},
				{
					fatal: false,
					line: 1,
					reason: 'correction `it` no longer fits: the heading `No such page` is gone',
				},
			],
		);
		for (const { note = '' } of messages) assert.match(note, /src\/content\/corrections\.yaml/);
	});
});
