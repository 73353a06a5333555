import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toLines } from '../../tests/notes/read.ts';
import { findLost } from './coverage.ts';
import { parseOutline } from './outline.ts';
import { toPages, type Page } from './plannedPages.ts';
import { toPlan } from './plan.ts';

const markdown =
	'# Docker\n\n## Group\n\n### One\n\nFirst.\n\n- second\n\n<br>\n\n### Two\n\nThird.\n\n##\n';

const outline = parseOutline(markdown);
const plan = toPlan(outline, { hints: { pages: 3 } });
const pages = toPages(plan);
const [first, empty] = [7, 17].map((line) => outline.blocks.filter((block) => block.line === line));

/** What is done to a page, and what the proof says of it. */
const rows: readonly [
	name: string,
	id: string,
	(page: Page) => Partial<Page>,
	...said: string[],
][] = [
	['nothing when every block stands on its page', 'group/one', () => ({})],
	[
		'a block that was taken off its page',
		'group/one',
		({ blocks, body }) => ({
			blocks: blocks.filter(({ type }) => type !== 'list'),
			body: body.replace('- second', ''),
		}),
		'9! list stands on no page',
	],
	[
		'a block that was put on two pages',
		'group/two',
		({ blocks, body }) => ({ blocks: [...blocks, ...(first ?? [])], body: `${body}\n\nFirst.` }),
		'7! paragraph stands on 2 pages: /group/one, /group/two',
	],
	[
		'a block that was dropped from the notes but put on a page',
		'group/two',
		({ blocks, body }) => ({ blocks: [...blocks, ...(empty ?? [])], body: `${body}\n\n##` }),
		'17! heading stands on 1 pages: /group/two',
	],
	[
		'a body whose text was altered',
		'group/one',
		({ body }) => ({ body: body.replace('second', '2nd') }),
		'9! list reads otherwise on /group/one',
	],
	[
		'a body whose block became another kind of block',
		'group/one',
		({ body }) => ({ body: body.replace('First', '# First') }),
		'7! paragraph reads otherwise on /group/one',
	],
	[
		'a body whose blocks changed places',
		'group/one',
		() => ({ body: '- second\n\nFirst.' }),
		'7! paragraph reads otherwise on /group/one',
	],
	[
		'a body that was cut short',
		'group/one',
		() => ({ body: 'First.' }),
		'9! list reads otherwise on /group/one',
	],
	[
		'nothing when only a spacer is missing',
		'group/one',
		({ blocks, body }) => ({
			blocks: blocks.filter(({ type }) => type !== 'html'),
			body: body.replace('<br>', ''),
		}),
	],
];

describe('findLost finds', () => {
	for (const [name, id, change, ...said] of rows) {
		test(name, () => {
			assert.ok(pages.some((page) => page.id === id));
			const altered = pages.map((page) => (page.id === id ? { ...page, ...change(page) } : page));
			assert.deepEqual(toLines(findLost('notes.md', plan, altered)), said);
		});
	}

	test('every block of a page that was left out, heading and all', () => {
		const altered = pages.filter(({ id }) => id !== 'group/two');
		const said = ['13! heading stands on no page', '15! paragraph stands on no page'];
		assert.deepEqual(toLines(findLost('notes.md', plan, altered)), said);
	});
});
