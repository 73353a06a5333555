import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toIndex, toSidebar, type NavigationNode, type SidebarItem } from './navigation.ts';

function node(id: string, ...below: NavigationNode[]): NavigationNode {
	return { id, title: id.split('/').at(-1) ?? '', below };
}

/** So many pages below one. */
function many(id: string, count: number, below = 0): NavigationNode {
	const children = Array.from({ length: count }, (_, at) =>
		below > 0 ? many(`${id}/${at}`, below) : node(`${id}/${at}`),
	);
	return node(id, ...children);
}

function links(items: readonly SidebarItem[]): string[] {
	return items.flatMap((item) => (item.type === 'link' ? [item.id] : links(item.items)));
}

describe('the sidebar', () => {
	test('of a small site has all pages, the current one among them once', () => {
		const topics = [{ ...node('', many('a', 3), many('b', 25)) }];
		const navigation = toIndex({ topics, others: [node('a-z')], kinds: [] });
		assert.deepEqual(links(toSidebar(navigation, 'a/1')), ['a', 'a/0', 'a/1', 'a/2', 'b', 'a-z']);
		assert.equal(links(toSidebar(navigation, 'b/7')).length, 4 + 26 + 1);
	});

	test('does not grow with the number of pages', () => {
		const count = (groups: number, pages: number): number => {
			const tree = node('', ...Array.from({ length: groups }, (_, at) => many(`g${at}`, pages, 3)));
			const navigation = toIndex({ topics: [tree], others: [node('a-z')], kinds: [] });
			const shown = links(toSidebar(navigation, 'g1/1/1'));
			assert.ok(['g1', 'g1/1', 'g1/1/0', 'g1/1/1', 'g1/0'].every((id) => shown.includes(id)));
			return shown.length;
		};
		assert.equal(count(100, 10), count(50, 10));
		assert.equal(count(60, 100), count(60, 500));
		assert.ok(count(60, 500) < 100);
	});

	test('of a long branch shows the part around the page, and leads to all of it', () => {
		const navigation = toIndex({ topics: [node('', many('a', 200))], others: [], kinds: [] });
		const shown = links(toSidebar(navigation, 'a/100'));
		assert.ok(shown.includes('a/90') && shown.includes('a/110') && !shown.includes('a/10'));
		assert.equal(shown.at(-1), 'a');
	});

	test('has a group for each topic when there are several', () => {
		const topics = [
			{ ...node('', node('x')), title: 'Docker', icon: '🐳' },
			node('git', node('git/y')),
		];
		const [docker, git] = toSidebar(toIndex({ topics, others: [], kinds: [] }), 'x');
		assert.deepEqual([docker?.label, git?.label], ['🐳 Docker', 'git']);
		assert.deepEqual(
			[docker, git].map((item) => item && links([item])),
			[
				['', 'x'],
				['git', 'git/y'],
			],
		);
	});

	test('of a large site opens the topic of the page alone', () => {
		const topics = [{ ...many('', 90), id: '' }, many('git', 90)];
		const shown = links(toSidebar(toIndex({ topics, others: [], kinds: [] }), 'git/5'));
		assert.ok(shown.includes('git/5') && !shown.includes('/5'));
		assert.equal(shown[0], '');
	});
});
