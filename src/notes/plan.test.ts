import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Hints } from './hints.ts';
import { toHref } from './targets.ts';
import { findLost } from './coverage.ts';
import { flatten, parseOutline } from './outline.ts';
import { toPages } from './plannedPages.ts';
import { toPlan, type Plan } from './plan.ts';

/** The plan of Markdown, of which nothing may be lost. */
function plan(markdown: string, hints: Hints = {}, prefix = ''): Plan {
	const made = toPlan(parseOutline(markdown), {
		hints,
		prefix,
		name: 'git-basics',
		taken: ['search'],
	});
	assert.deepEqual(findLost('notes.md', made, toPages(made)), []);
	return made;
}

/** Where each heading stands, in the order of the notes. */
function hrefs(made: Plan): string[] {
	return flatten(made.root.children).flatMap((section) => {
		const place = made.places.get(section);
		return place ? [toHref(place)] : [];
	});
}

/** The ids of all pages. */
function ids(made: Plan): string[] {
	return toPages(made).map(({ id }) => id);
}

const words = 'word '.repeat(70);

describe('without hints', () => {
	test('sections of depth 2 are pages when those below say little', () => {
		const made = plan('# Git\n\n## Start\n\n### Init\n\nA.\n\n### Clone\n\nB.\n\n## Undo\n\nC.\n');
		assert.deepEqual(hrefs(made), ['/start/', '/start/#init', '/start/#clone', '/undo/']);
	});

	test('those of depth 3 are pages when they have enough to say', () => {
		const made = plan(`# Git\n\n## Start\n\n### Init\n\n${words}\n\n### Clone\n\n${words}\n`);
		assert.deepEqual(ids(made), ['', 'start', 'start/init', 'start/clone']);
	});

	test('a file with one section of depth 2 is cut below it', () => {
		const made = plan('# Git\n\n## All\n\n### Init\n\nA.\n\n### Clone\n\nB.\n');
		assert.deepEqual(ids(made), ['', 'all', 'all/init', 'all/clone']);
	});

	test('levels that are skipped count as the ones that are there', () => {
		const made = plan('# Git\n\n#### Init\n\nA.\n\n###### Deep\n\nB.\n\n#### Clone\n\nC.\n');
		assert.deepEqual(hrefs(made), ['/init/', '/init/#deep', '/clone/']);
		assert.equal(toPages(made)[1]?.body, 'A.\n\n## Deep\n\nB.');
	});

	test('a file without headings is one page, called as the file is', () => {
		const made = plan('Text.\n\n- One\n');
		assert.deepEqual([made.root.title, toPages(made)[0]?.body], ['Git basics', 'Text.\n\n- One']);
	});

	test('a file without a title is called as the file is', () => {
		const made = plan('Intro.\n\n## Start\n\nA.\n\n## Undo\n\nB.\n');
		assert.deepEqual([made.root.title, ...ids(made)], ['Git basics', '', 'start', 'undo']);
	});

	test('a title in HTML names a file, and what stands as `#` below it are its chapters', () => {
		const notes = '<h1 align="center">Git, <b>well</b></h1>\n\n# Start\n\nA.\n\n# Undo\n\nB.\n';
		const made = plan(notes);
		assert.equal(made.root.title, 'Git, well');
		assert.deepEqual(ids(made), ['', 'start', 'undo']);
	});

	test('a title in HTML is marked as the page’s, unless it holds more or is not the title', () => {
		const body = (html: string, hints = {}) =>
			toPages(plan(`${html}\n\n## A\n\nB.\n`, hints))[0]?.body;
		const marked = '<p>x</p>\n<h1 itemprop="page-title" align="center">Git</h1>';
		assert.equal(body('<p>x</p>\n<h1 align="center">Git</h1>'), marked);
		const pictured = '<h1><img src="/a.png" alt="Git"></h1>';
		assert.equal(body(pictured), pictured);
		assert.equal(body('<h1>Git</h1>', { title: 'Other' }), '<h1>Git</h1>');
	});

	test('a file without a title is called as it is, whatever its pictures say', () => {
		const logo = '<p align="center"><img src="logo.png" alt="Git logo"></p>';
		assert.equal(plan(`${logo}\n\n## Start\n\nA.\n`).root.title, 'Git basics');
		assert.equal(plan(`${logo}\n\n# Own\n\nA.\n`).root.title, 'Own');
	});

	test('text before the title stands on the file’s own page, without the title in it', () => {
		const made = plan('Before.\n\n# Git\n\nAfter.\n\n## Start\n\nA.\n');
		assert.deepEqual([made.root.title, toPages(made)[0]?.body], ['Git', 'Before.\n\n\n\nAfter.']);
	});

	test('further titles are groups beside those of the first', () => {
		const made = plan(
			'# Git\n\nIntro.\n\n# Start\n\n## Init\n\nA.\n\n# Undo\n\nB.\n\nOld\n===\n\nC.\n',
		);
		assert.deepEqual(hrefs(made), ['/start/', '/start/#init', '/undo/', '/old/']);
	});

	test('an id behind a heading is where links to it lead', () => {
		const made = plan('# Git\n\nSee [it](#setup-1).\n\n## Flow\n\n### Setup {#setup-1}\n\nA.\n', {
			pages: 2,
		});
		assert.equal(toPages(made)[0]?.body, 'See [it](/flow/#setup).');
	});

	test('a table of contents does not name a file', () => {
		const links = '- [Start](#start)\n- [Undo](#undo)\n';
		const made = plan(`# Table of Contents\n\n${links}\n# Start\n\nA.\n\n# Undo\n\nB.\n`);
		assert.equal(made.root.title, 'Git basics');
		assert.deepEqual(ids(made), ['', 'start', 'undo']);
	});

	test('equal headings get numbers, as do those of addresses that are taken', () => {
		const made = plan(
			'# Git\n\n## Search\n\nA.\n\n## Use\n\n### See\n\nB.\n\n### See\n\nC.\n\n## Use\n\nD.\n',
		);
		assert.deepEqual(hrefs(made), ['/search-1/', '/use/', '/use/#see', '/use/#see-1', '/use-1/']);
		assert.deepEqual(
			made.doubles.map(({ href }) => href),
			['/use/#see', '/use/'],
		);
	});

	test('headings of emoji and of the ids of the frame have addresses, too', () => {
		const made = plan('# Git\n\n## 🚀\n\n### Theme icons\n\nA.\n\n## ⚙️ Set up\n\nB.\n');
		assert.deepEqual(hrefs(made), ['/section/', '/section/#theme-icons-1', '/set-up/']);
		const below = plan('# Git\n\n## Start\n\n### 🚀\n\nA.\n', { pages: 3 });
		assert.deepEqual([hrefs(below), below.doubles], [['/start/', '/start/section/'], []]);
	});

	test('of a file with a prefix all stands below it', () => {
		const made = plan('# Git\n\n## Start\n\n### Init\n\nA.\n\n## Undo\n\nB.\n', {}, 'git');
		assert.deepEqual(hrefs(made), ['/git/start/', '/git/start/#init', '/git/undo/']);
		assert.deepEqual(toPages(made)[1]?.parents, ['git']);
	});
});

