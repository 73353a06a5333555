import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { rehypePictures } from '../pictures.ts';
import { remarkHeadingIds } from '../remark.ts';
import { rehypeHtml } from './rehype.ts';

/** As the site renders; what raw HTML is left would come out as HTML. */
const processor = unified()
	.use(remarkParse)
	.use(remarkGfm)
	.use(remarkHeadingIds)
	.use(remarkRehype, { allowDangerousHtml: true })
	.use(rehypeHtml)
	.use(rehypePictures)
	.use(rehypeStringify, { allowDangerousHtml: true });

type Row = readonly [name: string, markdown: string, html: string | RegExp];

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
		['is text when it is a name in brackets', 'run <image>', '<p>run &#x3C;image></p>'],
		['is text when it is no element', '<?php x ?>', '<p>&#x3C;?php x ?></p>'],
		['loses its handlers', '<img src=x onerror=alert(1)>', '<p><img src="x" alt=""></p>'],
		['loses its style', '<div style="color:red" class="x">a</div>', '<div>a</div>'],
		['loses links that run', '<a href="javascript:alert(1)">a</a>', '<p><a>a</a></p>'],
		['keeps its ids apart', '<a id="_top"></a>b', '<p><a id="user-content-_top"></a>b</p>'],
		[
			'has each id once',
			'<a name="x"></a><a name="x"></a>',
			'<p><a id="user-content-x"></a><a></a></p>',
		],
		['acts within a text', 'a <kbd>x</kbd> c', '<p>a <kbd>x</kbd> c</p>'],
		[
			'acts within a list and a quote',
			'- <b>x</b>\n\n> <i>y</i>',
			'<ul>\n<li><b>x</b></li>\n</ul>\n<blockquote>\n<p><i>y</i></p>\n</blockquote>',
		],
		[
			'is no link within a link',
			'[<b>x</b> <a href="z">w</a>](#y)',
			'<p><a href="#y"><b>x</b> w</a></p>',
		],
		[
			'is left out where it is the page’s title',
			'<h1 itemprop="page-title">T</h1>\n<h1>U</h1>',
			/^\s*<h2>U<\/h2>$/,
		],
		[
			'has no breaks around blocks',
			'<div align="center"><br /><br /><b>x</b><br><br>\n<div><br>y</div><br></div>',
			'<div align="center"><b>x</b>\n<div>y</div></div>',
		],
		['is nothing when it is breaks alone', '<br>\n<p>\n<br>\n</p>\n<p>x</p>', /^\s*<p>x<\/p>$/],
		['has two breaks between words at most', 'a<br><br><br>b<br>c', '<p>a<br><br>b<br>c</p>'],
		[
			'keeps its breaks in code, which scrolls by keys too',
			'<pre>a<br><br><br>b</pre>',
			'<pre class="html-code" tabindex="0">a<br><br><br>b</pre>',
		],
		['keeps no id behind a heading', '## A *b* {#c}', '<h2 id="a-b">A <em>b</em></h2>'],
		[
			'says where a link leads that is a picture without words',
			'<a href="https://www.a.example/b/?c=d"><img src="https://img.example/b.svg"> <img src="https://img.example/c.svg"></a>',
			'<p><a href="https://www.a.example/b/?c=d">a.example/b </a></p>',
		],
		['is no block within a heading', '## <div>x</div>', '<h2 id="x">x</h2>'],
		[
			'goes around Markdown, which stays Markdown',
			'<details>\n<summary>S</summary>\n\n*x*\n\n</details>',
			'<details>\n<summary>S</summary>\n<p><em>x</em></p>\n</details>',
		],
		[
			'aligns Markdown within a paragraph',
			'<p align="center">\n\n*x*\n\n</p>',
			'<div align="center">\n<p><em>x</em></p>\n</div>',
		],
		[
			'is text when nothing closes it, and swallows nothing',
			'<details>\n\nx\n\n## Y\n\nz',
			'<p>&#x3C;details></p>\n<p>x</p>\n<h2 id="y">Y</h2>\n<p>z</p>',
		],
		['is text when it is closed elsewhere', '<b>a\n\nb</b>', '<p>&#x3C;b>a</p>\n<p>b&#x3C;/b></p>'],
		['ends where HTML ends it', '<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>'],
		['ends a paragraph that stays open', '<p>a\n\nb', '<p>a</p>\n<p>b</p>'],
		[
			'ends a link where `<a/>` stands for its end',
			'<a href="x">a<a/> b',
			'<p><a href="x">a</a> b</p>',
		],
		['closes what only XML closes', 'a <a name="x"/>b', '<p>a <a id="user-content-x"></a>b</p>'],
		[
			'leaves words where they are that a browser would put before the table',
			'<table><tr><td>a</td></tr>b</table>',
			'<p>&#x3C;table>&#x3C;tr>&#x3C;td>a&#x3C;/td>&#x3C;/tr>b&#x3C;/table></p>',
		],
		['has no title of its own', '<h1 align="center">A</h1>', '<h2 align="center">A</h2>'],
		['vanishes when it is a comment', 'a\n\n<!--\n\nb\n\n-->\n\nc', '<p>a</p>\n\n<p>c</p>'],
		['stays beside comments', '<!-- a --> b <!-- c -->', '<p> b </p>'],
		['shows a comment that is not closed', 'a\n\n<!-- b\n\nc', '<p>a</p>\n<p>&#x3C;!-- b\n\nc</p>'],
		[
			'asks no other site for pictures',
			'<picture><source srcset="https://x.example/a"><img src="y.png"></picture>',
			'<p><img src="y.png" alt=""></p>',
		],
		['is as deep as a program can walk', '<div>'.repeat(20000), /^<p>(?:&#x3C;div>){20000}<\/p>$/],
	]);
});

function check(rows: readonly Row[]): void {
	for (const [name, markdown, html] of rows) {
		test(name, () => {
			const actual = String(processor.processSync(markdown));
			if (typeof html === 'string') assert.equal(actual, html);
			else assert.match(actual, html);
		});
	}
}
