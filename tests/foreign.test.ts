import { toEntries, type SearchIndex } from '../src/search/record.ts';
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { findBroken, normalise, pageAt, readBuilt, readText, toHrefs, toTexts } from './built.ts';
import { run } from './poppler.ts';
import { copyProject } from './project.ts';

/** A cheat sheet as people have them: no facts, a table of contents, a broken link, a placeholder. */
const notes = `[![build](https://img.example/b.svg)](./ci.md)

# Git Cheat Sheet 🚀

Everything about \`git\` that I forget.

## Table of Contents

- [Start](#start)
- [Search](#search)
- [Undo](#undo)

## Start

### Init

\`\`\`bash
git init <directory>
\`\`\`

**[⬆ back to top](#table-of-contents)**

### Clone

| Command | What |
| --- | --- |
| \`git clone <url>\` | Copies a [repository](#nowhere) |

## Search

- \`git grep -n word\`
- \`git log -S word\`

## Undo

\`\`\`
git reset --hard <commit>
\`\`\`

### Init

Two headings of one name.

# Appendix

See [Undo](#undo) and ![a picture](gone.png).

Please [contribute](/CONTRIBUTING.md), and read [more](/gone.pdf).
`;

describe('a project with one file of other notes and nothing else', () => {
	const project = copyProject();
	after(project.remove);
	project.empty();
	project.put('src/content/notes/git.md', notes);
	const { status, stderr } = project.build();
	assert.equal(status, 0, stderr);
	const built = readBuilt({
		...{ name: '', folder: `${project.folder}/dist` },
		...{ base: '/', origin: 'http://localhost:4321' },
	});

	test('is a site of the notes’ pages, and every link leads somewhere', () => {
		assert.deepEqual([...built.pages.keys()].sort(), [
			...['/', '/404.html', '/a-z/', '/appendix/', '/cheatsheet/'],
			...['/search-1/', '/search/', '/snippets/', '/start/', '/undo/'],
		]);
		assert.deepEqual(findBroken(built), []);
	});

	test('says nothing of Docker anywhere', () => {
		const words = /docker/i;
		for (const [address, page] of built.pages) {
			assert.doesNotMatch(page('html').text() + page('head').html(), words, address);
		}
		const texts = [
			'llms.txt',
			'llms-full.txt',
			'opensearch.xml',
			'search.json',
			'search-details.json',
			'cheatsheet/git.txt',
		];
		for (const file of texts) assert.doesNotMatch(readText(built, file), words, file);
	});

	test('is called as the notes are, in titles, on the home page and in search', () => {
		assert.equal(pageAt(built, '/start/')('title').text(), 'Start | Git Cheat Sheet 🚀');
		assert.equal(pageAt(built, '/')('h1').text().trim(), 'Git Cheat Sheet 🚀');
		assert.match(readText(built, 'opensearch.xml'), /<ShortName>Git Cheat Sheet 🚀</);
		assert.match(readText(built, 'llms.txt'), /^# Git Cheat Sheet 🚀\n/);
	});

	test('has its sections on the home page and in the sidebar, and no link to what it lacks', () => {
		const $ = pageAt(built, '/');
		assert.deepEqual(toHrefs($, '.home-sections a'), [
			'/start/',
			'/search-1/',
			'/undo/',
			'/appendix/',
		]);
		const page = pageAt(built, '/undo/');
		const sidebar = toTexts(page, '.sidebar-content > .branch > li > a');
		assert.deepEqual(sidebar, ['Start', 'Search', 'Undo', 'Appendix', 'A–Z']);
		assert.equal(page('[data-fill]').length, 0);
		assert.equal(page('.search-kinds').length, 0);
	});

	test('leaves the table of contents out, and the words of links that lead nowhere in', () => {
		assert.equal(built.pages.has('/table-of-contents/'), false);
		const start = pageAt(built, '/start/')('.sl-markdown-content');
		assert.match(normalise(start.text()), /Copies a repository$/);
		assert.doesNotMatch(start.text(), /back to top/);
		assert.match(
			normalise(pageAt(built, '/appendix/')('.sl-markdown-content').text()),
			/a picture\. Please contribute, and read more\.$/,
		);
		assert.match(stderr, /git\.md:27: link `#nowhere` leads to no heading \(warning\)/);
	});

	test('has edit links to the lines of the notes', () => {
		const $ = pageAt(built, '/undo/');
		assert.match(
			$('footer a[href*="/edit/"]').attr('href') ?? '',
			/\/src\/content\/notes\/git\.md#L34$/,
		);
	});

	test('has a sheet of its own, whole, as PDF, page and text', () => {
		const file = `${built.folder}/cheatsheet/git-a4.pdf`;
		assert.match(run('pdfinfo', file), /^Pages:\s+1$/m);
		const text = normalise(run('pdftotext', '-layout', file, '-'));
		for (const part of [
			'Git Cheat Sheet',
			'git init <directory>',
			'git log -S word',
			'Copies a repository',
		]) {
			assert.ok(text.includes(part), part);
		}
		assert.match(readText(built, 'cheatsheet/git.txt'), /^GIT CHEAT SHEET/);
		const cards = toHrefs(pageAt(built, '/cheatsheet/'), '[data-card] h4 a');
		assert.deepEqual(cards.slice(0, 3), ['/start/#init', '/start/#clone', '/search-1/']);
	});

	test('finds its pages and sections', () => {
		const { records }: SearchIndex = JSON.parse(readText(built, 'search.json'));
		const found = toEntries(records).filter(({ href }) => href.startsWith('/undo/'));
		assert.deepEqual(
			found.map(({ href, name }) => [href, name]),
			[
				['/undo/', 'Undo'],
				['/undo/#init', 'Init'],
			],
		);
	});
});
