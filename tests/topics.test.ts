import { load } from 'cheerio';
import type { SearchIndex } from '../src/search/record.ts';
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { findBroken, pageAt, readBuilt, readText, toHrefs, toTexts } from './built.ts';
import { run } from './poppler.ts';
import { copyProject } from './project.ts';

const git = `# Git

Version control.

## Start

Make a repository, then see [how to write](vim.md#insert) and [Vim](./vim.md).

\`\`\`bash
git init
\`\`\`

## Undo

Go back to [start](#start), or [nowhere](vim.md#gone).
`;

/** What somebody may have pasted who wants to run something in the browsers of readers. */
const hostile = [
	`<script>hacked('script')</script>`,
	`<kbd id="key" onclick="hacked('handler')">key</kbd>`,
	`<svg onload="hacked('drawing')"><script>hacked('inside')</script></svg>`,
	`<iframe srcdoc="<script>parent.hacked('frame')</script>"></iframe>`,
	`<details open ontoggle="hacked('toggle')"><summary>more</summary>text</details>`,
	`<style>@import 'https://evil.example/x.css'; h1 { display: none }</style>`,
	`<form action="https://evil.example/"><button>send</button></form>`,
	`\`\`\`html\n</code></pre><script>hacked('code')</script>\n\`\`\``,
	`### </title><script>hacked('heading')</script>`,
	`![</p><script>hacked('picture')</script>](https://evil.example/x.png)`,
];

/** What is wider than a phone unless something is done about it. */
const wide = [
	`<pre>${'wide '.repeat(40)}</pre>`,
	'- one\n- עברית',
	`Type \`${'--flag '.repeat(20)}\`.`,
];

const vim = `# Vim

An editor.

## Insert

\`\`\`text
:startinsert
\`\`\`

Then [commit](git.md#start).

## Undo

Press u.

## Paste

${hostile.join('\n\n')}

## Wide

${wide.join('\n\n')}
`;

const hints = `root: true
site: My notes
icon: 🌿
moved:
  Undo: [/undo-things/, /old/#back]
  Start: [/old/#start, /undo/, /start/#begin]
`;

describe('a project with two files of notes', () => {
	const project = copyProject();
	after(project.remove);
	project.empty();
	project.put('src/content/notes/git.md', git);
	project.put('src/content/notes/git.yaml', hints);
	project.put('src/content/notes/vim.md', vim);
	// Where tests/browser/topics.spec.ts finds it.
	const { status, stderr } = project.build({ OUT_DIR: '../topics' });
	assert.equal(status, 0, stderr);
	const built = readBuilt({
		...{ name: '', folder: '.cache/topics' },
		...{ base: '/', origin: 'http://localhost:4321' },
	});
	const hrefs = (address: string, selector: string) => toHrefs(pageAt(built, address), selector);

	test('has the one that says so at the root, and the other below its name', () => {
		assert.deepEqual([...built.pages.keys()].sort(), [
			...['/', '/404.html', '/a-z/', '/cheatsheet/', '/search/', '/snippets/', '/start/', '/undo/'],
			...['/vim/', '/vim/cheatsheet/', '/vim/insert/', '/vim/paste/', '/vim/undo/', '/vim/wide/'],
		]);
		assert.deepEqual(findBroken(built), []);
	});

	test('leads links between files to headings, and reports those that lead nowhere', () => {
		const links = '.sl-markdown-content p a';
		assert.deepEqual(hrefs('/start/', links), ['/vim/insert/', '/vim/']);
		assert.deepEqual(hrefs('/undo/', links), ['/start/']);
		assert.deepEqual(hrefs('/vim/insert/', links), ['/start/']);
		assert.match(stderr, /notes\/git\.md:15: link `vim\.md#gone` leads to no heading \(warning\)/);
	});

	test('has a line for each in the sidebar, and below it the pages of the open one', () => {
		const lines = toTexts(pageAt(built, '/vim/undo/'), '.sidebar-content > .branch > li > a');
		assert.deepEqual(lines, ['🌿 Git', 'Vim', 'A–Z']);
		assert.deepEqual(hrefs('/vim/undo/', '.sidebar-content > .branch a'), [
			...['/', '/vim/', '/vim/insert/', '/vim/undo/', '/vim/paste/', '/vim/wide/', '/a-z/'],
		]);
	});

	test('has edit links, Markdown and snippets of the right file', () => {
		assert.match(hrefs('/vim/undo/', 'footer a[href*="/edit/"]')[0] ?? '', /notes\/vim\.md#L13$/);
		assert.match(readText(built, 'vim/insert.md'), /^# Insert\n[\s\S]*localhost:4321\/start\//);
		assert.match(readText(built, 'llms.txt'), /\[Vim\]\(http:\/\/localhost:4321\/vim\.md\)/);
		assert.equal(readText(built, 'snippets/vim-insert.txt'), ':startinsert\n');
		const { snippets } = JSON.parse(readText(built, 'api/snippets.json'));
		const files = snippets.map(({ id, file, line }: Record<string, unknown>) => [id, file, line]);
		assert.deepEqual(files, [
			['start', 'src/content/notes/git.md', 10],
			['vim-insert', 'src/content/notes/vim.md', 8],
			['vim-paste', 'src/content/notes/vim.md', 34],
		]);
	});

	test('has a sheet for each, which name each other', () => {
		for (const [file, words] of [
			['cheatsheet/git-a4.pdf', 'git init'],
			['vim/cheatsheet/vim-letter-black.pdf', ':startinsert'],
		] as const) {
			assert.ok(run('pdftotext', `${built.folder}/${file}`, '-').includes(words), file);
		}
		const text = readText(built, 'vim/cheatsheet/vim.txt');
		assert.match(text, /\nVersion [\da-f]{7}\n$/);
		// An address that only this machine has is no use on paper.
		assert.doesNotMatch(text, /localhost/);
		assert.ok(hrefs('/cheatsheet/', 'main p a').includes('/vim/cheatsheet/'));
		assert.ok(hrefs('/vim/cheatsheet/', 'main p a').includes('/cheatsheet/'));
	});

	test('can be searched by topic', () => {
		const { records }: SearchIndex = JSON.parse(readText(built, 'search.json'));
		const undo = records.filter(({ name }) => name === 'Undo');
		assert.deepEqual(
			undo.map(({ href, topic }) => [href, topic]),
			[
				['/undo/', 'git'],
				['/vim/undo/', 'vim'],
			],
		);
		const options = pageAt(built, '/search/')('dialog select option').toArray();
		assert.deepEqual(
			options.map(({ attribs }) => attribs['value']),
			['', 'git', 'vim'],
		);
	});

	test('leads on from addresses that were', () => {
		const $ = load(readText(built, 'undo-things/index.html'));
		assert.equal($('meta[http-equiv=refresh]').attr('content'), '0; url=/undo/');
		assert.equal($('link[rel=canonical]').attr('href'), 'http://localhost:4321/undo/');
		assert.equal($('meta[name=robots]').attr('content'), 'noindex');
		const old = load(readText(built, 'old/index.html'));
		assert.deepEqual(toHrefs(old, '[data-moved]'), ['/undo/', '/start/']);
		assert.match(stderr, /git\.yaml:6: moved: a page stands at `\/undo\/` \(warning\)/);
	});

	test('says on a page that stands where its old parts are', () => {
		const $ = pageAt(built, '/start/');
		assert.match($('li#begin').text(), /This section is now at \/start\/\./);
		assert.deepEqual(hrefs('/start/', 'li#begin a'), ['/start/']);
		assert.equal(pageAt(built, '/undo/')('.moved').length, 0);
	});
});
