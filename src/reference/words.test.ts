import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toFactPage } from './pages/page.ts';
import { findLostWords } from './words.ts';

const headings = [{ depth: 2, slug: 'part', text: 'Part' }];
const page = { title: 'A', description: '', kind: 'concept', parents: [], body: '' } as const;
const pages = [toFactPage({ ...page, id: 'a', parents: [], headings })];
const toEntry = (at: string) => ({ at, words: ['x'], errors: [] });

test('words for an address that exists are fine', () => {
	assert.deepEqual(
		findLostWords([toEntry('/a/'), toEntry('/a/#part')], pages, { path: 'words.yaml', text: '' }),
		[],
	);
});

test('words for an address that is gone are named with their line and what there is', () => {
	const text = '- at: /a/\n  words: [x]\n- at: /a/#gone\n  words: [x]\n';
	const file = { path: 'words.yaml', text };
	const [lost, ...others] = findLostWords([toEntry('/a/'), toEntry('/a/#gone')], pages, file);
	assert.deepEqual(others, []);
	assert.equal(lost?.file, 'words.yaml');
	assert.equal(lost?.line, 3);
	assert.match(lost?.hint ?? '', /\/a\/#part/);
});
