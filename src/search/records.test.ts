import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { escapeHtml } from './escape.ts';
import { toRecords, type SearchRecord } from './records.ts';

const body = `Intro with a [link](/a/) and \`code\`,
on two lines.

\`\`\`bash
docker ps
\`\`\`

<br>

## First -- part

- one
  - two **three**
  - four
- five

> six

### Below

| Seven | Eight |
| ----- | ----- |
| nine  | ten   |

~~~dockerfile
# no heading
FROM scratch
~~~

~~~dockerfile
CMD x
~~~
`;

describe('the records of a page', () => {
	const path = ['Docker', 'Group'];
	const records = toRecords({ id: 'group/part', title: 'Part', kind: 'command', path, body });
	const [page, first, below] = records;

	test('are one for the page and one for each of its headings', () => {
		assert.deepEqual(
			records.map(({ href, title }) => [href, title]),
			[
				['/group/part/', 'Part'],
				['/group/part/#first-part', 'First -- part'],
				['/group/part/#below', 'Below'],
			],
		);
	});

	test('are of the kind of the page', () => {
		assert.deepEqual(
			records.map(({ kind }) => kind),
			['command', 'command', 'command'],
		);
	});

	test('know the pages above them; for a section that is the page, too', () => {
		assert.deepEqual(page?.path, ['Docker', 'Group']);
		assert.deepEqual(first?.path, ['Docker', 'Group', 'Part']);
		assert.deepEqual(below?.path, ['Docker', 'Group', 'Part']);
	});

	test('keep code apart from words', () => {
		assert.deepEqual(page?.text, ['Intro with a link and code, on two lines.']);
		assert.deepEqual(page?.code, ['docker ps']);
		assert.deepEqual(below?.code, ['# no heading\nFROM scratch', 'CMD x']);
	});

	test('have a line for each paragraph, item and row', () => {
		assert.deepEqual(first?.text, ['one', 'two three', 'four', 'five', 'six']);
		assert.deepEqual(below?.text, ['Seven · Eight', 'nine · ten']);
	});

	test('are one without words for a page without text', () => {
		const expected: SearchRecord[] = [
			{ href: '/a/', title: 'A', kind: 'concept', path: [], text: [], code: [] },
		];
		assert.deepEqual(
			toRecords({ id: 'a', title: 'A', kind: 'concept', path: [], body: '' }),
			expected,
		);
	});
});

describe('escapeHtml', () => {
	test('leaves nothing that ends a text or an attribute', () => {
		assert.equal(
			escapeHtml(`<a b="c" d='e'>&amp;`),
			'&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;',
		);
	});

	test('leaves all else as it is', () => {
		assert.equal(escapeHtml('Größe 🐳 `--flag` / {x}\n'), 'Größe 🐳 `--flag` / {x}\n');
	});
});
