import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseOutline } from '../notes/notes.ts';
import { toTextSections } from './sections.ts';
import { escapeXml } from '../publish/xml.ts';

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

describe('the sections of a page', () => {
	const part = {
		id: 'group/part',
		title: 'Part',
		kind: 'command',
		topic: 'docker',
		outline: parseOutline(body),
	};
	const above = ['docker', 'group'].map((id) => {
		return { id, title: id.toUpperCase(), kind: 'concept', parents: [], outline: parseOutline('') };
	});
	const pages = [...above, { ...part, parents: ['docker', 'group'] }];
	const [bare, , ...sections] = toTextSections(pages, false);
	const [page, first, below] = sections;

	test('are one for the page and one for each of its headings', () => {
		assert.deepEqual(
			sections.map(({ href, title }) => [href, title]),
			[
				['/group/part/', 'Part'],
				['/group/part/#first-part', 'First -- part'],
				['/group/part/#below', 'Below'],
			],
		);
	});

	test('have their page in front of their name', () => {
		assert.deepEqual([page?.name, first?.name], ['Part', 'Part › First -- part']);
	});

	test('are of the kind of the page, and of its file of notes where there are several', () => {
		assert.ok(sections.every(({ kind, topic }) => kind === 'command' && topic === undefined));
		assert.equal(toTextSections(pages, true).at(-1)?.topic, 'docker');
	});

	test('know the pages above them; for a section that is the page, too', () => {
		assert.deepEqual(page?.path, ['DOCKER', 'GROUP']);
		assert.deepEqual(first?.path, ['DOCKER', 'GROUP', 'Part']);
		assert.deepEqual(below?.path, ['DOCKER', 'GROUP', 'Part']);
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
		const expected = {
			href: '/docker/',
			name: 'DOCKER',
			title: 'DOCKER',
			kind: 'concept',
			path: [],
		};
		assert.deepEqual(bare, { ...expected, text: [], code: [] });
	});
});

describe('escapeXml', () => {
	test('leaves nothing that ends a text or an attribute', () => {
		assert.equal(
			escapeXml(`<a b="c" d='e'>&amp;`),
			'&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;',
		);
	});

	test('leaves all else as it is', () => {
		assert.equal(escapeXml('Größe 🐳 `--flag` / {x}\n'), 'Größe 🐳 `--flag` / {x}\n');
	});
});
