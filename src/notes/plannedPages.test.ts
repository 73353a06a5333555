import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDocker } from '../../tests/docker.ts';
import { toBodies as toAnyBodies } from '../../tests/notes/read.ts';
import { findLost } from './coverage.ts';
import { parseOutline } from './outline.ts';
import { toPages } from './plannedPages.ts';
import { toPlan } from './plan.ts';

const docker = '# Docker\n\n## Group\n\n';

/** Such hints as docker.md has, for headings that the tests have. */
const hints = {
	pages: 3,
	split: ['Core Dockerfile Instructions'],
	slugs: { 'Core Dockerfile Instructions': 'instructions' },
};

const toBodies = (markdown: string) => toAnyBodies(markdown, hints);

describe('the pages of the notes', () => {
	const { plan, pages } = readDocker();

	test('have addresses of their own, below the pages that they name as above', () => {
		const ids = new Set(pages.map(({ id }) => id));
		assert.equal(ids.size, pages.length);
		for (const { id, parents } of pages) {
			const above = parents.at(-1);
			assert.ok(above === undefined || (ids.has(above) && id.startsWith(`${above}/`)), id);
		}
		assert.ok(ids.has('foundations/what-is-docker'));
		assert.ok(ids.has('dockerfile/instructions/copy'));
	});

	test('are indexes where pages stand below them', () => {
		for (const { id, isIndex } of pages) {
			const hasBelow = pages.some(({ parents }) => parents.at(-1) === id);
			assert.equal(isIndex, id === '' || hasBelow, id);
		}
	});

	test('hold every block as the author wrote it', () => {
		for (const { body, blocks } of pages) {
			const texts = blocks
				.filter(({ type }) => type !== 'heading')
				.map(({ start, end }) => plan.outline.source.slice(start, end));
			for (const text of texts) assert.ok(body.includes(text), text);
		}
		assert.deepEqual(findLost('docker.md', plan, pages), []);
	});
});

/** Notes and the Markdown of one of their pages. */
const rows: readonly (readonly [name: string, markdown: string, id: string, body: string])[] = [
	['is all of a group that has no parts', `${docker}Text.\n`, 'group', 'Text.'],
	[
		'holds the introduction of its parts',
		`${docker}Intro.\n\n### Part\n\nText.\n`,
		'group',
		'Intro.',
	],
	['holds what stands below the title', '# Docker\n\nHello.\n\n## Group\n\nText.\n', '', 'Hello.'],
	[
		'raises headings, but no `#` within a fence',
		`${docker}### Part\n\n#### Four\n\n\`\`\`bash\n#### comment\n\`\`\`\n\n##### Five\n\nText.\n`,
		'group/part',
		'## Four\n\n```bash\n#### comment\n```\n\n### Five\n\nText.',
	],
	[
		'keeps a fence that opens it indented',
		`${docker}  \`\`\`bash\n  x\n  \`\`\`\n`,
		'group',
		'  ```bash\n  x\n  ```',
	],
	[
		'ends with the definitions and footnotes that stand elsewhere',
		"# Docker\n\n## One\n\nText[^a] and [link][B].\n\n## Two\n\n[b]: https://a.example 'T'\n\n[^a]: Note.\n",
		'one',
		"Text[^a] and [link][B].\n\n[b]: https://a.example 'T'\n\n[^a]: Note.",
	],
	[
		'keeps links and footnotes of one name apart',
		'# Docker\n\n## One\n\nText[^1].\n\n## Two\n\n[1]: https://a.example\n\n[^1]: Note.\n',
		'one',
		'Text[^1].\n\n[^1]: Note.',
	],
	[
		'keeps the links of copied footnotes',
		'# T\n\n## A\n\nsee [^1]\n\n## B\n\n[^1]: n [z]\n\n[z]: /q\n',
		'a',
		'see [^1]\n\n[^1]: n [z]\n\n[z]: /q',
	],
	[
		'leads where the first of two equal definitions leads',
		'# T\n\n## A\n\n[x]\n\n[x]: /one\n\n## B\n\n[x]\n\n[X]: /two\n',
		'b',
		'[x]\n\n[unused-13-X]: /two\n\n[x]: /one',
	],
	[
		'takes a footnote out of the quotation that it stands in',
		'# T\n\n## A\n\nsee [^1]\n\n## B\n\n> [^1]: n\n>\n>     ```sh\n>     ls\n>     ```\n',
		'a',
		'see [^1]\n\n[^1]: n\n\n    ```sh\n    ls\n    ```',
	],
	[
		'takes no comment of the author for a mark of its own',
		`${docker}<!-- notes -->\n\nText.<!-- #id -->\n`,
		'group',
		'<!--notes -->\n\nText.<!--#id -->',
	],
];

