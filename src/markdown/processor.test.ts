import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toProcessor } from './processor.ts';

const renderer = await toProcessor('/repo/').createRenderer({ syntaxHighlight: false });
const fileURL = new URL('file:///notes/docker.md');

/** The HTML of Markdown, without the line breaks between elements. */
async function render(markdown: string): Promise<string> {
	const { code } = await renderer.render(markdown, { fileURL });
	return code.replace(/\n(?=<)|(?<=>)\n/g, '');
}

type Row = readonly [name: string, markdown: string, html: string | RegExp];

function check(rows: readonly Row[]): void {
	for (const [name, markdown, html] of rows) {
		test(name, async () => {
			const actual = await render(markdown);
			if (typeof html === 'string') assert.equal(actual, html);
			else assert.match(actual, html);
		});
	}
}

describe('raw HTML', () => {
	check([
		[
			'is text when it is a script',
			'<script>a(1)</script>',
			'<p>&#x3C;script>a(1)&#x3C;/script></p>',
		],
		[
			'is text when it is a script within a text',
			'T <script>a</script>',
			'<p>T &#x3C;script>a&#x3C;/script></p>',
		],
		[
			'is text when it is a name in brackets',
			'docker run <image>:<tag>',
			'<p>docker run &#x3C;image>:&#x3C;tag></p>',
		],
		[
			'is text within HTML when it is a name',
			'<div>run <name> &lt; <b>x</b></div>',
			'<div>run &#x3C;name> &#x3C; <b>x</b></div>',
		],
		['is text when it is no element', '<?php x ?>', '<p>&#x3C;?php x ?></p>'],
		['loses its handlers', '<img src=/x onerror=alert(1)>', /^<p><img src="\/repo\/x"[^>]*><\/p>$/],
		['loses its style and its classes', '<div style="color:red" class="x">a</div>', '<div>a</div>'],
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
			'<ul><li><b>x</b></li></ul><blockquote><p><i>y</i></p></blockquote>',
		],
		[
			'is gone where it is the page’s title',
			'<h1 itemprop="page-title">T</h1>\n<h1>U</h1>',
			'<h2 id="u">U</h2>',
		],
		[
			'scrolls by keys where it is code',
			'<pre>a\nb</pre>',
			'<pre class="html-code" tabindex="0">a\nb</pre>',
		],
		[
			'goes around Markdown, which stays Markdown',
			'<details>\n<summary>S</summary>\n\n*x*\n\n</details>',
			'<details><summary>S</summary><p><em>x</em></p></details>',
		],
		[
			'leaves what code blocks say of themselves',
			'<div>\n\n```js title="x"\na\n```\n\n</div>',
			/^<div><pre[^>]*><code class="language-js">a/,
		],
		[
			'aligns Markdown within a paragraph',
			'<p align="center">\n\n*x*\n\n</p>',
			'<div align="center"><p><em>x</em></p></div>',
		],
		['ends a paragraph that stays open', '<p>a\n\nb', '<p>a</p><p>b</p>'],
		[
			'leaves no empty paragraph behind',
			'<p>\n\n<div>a</div>\n\n</p>',
			/^(?!.*<p>).*<div>a<\/div>/,
		],
		[
			'is text when nothing closes it, and swallows nothing',
			'<details>\n\nx\n\n## Y\n\nz',
			'<p>&#x3C;details></p><p>x</p><h2 id="y">Y</h2><p>z</p>',
		],
		['is text when it is closed elsewhere', '<b>a\n\nb</b>', '<p>&#x3C;b>a</p><p>b&#x3C;/b></p>'],
		['ends where HTML ends it', '<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>'],
		[
			'closes what only XML closes, on a line of its own',
			'<a name="x"/>\n\nb',
			'<p><a id="user-content-x"></a></p><p>b</p>',
		],
		['closes what only XML closes', 'a <a name="x"/>b', '<p>a <a id="user-content-x"></a>b</p>'],
		['has no title of its own', '<h1 align="center">A</h1>', '<h2 align="center" id="a">A</h2>'],
		['vanishes when it is a comment', 'a <!-- x -->\n\n<!--\n\nb\n\n-->\n\nc', '<p>a </p><p>c</p>'],
		['stays beside comments', '<!-- a --> b <!-- c -->', '<p> b </p>'],
		['shows a comment that is not closed', 'a\n\n<!-- b\n\nc', '<p>a</p><p>&#x3C;!-- b\n\nc</p>'],
		[
			'asks no other site for pictures',
			'<picture><source srcset="https://x.example/a"><img src="/y.png"></picture>',
			/^<p><img src="\/repo\/y\.png"[^>]*><\/p>$/,
		],
		[
			'scrolls where it is a wide table',
			'<table><tr><td>a</table>',
			/^<div class="table"[^>]*><table>.*<td>a<\/td>/,
		],
	]);
});

describe('<br>', () => {
	check([
		['vanishes between blocks', 'a\n\n<br>\n<br />\n\nb', '<p>a</p><p>b</p>'],
		['breaks the line within a text', 'a<br>b<BR/>c', '<p>a<br>b<br>c</p>'],
		['breaks the line within a cell', '| a<br>b |\n| - |', /<th scope="col">a<br>b<\/th>/],
	]);
});

