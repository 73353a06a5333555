import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
	toIndex,
	toSidebar,
	type NavigationNode,
	type NavigationTopic,
	type SidebarItem,
} from './navigation.ts';

function node(id: string, ...below: NavigationNode[]): NavigationNode {
	return { id, title: id.split('/').at(-1) ?? '', below };
}

/** So many pages below one, with so many below each. */
function many(id: string, count: number, below = 0): NavigationNode {
	return node(id, ...Array.from({ length: count }, (_, at) => many(`${id}/${at}`, below)));
}

function toLinks(items: readonly SidebarItem[]): string[] {
	return items.flatMap(({ id = '', items }) => [id, ...toLinks(items)]);
}

/** What the sidebar of a page leads to. */
function show(topics: NavigationTopic[], id: string): string[] {
	return toLinks(toSidebar(toIndex({ topics, others: [node('a-z')], kinds: [] }), id));
}

describe('the sidebar', () => {
	test('has the first level, and what is below the branch of the page', () => {
		const topics = [node('', many('a', 3), many('b', 25, 2))];
		assert.deepEqual(show(topics, ''), ['a', 'b', 'a-z']);
		assert.deepEqual(show(topics, 'a/1'), ['a', 'a/0', 'a/1', 'a/2', 'b', 'a-z']);
		assert.equal(show(topics, 'b/7').length, 2 + 25 + 2 + 1);
	});

	test('does not list the corrections', () => {
		const index = toIndex({ topics: [], others: [node('corrections'), node('a-z')], kinds: [] });
		assert.deepEqual(toLinks(toSidebar(index, 'a-z')), ['a-z']);
	});

	test('does not grow with the number of pages, and shows what is around the page', () => {
		const lengths = [10, 500].map((count) => {
			const groups = Array.from({ length: 60 }, (_, at) => many(`g${at}`, count, 3));
			const shown = new Set(show([node('', ...groups)], 'g1/1/1'));
			assert.ok(new Set(['g1', 'g1/1', 'g1/1/0', 'g1/1/1', 'g1/0']).isSubsetOf(shown));
			return shown.size;
		});
		assert.ok(Math.max(...lengths) < 270);
		const shown = show([node('', many('a', 300))], 'a/150');
		assert.ok(shown.includes('a/140') && shown.includes('a/160') && !shown.includes('a/10'));
		// To all of them.
		assert.equal(shown.at(-2), 'a');
	});

	test('has a line for each topic when there are several; one is open', () => {
		const topics = [{ ...node('', node('x')), title: 'Docker', icon: '🐳' }, many('git', 1)];
		const [docker, git] = toSidebar(toIndex({ topics, others: [], kinds: [] }), 'x');
		assert.deepEqual([docker?.label, git?.label], ['🐳 Docker', 'git']);
		assert.deepEqual(show(topics, 'x'), ['', 'x', 'git', 'a-z']);
	});

	test('has folders with what speaks for them', () => {
		const topics = ['git', 'git/a', 'git/more', 'git/more/b', 'vim/c'].map((id) => {
			const isFolder = id === 'git' || id === 'git/more';
			const folders = id.split('/').slice(0, isFolder ? undefined : -1);
			return { ...node(id), folders };
		});
		const found = toSidebar(toIndex({ topics, others: [], kinds: [] }), '');
		assert.deepEqual(toLinks(found), ['git', 'git/a', 'git/more', 'git/more/b', '', 'vim/c']);
	});

	test('has what is around the page in each of several', () => {
		assert.deepEqual(show([many('', 90), many('git', 90)], 'git/5').slice(0, 3), [
			'',
			'git',
			'git/0',
		]);
	});
});
