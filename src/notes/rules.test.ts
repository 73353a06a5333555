import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readOne, toLines } from '../../tests/notes/read.ts';
import { rules } from './rules.ts';

/** Takes two lines: what follows it starts on line 3. */
const title = '# Docker\n\n';

/** Notes and what is said of them; `!` marks errors. */
const rows: readonly (readonly [name: string, markdown: string, ...said: string[]])[] = [
	['nothing in notes that are right', `${title}## Group\n\nText.`],
	['an empty file', ' \n\n', '1! file is empty'],
	['no title', '## Group\n\nText.', '1 no title before this'],
	['no heading at all', 'Text.', '1 no title before this'],
	['a second title', `${title}Text.\n\n# Podman\n\nText.`, '5 second title `Podman`'],
	['a heading without text', `${title}##\n\n## Group\n\nText.`, '3! heading has no text'],
	['a title without text', '#\n\n<br>', '1! heading has no text'],
	['a last heading without text', `${title}Text.\n\n##\n\n<!-- x -->`, '5 heading has no text'],
	[
		'two pages at one address',
		`${title}## A b\n\nText.\n\n## A -- b\n\nText.`,
		'7 heading `A -- b` gives the same address as line 3: /a-b/',
	],
	['no clash of parts of a page', `${title}## A\n\n### C\n\nx\n\n### C\n\nx\n\n## B\n\nx`],
	[
		'a section that holds spacers only',
		`${title}## A\n\n<br>\n\n## B\n\nText.`,
		'3 section `A` has no content',
	],
	[
		'a name that is given twice',
		`${title}[a] b[^a]\n\n[a]: https://b.example\n[A]: #docker\n\n[//]: # (c)\n[//]: # (d)\n\n[^a]: d`,
		'6 `[A]` is given on line 5 already',
	],
	[
		'a footnote that is given twice',
		`${title}b[^a]\n\n[^a]: c\n\n[^a]: d`,
		'7 `[^a]` is given on line 5 already',
	],

	['an open fence of backticks', `${title}\`\`\`sh\nls\n\`\``, '3 fence is not closed'],
	['an open fence of tildes', `${title}~~~sh\nls\n\`\`\``, '3 fence is not closed'],
	['an open fence in a list', `${title}- a\n\n  ~~~sh\n  ls\n\nb`, '5 fence is not closed'],
	['a fence that takes in headings', `${title}~~~sh\nls\n\n## B\n\nc`, '3! fence is not closed'],
	['no open fence in nested ones', `${title}\`\`\`\`md\n\`\`\`sh\n\`\`\`\n\`\`\`\``],
	['no open fence in a quote', `${title}> ~~~sh\n> ls\n> ~~~`],
	['a fence without language', `${title}~~~\nls\n~~~`, '3 fence has no language'],
	['no fence in indented code', `${title}    ls`],
	[
		'a space in code that is none',
		`${title}\`\`\`sh\na\nb\u00a0c\n\`\`\``,
		'5 code has a non-breaking space',
	],
	[
		'cells that no column has',
		`${title}| a |\n| - |\n| b | c |`,
		'5 row has 2 cells, and its table 1 columns',
	],
	['no lost cell in empty or missing ones', `${title}| a | b |\n| - | - |\n| c | d | |\n| e |`],

	['a link to no heading', `${title}[a](#b)`, '3 link `#b` leads to no heading'],
	['a definition of no heading', `${title}[a]\n\n[a]: #b`, '5 link `#b` leads to no heading'],
	['a link in HTML to no heading', `${title}<a href="#b">c</a>`, '3 link `#b` leads to no heading'],
	['no link to nowhere in one to an id', `${title}<a name="b"></a>\n\n[c](#b)`],
	['a link to a missing file', `${title}[a](./b%20c.pdf#d)`, '3 file `./b c.pdf` does not exist'],
	[
		'a file that is not published',
		`${title}[a](beside.pdf)`,
		'3 file `beside.pdf` would not be published',
	],
	['a missing image', `${title}- ![a](b.png)`, '3 file `b.png` does not exist'],
	[
		'a missing image of a definition',
		`${title}![a]\n\n[a]: b.png`,
		'3 file `b.png` does not exist',
	],
	[
		'a missing image in HTML',
		`${title}<p>\n<img\nsrc="b.png">\n</p>`,
		'5 file `b.png` does not exist',
	],
	['nothing in an image that is there', `${title}![a](beside%20it.png)`],
	['nothing in a link to a heading', `${title}[a](#docker)`],
	[
		'nothing in links elsewhere',
		`${title}<https://a.example> [a](/api/b.json) [c](mailto:d@e.example)`,
	],
	[
		'images of another site',
		`${title}![a](//b/c.png) <img src="https://b/d.png">`,
		'3 image `//b/c.png` is on another site',
		'3 image `https://b/d.png` is on another site',
	],
	[
		'links that run code',
		`${title}[a](javascript:b()) <a href="javascript:b">c</a>`,
		'3! link begins with `javascript:`',
		'3! link begins with `javascript:`',
	],

	[
		'HTML that is closed on another page',
		`${title}<details>\n\n## A\n\nb\n\n</details>`,
		'3! `<details>` has no `</details>` in its page',
		'9 `</details>` has no `<details>` in its page',
	],
	[
		'HTML that is closed in another paragraph',
		`${title}a <b>b\n\nc</b>`,
		'3! `<b>` has no `</b>` in its paragraph',
		'5 `</b>` has no `<b>` in its paragraph',
	],
	['an item without its list', `${title}<li>a\n\nb`, '3! `<li>` has no `</li>` in its page'],
	[
		'HTML that is closed nowhere, once',
		`<br>x\n\n# T\n\n<details>\n\na`,
		'5! `<details>` has no `</details>` in its page',
	],
	['nothing in HTML around blocks', `${title}<details>\n<summary>S</summary>\n\n*x*\n\n</details>`],
	[
		'nothing in end tags that HTML does not need',
		`${title}<ul><li>a<li>b</ul>\n\n<p>c\n\n<table><tr><td>d</table>`,
	],
	['nothing in what only XML closes', `${title}<a name="b"/>\n\n<br/><img src="/c.png"/>`],
	['nothing in names in brackets', `${title}docker run <image>:<tag> \`<b>\``],
	['HTML that runs', `${title}<p>\n<script>x</script>\n</p>`, '4 `<script>` is shown as text'],
	[
		'a comment that swallows the rest',
		`${title}a\n\n<!-- b\n\n## C\n\nd`,
		'5! comment is not closed',
	],
	[
		'everything, in the order of lines',
		'## A\n\n[b](#b) ![c](d.png)\n\n```\nls\n```\n\n##\n\n### C\n\n~~~sh',
		...[
			'1 no title before this',
			'3 link `#b` leads to no heading',
			'3 file `d.png` does not exist',
		],
		...['5 fence has no language', '9! heading has no text', '13 fence is not closed'],
	],
];

