import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseFrontmatter } from '@astrojs/markdown-remark';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { withoutFrontMatter } from '../markdown.ts';
import { rehypeEmoji } from './emoji.ts';
import { rehypeHtml } from './html/rehype.ts';
import { rehypePictures, remarkPictures } from './pictures.ts';
import { rehypeBase, rehypeTables } from './rehype.ts';
import { remarkBreaks, remarkHeadingIds } from './remark.ts';

/** As the site renders; what raw HTML is left would come out as HTML. */
const processor = unified()
	.use(remarkParse)
	.use(remarkGfm)
	.use(remarkHeadingIds)
	.use(remarkBreaks)
	.use(remarkPictures)
	.use(remarkRehype, { allowDangerousHtml: true })
	.use(rehypeTables)
	.use(rehypeHtml)
	.use(rehypePictures)
	.use(rehypeBase, '/repo/')
	.use(rehypeEmoji)
	.use(rehypeStringify, { allowDangerousHtml: true });

type Row = readonly [name: string, markdown: string, html: string];

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
			'<p><code>:key:</code> <kbd>:key:</kbd></p>',
		],
	]);
});

describe('an image', () => {
	check([
		[
			'of another site is a link',
			'![a](https://x.example/y.png)',
			'<p><a href="https://x.example/y.png">a</a></p>',
		],
		[
			'of another site without words is a link that is called as its file is',
			'<img src="//x.example/long/path/y.png?raw=true">',
			'<p><a href="//x.example/long/path/y.png?raw=true">y.png</a></p>',
		],
		[
			'of another site is words within a link',
			'[![a](https://x.example/y.png)](#b)',
			'<p><a href="#b">a</a></p>',
		],
		['with a broken address is words', '![a](%ff.png) ![b](%zz.png)', '<p>a b</p>'],
		[
			'keeps its size in pixels, and in tenths of the column',
			'<img src="a.png" width="120px"> <img src="a.png" width="48%">',
			'<p><img src="a.png" alt="" width="120"> <img src="a.png" alt="" class="share-5"></p>',
		],
		[
			'is found by its definition',
			'![a][b]\n\n[b]: c%20d.png "T"',
			'<p><img src="c%20d.png" alt="a" title="T"></p>',
		],
	]);
});

describe('a page that begins with a rule', () => {
	for (const body of ['---\n\na: b\n\n---\n\nc', '\n+++\na\n+++\n', '---\n: [\n---\n']) {
		test(`keeps what stands before the next one: ${JSON.stringify(body)}`, () => {
			const { content } = parseFrontmatter(withoutFrontMatter(body));
			assert.ok(content.endsWith(body));
		});
	}

	test('is rendered as any other', () => {
		assert.equal(withoutFrontMatter('a\n\n---\n\nb'), 'a\n\n---\n\nb');
		assert.equal(render(withoutFrontMatter('---\n\na')).trim(), '<hr>\n<p>a</p>');
	});
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
