import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findLost } from './coverage.ts';
import { parseOutline } from './outline.ts';
import { toPages, type Page } from './pages.ts';
import { toPlan } from './plan.ts';

const markdown = `# Docker

## Group

### One

First.

- second

<br>

### Two

Third.

##
`;

const outline = parseOutline(markdown);
const plan = toPlan(outline, { hints: { pages: 3 } });
const pages = toPages(plan);

describe('findLost finds', () => {
	test('nothing when every block stands on its page', () => {
		assert.deepEqual(report(pages), []);
	});

	test('a block that was taken off its page', () => {
		const altered = alter('group/one', ({ blocks, body }) => ({
			blocks: blocks.filter(({ type }) => type !== 'list'),
			body: body.replace('- second', ''),
		}));
		assert.deepEqual(report(altered), [[9, 'list stands on no page']]);
	});

	test('every block of a page that was left out, heading and all', () => {
		const altered = pages.filter(({ id }) => id !== 'group/two');
		assert.deepEqual(report(altered), [
			[13, 'heading stands on no page'],
			[15, 'paragraph stands on no page'],
		]);
	});

	test('a block that was put on two pages', () => {
		const first = outline.blocks.filter(({ line }) => line === 7);
		const altered = alter('group/two', ({ blocks, body }) => ({
			blocks: [...blocks, ...first],
			body: `${body}\n\nFirst.`,
		}));
		assert.deepEqual(report(altered), [[7, 'paragraph stands on 2 pages: /group/one, /group/two']]);
	});

	test('a block that was dropped from the notes but put on a page', () => {
		const empty = outline.blocks.filter(({ line }) => line === 17);
		const altered = alter('group/two', ({ blocks, body }) => ({
			blocks: [...blocks, ...empty],
			body: `${body}\n\n##`,
		}));
		assert.deepEqual(report(altered), [[17, 'heading stands on 1 pages: /group/two']]);
	});

	test('a body whose text was altered', () => {
		const altered = alter('group/one', ({ body }) => ({ body: body.replace('second', '2nd') }));
		assert.deepEqual(report(altered), [[9, 'list reads otherwise on /group/one']]);
	});

	test('a body whose block became another kind of block', () => {
		const altered = alter('group/one', ({ body }) => ({ body: body.replace('First', '# First') }));
		assert.deepEqual(report(altered), [[7, 'paragraph reads otherwise on /group/one']]);
	});

	test('a body whose blocks changed places', () => {
		const altered = alter('group/one', () => ({ body: '- second\n\nFirst.' }));
		assert.deepEqual(report(altered), [[7, 'paragraph reads otherwise on /group/one']]);
	});

	test('a body that was cut short', () => {
		const altered = alter('group/one', () => ({ body: 'First.' }));
		assert.deepEqual(report(altered), [[9, 'list reads otherwise on /group/one']]);
	});

	test('nothing when only a spacer is missing', () => {
		const altered = alter('group/one', ({ blocks, body }) => ({
			blocks: blocks.filter(({ type }) => type !== 'html'),
			body: body.replace('<br>', ''),
		}));
		assert.deepEqual(report(altered), []);
	});
});

/** The pages with some fields of one of them changed. */
function alter(id: string, change: (page: Page) => Partial<Page>): Page[] {
	assert.ok(pages.some((page) => page.id === id));
	return pages.map((page) => (page.id === id ? { ...page, ...change(page) } : page));
}

function report(altered: readonly Page[]): [number, string][] {
	return findLost(plan, altered).map(({ line, text }) => [line, text]);
}