const files = ['beside.pdf', 'beside it.png', '/c.png'];

describe('the rules find', () => {
	for (const [name, markdown, ...said] of rows) {
		test(name, () => assert.deepEqual(toLines(readOne(markdown, { files }).messages), said));
	}

	test('what is no text', () => {
		const find = (bytes?: Uint8Array) =>
			readOne(bytes).messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`);
		const latin = Buffer.from(`${title}Gr\xf6\xdfe\n\nGr\xf6\xdfe`, 'latin1');
		const mixed = Buffer.concat([Buffer.from('\uFEFF# 🐳\r\n\r\n🐳ö '), Buffer.from([0xff])]);
		assert.deepEqual(find(), ['1:1 file does not exist']);
		assert.deepEqual(find(latin), ['3:3 line is not valid UTF-8']);
		assert.deepEqual(find(mixed), ['3:5 line is not valid UTF-8']);
		assert.deepEqual(find(Buffer.from('# Größe').subarray(0, 5)), ['1:5 line is not valid UTF-8']);
		assert.deepEqual(find(Buffer.from('\uFEFF# T\r\n\r\nab\0\n')), ['3:3 line has a NUL byte']);
		assert.deepEqual(find(Buffer.from('\uFEFFa\0')), ['1:2 line has a NUL byte']);
	});

	test('more where the author asked for errors', () => {
		const notes = `${title}## A\n\n### B\n\nx\n\n### B\n\n~~~\nls\n~~~\n\n##`;
		const { messages } = readOne(notes, { hints: { strict: true, pages: 2 } });
		assert.deepEqual(toLines(messages), [
			'9! heading `B` gives the same address as line 5: /a/#b',
			'11! fence has no language',
			'15 heading has no text',
		]);
	});
});