describe('a table of contents that was written by hand', () => {
	const rest = '## One\n\n[back to top](#git)\n\nA.\n\n## Two\n\nB.\n\n## Three\n\nC.\n';
	const links = '- [One](#one)\n  - **[Two](#two)**\n- [Three](#three)\n';
	for (const [name, notes] of [
		['whatever its heading is', `# Git\n\n## Where is what\n\n${links}\n${rest}`],
		['without a heading', `# Git\n\nIntro.\n\n${links}\n${rest}`],
		['in one line', `# Git\n\n## Menu\n\n[One](#one) | [Two](#two) · [Three](#three)\n\n${rest}`],
	] as const) {
		test(`is left out, ${name}, with the ways back to the top`, () => {
			const made = plan(notes);
			assert.deepEqual(ids(made), ['', 'one', 'two', 'three']);
			assert.doesNotMatch(
				toPages(made)
					.map(({ body }) => body)
					.join(''),
				/\]\(/,
			);
			assert.equal(made.anchors.get('git')?.page, '');
		});
	}

	test('is left out when its groups are headings that lead to others', () => {
		const table = '## [Start](#start-1)\n\n- [One](#one)\n\n## [Undo](#undo-1)\n\n';
		const made = plan(`# Git\n\n${table}## Start\n\n### One\n\nA.\n\n## Undo\n\nB.\n`);
		assert.deepEqual(ids(made), ['', 'start', 'undo']);
	});

	test('stays when it says anything, or leads elsewhere', () => {
		for (const item of ['- [Two](#two) is good\n', '- [Docs](https://a.example)\n']) {
			const made = plan(`# Git\n\n## Index\n\n${links}${item}\n${rest}`);
			assert.deepEqual(ids(made), ['', 'index', 'one', 'two', 'three']);
		}
	});
});

describe('hints', () => {
	const notes =
		'# Git\n\n## Start\n\n### Init\n\n#### Bare\n\nA.\n\n### Clone\n\nB.\n\n## Old\n\nC.\n';
	const rows: readonly [name: string, hints: Hints, expected: readonly string[]][] = [
		['pages 1', { pages: 1 }, ['']],
		['pages 2', { pages: 2 }, ['', 'start', 'old']],
		['pages 3', { pages: 3 }, ['', 'start', 'start/init', 'start/clone', 'old']],
		['split', { pages: 2, split: ['Start'] }, ['', 'start', 'start/init', 'start/clone', 'old']],
		['slugs', { pages: 2, slugs: { Start: 'begin' } }, ['', 'begin', 'old']],
		['dropped', { pages: 2, dropped: ['Old'] }, ['', 'start']],
	];
	for (const [name, hints, expected] of rows) {
		test(`choose the pages: ${name}`, () => assert.deepEqual(ids(plan(notes, hints)), expected));
	}

	test('say what sections are about, and the whole file', () => {
		const kinds = toPages(plan(notes, { kind: 'command', kinds: { Old: 'check' } })).map(
			({ kind }) => kind,
		);
		assert.deepEqual(kinds, ['command', 'command', 'check']);
	});

	test('name the file', () => {
		assert.equal(plan(notes, { title: 'Version control' }).root.title, 'Version control');
	});
});
