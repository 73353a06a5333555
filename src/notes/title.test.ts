import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Hints } from './hints.ts';
import { findLost } from './coverage.ts';
import { parseOutline } from './outline.ts';
import { toPages } from './plannedPages.ts';
import { toPlan, type Plan } from './plan.ts';

/** The plan of Markdown, of which nothing may be lost. */
function plan(markdown: string, hints: Hints = {}): Plan {
	const made = toPlan(parseOutline(markdown), { hints, name: 'git-basics' });
	assert.deepEqual(findLost('notes.md', made, toPages(made)), []);
	return made;
}

describe('the title of a file', () => {
	test('a title in HTML names a file, and what stands as `#` below it are its chapters', () => {
		const notes = '<h1 align="center">Git, <b>well</b></h1>\n\n# Start\n\nA.\n\n# Undo\n\nB.\n';
		const made = plan(notes);
		assert.equal(made.root.title, 'Git, well');
		assert.deepEqual(
			toPages(made).map(({ id }) => id),
			['', 'start', 'undo'],
		);
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
});