describe('columns count from 1 in UTF-16 code units:', () => {
	for (const [name, markdown, ...places] of [
		['a tab is one character', '# T\n\n-\t[a](#b)\n', '3:3 link-finds-heading'],
		['so is the tab before code', '# T\n\n- a\n\n\t```\n\tx\n\t```\n', '5:2 fence-has-language'],
		['carriage returns count to no line', '# T\r\n\r\na [b](#c)\r\n', '3:3 link-finds-heading'],
		['nor when they stand alone', '# T\r\ra [b](#c)\r', '3:3 link-finds-heading'],
		['a byte order mark is no character', '\uFEFF## A\n\nx\n', '1:1 file-has-one-title'],
		['a whale is two', '# T\n\n🐳 [b](#c)\n', '3:4 link-finds-heading'],
		[
			'quotes and lists are part of the line',
			'# T\n\n> - ~~~\n>   x\n>   ~~~\n',
			'3:5 fence-has-language',
		],
		['a heading begins at its marks', '# T\n\nx\n\n  ## A\n', '5:3 section-has-content'],
		[
			'two of a line stand in their order',
			'# T\n\n[a](#b) [c](d.pdf)\n',
			'3:1 link-finds-heading',
			'3:9 link-finds-file',
		],
	] as const) {
		test(name, () => {
			const found = readOne(markdown).messages;
			assert.deepEqual(
				found.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`),
				places,
			);
		});
	}
});

describe('a comment in the notes silences a rule', () => {
	const open = '```\nls\n```\n';
	const comment = '<!-- notes-ignore fence-has-language -->';
	const silent = '# T\n\n[a](#b) <!-- notes-ignore link-finds-heading -->';
	for (const [name, markdown, ...left] of [
		['for the block below', `# T\n\n${comment}\n\n${open}`],
		['for that block alone', `# T\n\n${comment}\n${open}\n${open}`, 8],
		['with a reason', `# T\n\n<!-- notes-ignore fence-has-language: it is output -->\n${open}`],
		['within a list', `# T\n\n- a\n\n  ${comment}\n\n  \`\`\`\n  ls\n  \`\`\`\n`],
		['for a whole list', `# T\n\n${comment}\n- a\n\n  \`\`\`\n  ls\n  \`\`\`\n`],
		[
			'together with others',
			`# T\n\n${comment.replace(' -->', ', link-finds-heading -->')}\n- [a](#b)\n  \`\`\`\n  \`\`\`\n`,
		],
		['for the line that it stands in, and no other', `${silent}\n[c](#d)\n`, 4],
		['for a heading below, not for its section', `# T\n\n${comment}\n\n## A\n\n${open}`, 7],
		[
			'for the whole file',
			`# T\n\n${open}\n## A\n\n${open}\n${comment.replace('ignore', 'ignore-file')}\n`,
		],
		['with carriage returns', `# T\r\n\r\n${comment}\r\n\r\n\`\`\`\r\nls\r\n\`\`\`\r\n`],
		[
			'but never one without which something would be lost',
			`# T\n\n<!-- notes-ignore-file heading-has-text -->\n\n##\n\nx\n`,
			5,
		],
		['but not in code, where it is text', `# T\n\n~~~html\n${comment}\n~~~\n\n${open}`, 7],
	] as const) {
		test(name, () => {
			assert.deepEqual(
				readOne(markdown).messages.map(({ line }) => line),
				left,
			);
		});
	}

	test('in strict notes, too', () => {
		const { pages, messages } = readOne(`# T\n\n${comment}\n\n${open}`, {
			hints: { strict: true },
		});
		assert.deepEqual([pages.length, messages], [1, []]);
	});
});

test('docs/notes.md names every rule', () => {
	const docs = readFileSync(new URL('../../docs/notes.md', import.meta.url), 'utf8');
	assert.deepEqual(
		rules.filter(({ name }) => !docs.includes(`\`${name}\``)),
		[],
	);
	assert.equal(new Set(rules.map(({ name }) => name)).size, rules.length);
});
