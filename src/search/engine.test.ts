import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pagefind } from './texts.ts';
import type { SearchRecord } from './record.ts';
import { mark, startEngine, toGroups, type Answer, type Question } from './engine.ts';

const toRecord = (name: string, more: Partial<SearchRecord> = {}): SearchRecord => ({
	...{ href: `/${name}/`, kind: 'instruction', name, names: [name], options: [] },
	...{ isHeading: false, isAside: false, words: [], errors: [], summary: '', syntax: '', code: '' },
	...more,
});
const records = [
	toRecord('COPY', { topic: 'one' }),
	toRecord('COPY --from', { kind: 'option', options: ['--from'], page: '/COPY/' }),
	toRecord('docker cp', { kind: 'command', words: ['copy files'], topic: 'two' }),
	toRecord('COPY or ADD', { kind: 'concept', isHeading: true, isAside: true, topic: 'one' }),
];
const sections = [
	{ url: '/COPY/', excerpt: '<mark>copy</mark>', meta: { title: 'COPY', kind: 'instruction' } },
	{ url: '/a/', excerpt: 'a &lt;b&gt; <mark>copy</mark>', meta: { title: 'A', kind: 'odd' } },
	{ url: '/x/', excerpt: '<mark>c</mark>', meta: { title: 'X', kind: 'concept' } },
];
const pagefind: Pagefind = {
	options: () => Promise.resolve(),
	init: () => Promise.resolve(),
	search: () =>
		Promise.resolve({ results: sections.map((one) => ({ data: () => Promise.resolve(one) })) }),
};

async function ask(question: Partial<Question>, load = () => Promise.resolve(pagefind)) {
	const answers: Answer[] = [];
	const engine = startEngine({ records, synonyms: [], unpaged: ['docker stack'] }, load);
	const asked = { query: 'copy', kind: undefined, topic: undefined, ...question };
	await engine.ask(asked, (answer) => answers.push(answer));
	return answers;
}

test('answers by name first; the full text adds below what is not there yet, as text', async () => {
	const [first, last] = await ask({});
	assert.equal(first?.hits[0]?.href, '/COPY/');
	assert.deepEqual([first?.texts, first?.isComplete], [[], false]);
	assert.deepEqual(last?.hits, first?.hits);
	assert.deepEqual(
		last?.texts.map(({ href, kind, text }) => [href, kind, text]),
		[['/a/', 'concept', ['a <b> ', 'copy', '']]],
	);
	assert.deepEqual([last?.isComplete, last?.isPartial], [true, false]);
});

test('says that the full text is missing when it cannot be fetched', async () => {
	const [, last] = await ask({}, () => Promise.reject(new Error('gone')));
	assert.deepEqual([last?.isComplete, last?.isPartial, last?.texts], [true, true, []]);
});

test('answers of one kind and of one file of notes', async () => {
	const found = async (question: Partial<Question>) =>
		(await ask(question))[0]?.hits.map(({ href }) => href);
	assert.deepEqual(await found({ kind: 'command' }), ['/docker cp/']);
	assert.deepEqual(await found({ kind: 'option', topic: 'one' }), ['/COPY --from/']);
	assert.deepEqual(await found({ topic: 'two' }), ['/docker cp/']);
});

test('lists what there is of a kind, without what only leads to others', () => {
	const engine = startEngine({ records, synonyms: [], unpaged: ['docker stack'] }, () =>
		Promise.resolve(pagefind),
	);
	const browsed = (kind: Question['kind'] & string) =>
		engine.browse(kind, undefined).map(({ href }) => href);
	assert.deepEqual(browsed('option'), ['/COPY --from/']);
	assert.deepEqual(browsed('concept'), []);
});

test('marks whole words by their stem, every second piece', () => {
	const marked = mark('Copy copies, not photocopies', new Set(['copy']));
	assert.deepEqual(marked, ['', 'Copy', ' ', 'copies', ', not photocopies']);
	assert.deepEqual(mark('', new Set(['copy'])), ['']);
});

test('shows what is near to a thing without a page, and no answer', async () => {
	const [first] = await ask({ query: 'docker stack' });
	assert.equal(first?.missing, 'docker stack');
	assert.ok(first.hits.every(({ isExact }) => !isExact));
	const [group] = toGroups(first);
	assert.deepEqual([group?.kind, group?.title], ['near', 'No page for “docker stack”. Nearest:']);
});

test('groups hold each kind once, the best alone in front and the full text behind', async () => {
	const [hit] = (await ask({}))[0]?.hits ?? [];
	assert.ok(hit);
	const hits = (['check', 'command', 'check', 'command'] as const).map((kind) => ({
		...hit,
		kind,
	}));
	assert.deepEqual(
		toGroups({ hits, texts: [hit] }).map(({ kind, hits }) => [kind, hits.length]),
		[
			[undefined, 1],
			['command', 2],
			['check', 1],
			['text', 1],
		],
	);
	assert.deepEqual(toGroups({ hits: [], texts: [] }), []);
});
