import fc from 'fast-check';

/** Pieces that programs for Markdown get wrong, each as a block of its own. */
const nasty: readonly string[] = [
	'<details>\n<summary>S</summary>\n\n*inner*\n\n</details>',
	'<details open><summary>One</summary>Two</details>',
	'<details>\n<summary>Open</summary>',
	'</details>',
	'<div align="center">\n\n**md**\n\n</div>',
	'<table><tr><td>\n\n```sh\nls\n```\n\n</td><td>x</td></tr></table>',
	'<table>foster<tr><td>x</table>',
	'<p align="center">\n<img src="a.png" width="50%">\n</p>',
	'<script>alert("x < y")</script>',
	'<ul><li>a<li>b</ul>',
	'<b>open\n\nclose</b>',
	'<!-- START doctoc -->\n\n- [a](#title)\n\n<!-- END doctoc -->',
	'<!-- notes -->',
	'<!-- a --> seen <!-- b -->',
	'<br>',
	'<pre>\n# no heading\n\n- no list\n</pre>',
	'<?php echo "x"; ?>',
	'<a name="top"></a>',
	'<h3 align="center">HTML heading</h3>',
	'---',
	'***',
	'    # indented code\n    more',
	'```js title="x" {1,3}\n# not a heading\n<br>\n[a](/b)\n\n\n\nend\n```',
	'~~~~text\n```\nnested\n```\n~~~~',
	'````md\n```sh\nls\n```\n````',
	'| a | b |\n|---|:-:|\n| `x\\|y` | <br> |\n| 1 |',
	'| a |\n|---|\n| <ul><li>x</li></ul> |',
	'a | b\n- | -\n1 | 2',
	'> [!NOTE]\n> text',
	'> [!warning] on one line',
	'> [!TIP]\n>\n> - list\n>\n> ```sh\n> ls\n> ```',
	'> # heading in a quote\n>\n> text',
	'> [!NOTE]',
	'- # heading in a list',
	'- [ ] to do\n- [x] done\n  - [ ] nested',
	'7. seven\n8. eight',
	'1. a\n\n   ```sh\n   x\n   ```\n2. b\n   > q\n   > - r',
	'- a\n\n\n  b\n\n- c',
	'-\n- after an empty one',
	'* a\n+ b\n- c',
	'line one  \nline two\\\nline three',
	'\\# not a heading\n\\* not a list',
	'&copy; &amp;lt; &#35; &nope; &nbsp;x',
	'a\tb\u00a0c\u200bd',
	'مرحبا `code` שלום',
	'日本語 🐳 :rocket: :+1: 10:30:45 image:tag',
	'https://example.com/a_b_c?d=e#f, www.example.com and mail@example.com.',
	'~~struck~~ ~one~ **bold** __bold__ *it* _it_ ***both*** a*b*c a_b_c',
	'![image](a.png) ![remote](https://example.com/x.png "t") ![][ref]',
	'[![badge](https://example.com/b.svg)](https://example.com)',
	'[text][ref] [ref][] [ref] [missing] [text](<a b.png>) [](#title)',
	'[a](#title "Title") [b]( #title ) [c](#nowhere) [d](</x>)',
	'note[^1] and [^long] and [^missing]',
	'run <image> <b> 1 < 2 > 0 <3 <- <foo@bar.example> <https://example.com>',
	'`` ` `` `a``b` `\\` ``` `',
	'*a **b `c* d** e`',
	'[ref]: /one "T"',
	'[REF]: /two',
	'[^1]: A note with `code`.',
	'[^long]: First.\n\n    Second.\n\n    ```sh\n    ls\n    ```',
	'Setext two\nlines of it\n---',
	'#hashtag',
	'Term\n: no definition list',
	'$x^2$ and {braces} and ${dollars}',
	':::note\nno directive\n:::',
	'a very '.repeat(100) + 'long line',
	'x'.repeat(1000),
	'__ASTRO_IMAGE_="x" %%% ]]> */ --> `',
	'<!-- snippet {"id":1} -->',
	'text<!-- #id --><!-- copy -->',
	'\f form feed \v tab',
];

const alphabet = '#*_`~-+>|[](){}!<>&\\:;=."\'/^0xY \n\t'.split('');

const soup = fc
	.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 30 })
	.map((signs) => signs.join(''));

const words = fc
	.array(
		fc.constantFrom('one', 'Two', '`three`', '*four*', 'größe', '🐳', '<kbd>K</kbd>', ':+1:'),
		{
			minLength: 1,
			maxLength: 6,
		},
	)
	.map((list) => list.join(' '));

const piece = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...nasty) },
	{ weight: 2, arbitrary: words },
	{ weight: 1, arbitrary: soup },
);

/** A piece within a list or a quotation, in which every line is set in. */
const nested = fc
	.tuple(piece, fc.constantFrom('> ', '- ', '1. ', '> - '))
	.map(([text, mark]) => mark + text.replaceAll('\n', `\n${mark.replace(/[^> ]/g, ' ')}`));

const block = fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: nested });

const title = fc.oneof(
	words,
	fc.constantFrom(
		'`code` *and* [link](#title)',
		'<b>HTML</b> :tada:',
		'C++ & C#',
		'a <br> b',
		'¿?',
	),
);

const section = fc
	.tuple(fc.integer({ min: 2, max: 6 }), title, fc.array(block, { minLength: 1, maxLength: 4 }))
	.map(([depth, name, blocks]) => ({ depth, name, blocks }));

/**
 * Notes with everything in them that people write and programs stumble over. Most have a title and
 * headings of different names, so that they are accepted; the line breaks are of any kind.
 */
export const documents: fc.Arbitrary<string> = fc
	.tuple(
		fc.array(block, { maxLength: 2 }),
		fc.array(section, { maxLength: 5 }),
		fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
		fc.constantFrom('', '', '', '\uFEFF'),
	)
	.map(([intro, sections, feed, mark]) => {
		const parts = sections.map(({ depth, name, blocks }, index) =>
			[`${'#'.repeat(depth)} ${name} ${index}`, ...blocks].join('\n\n'),
		);
		const text = ['# Title', ...intro, ...parts].join('\n\n') + '\n';
		return mark + text.replaceAll('\n', feed);
	});