describe('signs', () => {
	check([
		['stand for their codes', 'a :rocket: b:+1:', '<p>a 🚀 b:+1:</p>'],
		['stand side by side', ':+1::tada:', '<p>👍🎉</p>'],
		[
			'stand for no code within words and numbers',
			'image:tag 10:100:45 a::key::b',
			'<p>image:tag 10:100:45 a::key::b</p>',
		],
		['stand for no unknown code', ':octopussy:', '<p>:octopussy:</p>'],
		[
			'stand for no code within code',
			'`:key:` <kbd>:key:</kbd>',
			'<p><code class="word">:key:</code> <kbd>:key:</kbd></p>',
		],
	]);
});

describe('an image', () => {
	check([
		[
			'without an address is its words, as a link is',
			'[a *b*](<>) ![c](<>) [d][e]\n\n[![](<>)](<>)\n\n[e]: <>',
			'<p>a <em>b</em> c d</p>',
		],
		[
			'of another site is a link',
			'![a](https://x.example/y.png)',
			'<p><a href="https://x.example/y.png">a</a></p>',
		],
		[
			'of another site without words is a link that is called as its file is',
			'<img src="//x.example/long/y.png?raw=true">',
			'<p><a href="//x.example/long/y.png?raw=true">y.png</a></p>',
		],
		[
			'of another site is words within a link',
			'[![a](https://x.example/y.png)](#b)',
			'<p><a href="#b">a</a></p>',
		],
		[
			'that is all of a link and says nothing is where the link leads',
			'<a href="https://www.a.example/b/?c=d"><img src="https://img.example/b.svg"></a>',
			'<p><a href="https://www.a.example/b/?c=d">a.example/b</a></p>',
		],
		['with a broken address is words', '![a](%ff.png) ![b](%zz.png)', '<p>a b</p>'],
		[
			'keeps its size',
			'<img src="a.png" width="120px"> <img src="a.png" width="48%">',
			/width(?:&#x22;|"):120.*width: 50%/s,
		],
		[
			'is found by its definition',
			'![a][b]\n\n[b]: c%20d.png "T"',
			/src&#x22;:&#x22;c d\.png.*title&#x22;:&#x22;T/,
		],
	]);
});

describe('a table', () => {
	test('names what its columns and rows are headed by, in a frame that the keyboard reaches', async () => {
		const html = await render('| a | b |\n| - | - |\n| c | d |\n| e | f |');
		const cells = [...html.matchAll(/<(t[hd])(?: scope="(\w+)")?>(\w)</g)];
		assert.deepEqual(
			cells.map(([, tag, scope, text]) => [tag, scope, text].join(' ')),
			['th col a', 'th col b', 'th row c', 'td  d', 'th row e', 'td  f'],
		);
		assert.match(html, /^<div class="table" tabindex="0"[^>]*><table>[^]*<\/table><\/div>$/);
	});
});

describe('a heading', () => {
	check([
		[
			'has an id without runs of `-`',
			'## Building & Managing',
			'<h2 id="building-managing">Building &#x26; Managing</h2>',
		],
		['has an id without markup', '## A *b*', '<h2 id="a-b">A <em>b</em></h2>'],
		['has an id in any script', '## Größe 🐳', '<h2 id="größe">Größe 🐳</h2>'],
		['keeps no id behind it', '## A *b* {#c}', '<h2 id="a-b">A <em>b</em></h2>'],
	]);
});

describe('a link', () => {
	check(
		[
			['starts with the base path within the site', '/b/#c', '/repo/b/#c'],
			['leads home', '/', '/repo/'],
			['stays as it is to a heading', '#b', '#b'],
			['stays as it is to a file', 'b.png', 'b.png'],
			['stays as it is to another host', '//b/c', '//b/c'],
			['stays as it is to another site', 'https://b.example/c', 'https://b.example/c'],
		].map(([name = '', url, href]) => [name, `[a](${url})`, `<p><a href="${href}">a</a></p>`]),
	);
});

describe('an alert', () => {
	check([
		[
			'is an aside with a name',
			'> [!NOTE]\n> x',
			/^<aside class="aside aside-note" role="note" aria-label="Note">.*<p>x<\/p><\/aside>$/,
		],
		[
			'has any line breaks',
			'> [!tip]\r\n> x',
			'<aside class="aside aside-tip" role="note" aria-label="Tip"><p class="aside-title" aria-hidden="true">Tip</p><p>x</p></aside>',
		],
		[
			'is called as its kind is when that is unknown',
			'> [!no]- T\n> x',
			'<aside class="aside aside-note" role="note" aria-label="T"><p class="aside-title is-titled" aria-hidden="true">T</p><p>x</p></aside>',
		],
	]);
});

describe('a task', () => {
	check([['says what its box means', '- [x] a', /aria-label="Done"/]]);
});

describe('a script from right to left', () => {
	check([
		['gives blocks their direction', 'שלום', '<p dir="auto">שלום</p>'],
		['gives it to what holds them', '- שלום\n- a', /^<ul dir="rtl"><li dir="auto">שלום<\/li><li>a/],
		['leaves other pages as they are', '- a', '<ul><li>a</li></ul>'],
	]);
});