describe('a page', () => {
	for (const [name, markdown, id, body] of rows) {
		test(name, () => assert.equal(toBodies(markdown)[id], body));
	}
});

describe('a link leads to', () => {
	const rest = `#### There\n\nText.\n\n#### Größe\n\nText.\n\n#### a_b\n\nText.`;
	const other = '### Core Dockerfile Instructions\n\n#### COPY\n\nText.\n\n##### Flags\n\nText.';
	for (const [name, target, expected] of [
		['a heading of the same page', '#there', '/group/part/#there'],
		['its own page', '#part', '/group/part/'],
		['another page', '#copy', '/group/instructions/copy/'],
		['a heading of another page', '#flags', '/group/instructions/copy/#flags'],
		['an index', '#core-dockerfile-instructions', '/group/instructions/'],
		['the home page', '#docker', '/'],
		['no page', '#nowhere', '<>'],
		['another site, and stays as it is', 'https://a.example/#copy', 'https://a.example/#copy'],
		['a page, and keeps its title', "#copy '#copy'", "/group/instructions/copy/ '#copy'"],
		['an encoded heading', '#gr%C3%B6%C3%9Fe', '/group/part/#größe'],
		['an escaped heading', '#a\\_b', '/group/part/#a_b'],
	] as const) {
		test(name, () => {
			const bodies = toBodies(`${docker}### Part\n\n[text](${target})\n\n${rest}\n\n${other}\n`);
			assert.equal(/\[text\]\((.*)\)/.exec(bodies['group/part'] ?? '')?.[1], expected);
		});
	}

	test('its page from an index and from a definition, too', () => {
		const bodies = toBodies(
			`${docker}See [#part](#part), [two][d].\n\n[d]: #part\n\n### Part\n\nx\n`,
		);
		assert.equal(bodies['group'], 'See [#part](/group/part/), [two][d].\n\n[d]: /group/part/');
	});
});

describe('a page is described by', () => {
	const describePage = (markdown: string) =>
		toPages(toPlan(parseOutline(`# Git\n\n## A\n\n${markdown}\n`), { hints: { pages: 2 } }))[1]
			?.description;
	for (const [name, markdown, description] of [
		['its first sentence', 'All *of* it. And more.', 'All of it.'],
		['its first words, not those of a badge', '[![P](a.svg)](b.pdf) ![x](c.png)\n\nAll.', 'All.'],
		['its first words, not those of HTML', '<p>\n<img alt="P" src="a.svg">\n</p>\n\nAll.', 'All.'],
		['words with a picture among them', '![x](c.png) Git it.', 'x Git it.'],
		['the words of a picture, where there are no others', '![All of it](a.png)', 'All of it'],
		['parts, but no table of contents', '### Contents\n\n- [x](#x)\n\n### X\n\ny', 'X.'],
		['a first item with what it lists', '- Plus:\n  - One\n  - Two\n- No', 'Plus: One, Two.'],
		[
			'the head and keys of a table',
			'| x | Now | Then |\n| - | - | - |\n| Cost | 1 | 2 |',
			'Now and Then by cost.',
		],
	] as const) {
		test(name, () => assert.equal(describePage(markdown), description));
	}

	test('as many parts as search engines show', () => {
		const parts = Array.from({ length: 40 }, (_, at) => `### Part ${at}\n\nA.\n`).join('\n');
		const description = describePage(parts) ?? '';
		assert.match(description, /^Part 0, Part 1, .*, Part \d+ and \d+ more\.$/);
		assert.ok(description.length <= 165, description);
	});
});
