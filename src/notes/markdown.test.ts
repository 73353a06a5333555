import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { rehypeTables } from './rehype.ts';
import { remarkBase, remarkHeadingIds, remarkHtmlAsText } from './remark.ts';

/** As the site renders, with raw HTML let through: what is not made text would come out as HTML. */
const processor = unified()
	.use(remarkParse)
	.use(remarkGfm)
	.use(remarkHtmlAsText)
	.use(remarkHeadingIds)
	.use(remarkBase, '/repo/')
	.use(remarkRehype, { allowDangerousHtml: true })
	.use(rehypeTables)
	.use(rehypeRaw)
	.use(rehypeStringify);

type Row = readonly [name: string, markdown: string, html: string];

describe('raw HTML', () => {
	check([
		[
			'is text when it is a script',
			'<script>alert(1)</script>',
			'<p>&#x3C;script>alert(1)&#x3C;/script></p>',
		],
		[
			'is text when it is a script within a text',
			'Text <script>alert(1)</script>',
			'<p>Text &#x3C;script>alert(1)&#x3C;/script></p>',
		],
		[
			'is text when it is an image with a handler',
			'<img src=x onerror=alert(1)>',
			'<p>&#x3C;img src=x onerror=alert(1)></p>',
		],
		['is text within a text', 'a <b>x</b> c', '<p>a &#x3C;b>x&#x3C;/b> c</p>'],
		['is text within a link', '[<b>x</b>](#y)', '<p><a href="#y">&#x3C;b>x&#x3C;/b></a></p>'],
		[
			'is text within a list and a quote',
			'- <b>x</b>\n\n> <i>y</i>',
			'<ul>\n<li>&#x3C;b>x&#x3C;/b></li>\n</ul>\n' +
				'<blockquote>\n<p>&#x3C;i>y&#x3C;/i></p>\n</blockquote>',
		],
		[
			'is text around Markdown, which stays Markdown',
			'<details>\n<summary>S</summary>\n\n*x*\n\n</details>',
			'<p>&#x3C;details>\n&#x3C;summary>S&#x3C;/summary></p>\n' +
				'<p><em>x</em></p>\n<p>&#x3C;/details></p>',
		],
		['is text when it is no element', '<?php x ?>', '<p>&#x3C;?php x ?></p>'],
		['vanishes when it is a comment', 'a\n\n<!--\n\nb\n\n-->\n\nc', '<p>a</p>\n<p>c</p>'],
		[
			'is text when more than a comment stands on its line',
			'<!-- a --> <b>x</b>',
			'<p>&#x3C;!-- a --> &#x3C;b>x&#x3C;/b></p>',
		],
	]);
});

describe('<br>', () => {
	check([
		['vanishes between blocks', 'a\n\n<br>\n<br />\n\nb', '<p>a</p>\n<p>b</p>'],
		['breaks the line within a text', 'a<br>b<BR/>c', '<p>a<br>\nb<br>\nc</p>'],
	]);

	test('breaks the line within a cell', () => {
		assert.match(render('| a<br>b |\n| - |'), /<th scope="col">a<br>\nb<\/th>/);
	});
});

describe('a table', () => {
	const html = render('| a | b |\n| - | - |\n| c | d |\n| e | f |');

	test('names what its columns and rows are headed by', () => {
		const heads = [...html.matchAll(/<th scope="(\w+)">(\w)<\/th>/g)];
		const scopes = heads.map(([, scope, text]) => [text, scope]);
		assert.deepEqual(scopes, [
			['a', 'col'],
			['b', 'col'],
			['c', 'row'],
			['e', 'row'],
		]);
		const cells = [...html.matchAll(/<td>(\w)<\/td>/g)].map(([, text]) => text);
		assert.deepEqual(cells, ['d', 'f']);
	});

	test('stands in a frame that the keyboard reaches', () => {
		assert.match(html, /^<div class="table" tabindex="0"[^>]*><table>[^]*<\/table><\/div>$/);
	});
});

describe('a heading', () => {
	check([
		[
			'has an id without runs of `-`',
			'## Building & Managing Images',
			'<h2 id="building-managing-images">Building &#x26; Managing Images</h2>',
		],
		['has an id without markup', '## `a` *b*', '<h2 id="a-b"><code>a</code> <em>b</em></h2>'],
		['has an id in any script', '## Größe 🐳', '<h2 id="größe">Größe 🐳</h2>'],
	]);
});

describe('a link', () => {
	check([
		[
			'starts with the base path within the site',
			'[a](/b/#c)',
			'<p><a href="/repo/b/#c">a</a></p>',
		],
		['starts with it in a definition', '[a]\n\n[a]: /b/', '<p><a href="/repo/b/">a</a></p>'],
		['leads home', '[a](/)', '<p><a href="/repo/">a</a></p>'],
		['stays as it is to a heading', '[a](#b)', '<p><a href="#b">a</a></p>'],
		['stays as it is to a file', '[a](b.png)', '<p><a href="b.png">a</a></p>'],
		['stays as it is to another host', '[a](//b/c)', '<p><a href="//b/c">a</a></p>'],
		[
			'stays as it is to another site',
			'[a](https://b.example/c)',
			'<p><a href="https://b.example/c">a</a></p>',
		],
	]);
});

function check(rows: readonly Row[]): void {
	for (const [name, markdown, html] of rows) {
		test(name, () => assert.equal(render(markdown), html));
	}
}

function render(markdown: string): string {
	return String(processor.processSync(markdown));
}
