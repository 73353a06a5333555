import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findLost, parseOutline, toPages, toPlan } from '../notes/notes.ts';
import { placeCorrections, toCorrectionEdits } from './corrections.ts';
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

function toCorrection(heading: string, quote: string, more: Partial<Correction> = {}): Correction {
	return {
		id: 'it',
		verdict: 'wrong',
		at: [{ heading, quote }],
		text: 'It is so.',
		links: [{ title: 'Docs', url: 'https://docs.example/' }],
		checked: '2026-11-23',
		...more,
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
function show(quote: string, more: Partial<Correction> = {}): string {
	const { outline, placed } = place(toCorrection('Page', quote, more));
	const plan = toPlan(outline, { hints: { pages: 3 } });
	const remarks = toCorrectionEdits(placed);
	const pages = toPages(plan, remarks);
	assert.deepEqual(findLost('docker.md', plan, pages, remarks), []);
	return pages.find(({ title }) => title === 'Page')?.body ?? '';
}

describe('a correction', () => {
	/** What stands before a block whose text has so many blanks in front. */
	const said = (indent: string) =>
		[
			'> [!IMPORTANT]',
			'> It is so.<!-- wrong --><!-- #correction-it -->',
			'>',
			'> [Docs](https://docs.example/) · checked 2026-11-23',
			'',
			'',
		].join(`\n${indent}`);

	for (const [where, quote, lead, block, indent] of [
		['in its point', 'First point here.', '- ', 'First **point** here.', '  '],
		['before a snippet in its point', 'docker ps', '- Second point.\n  ', '```bash', '  '],
		['before its table', 'c\nd', '', '| a | b |', ''],
		['before its paragraph', 'Last words', '', 'Last words.', ''],
	] as const) {
		test(`stands ${where}`, () => {
			const shown = show(quote).replace(/[ ]+$/gm, '');
			const expected = `${lead}${said(indent)}${block}`.replace(/[ ]+$/gm, '');
			assert.ok(shown.includes(expected), shown);
		});
	}

	test('with a snippet shows it before the code of the author, which is framed', () => {
		const snippet = { language: 'bash', code: 'docker ps --all' };
		const body = show('docker ps', { snippet });
		const at = (text: string) => body.indexOf(text);
		const order = [
			'  > ```bash\n  > docker ps --all\n  > ```',
			'  <!-- written -->\n\n  From the notes, as written:\n\n  ```bash\n  docker ps\n  ```',
			'  <!-- /written -->',
		].map(at);
		assert.ok(
			order.every((place, index) => place > (order[index - 1] ?? 0)),
			body,
		);
	});

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
