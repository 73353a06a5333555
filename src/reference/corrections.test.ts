import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findLost, parseOutline, toPages, toPlan } from '../notes/notes.ts';
import { placeCorrections, toRemarkEdits } from './corrections.ts';
import type { Correction } from './schema/lists.ts';

const notes = `# Docker

## Group

### Page

- First **point** here.
- Second point.
  \`\`\`bash
  docker ps
  \`\`\`

| a | b |
| - | - |
| c | d |

Last words.
`;

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
	const files = [
		{ file: 'a.md', outline: parseOutline('# A\n') },
		{ file: 'docker.md', outline },
	];
	return { outline, ...placeCorrections(files, { corrections, tables: [] }) };
}

/** The page of the notes with a correction in it; nothing else of them changes. */
function show(quote: string): string {
	const { outline, placed } = place(toCorrection('Page', quote));
	const plan = toPlan(outline, { hints: { pages: 3 } });
	const remarks = toRemarkEdits(placed);
	const pages = toPages(plan, remarks);
	assert.deepEqual(findLost('docker.md', plan, pages, remarks), []);
	return pages.find(({ title }) => title === 'Page')?.body ?? '';
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

	for (const [where, quote, before, indent] of [
		['in its point, marks of Markdown aside', 'First point here.', '- First **point** here.', '  '],
		['behind a snippet in its point', 'docker ps', '  ```', '  '],
		['behind its table', 'c\nd', '| c | d |', ''],
		['behind its paragraph', 'Last words', 'Last words.', ''],
	] as const) {
		test(`stands ${where}`, () => {
			assert.ok(show(quote).includes(`${before}\n\n${said(indent)}\n`), show(quote));
		});
	}

	test('that no longer fits is a warning with the line of its heading, and with what to do', () => {
		const { placed, messages } = place(
			toCorrection('Page', 'words that are not there'),
			toCorrection('No such page', 'First'),
		);
		assert.deepEqual(placed, []);
		assert.deepEqual(
			messages.map(({ fatal, file, line, reason }) => `${file}:${line} ${fatal} ${reason}`),
			[
				'docker.md:5 false correction `it` no longer fits: the words “words that are not there” are gone',
				'a.md:1 false correction `it` no longer fits: the heading `No such page` is gone',
			],
		);
		for (const { note } of messages) assert.match(note ?? '', /src\/content\/corrections\.yaml/);
	});
});
