import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readNotes } from '../read.ts';

type Row = readonly [name: string, markdown: string, problems: (readonly [number, string])[]];

/** Takes two lines: what follows it starts on line 3. */
const title = '# Docker\n\n';

const rows: readonly Row[] = [
	[
		'HTML that is closed on another page',
		`${title}<details>\n\n## A\n\nb\n\n</details>`,
		[
			[3, '`<details>` has no `</details>` in its page'],
			[9, '`</details>` has no `<details>` in its page'],
		],
	],
	[
		'HTML that is closed in another paragraph',
		`${title}a <b>b\n\nc</b>`,
		[
			[3, '`<b>` has no `</b>` in its paragraph'],
			[5, '`</b>` has no `<b>` in its paragraph'],
		],
	],
	['HTML that runs', `${title}<p>\n<script>x</script>\n</p>`, [[4, '`<script>` is shown as text']]],
	['a cell without a table', `${title}<td>a</td>`, [[3, '`<td>` may not stand here']]],
	[
		'words between rows',
		`${title}<table><tr><td>b</td></tr>a</table>`,
		[[3, 'a browser would move words of this HTML']],
	],
	['nothing in names in brackets', `${title}run <image> and \`<b>\``, []],
	[
		'a comment that swallows the rest',
		`${title}a\n\n<!-- b\n\n## C\n\nd`,
		[[5, 'comment is not closed']],
	],
	[
		'images of another site',
		`${title}![a](//b/c.png) <img src="https://b/d.png">`,
		[
			[3, 'image `//b/c.png` is on another site'],
			[3, 'image `https://b/d.png` is on another site'],
		],
	],
	[
		'a missing image in HTML',
		`${title}<p>\n<img\nsrc="b.png">\n</p>`,
		[[5, 'file `b.png` does not exist']],
	],
	[
		'a link in HTML to no heading',
		`${title}<a href="#b">c</a>`,
		[[3, 'link `#b` leads to no heading']],
	],
	['no link to nowhere in one to an id', `${title}<a name="b"></a>\n\n[c](#b)`, []],
	[
		'a space in code that is none',
		`${title}\`\`\`sh\na\nb\u00a0c\n\`\`\``,
		[[5, 'code has a non-breaking space']],
	],
	[
		'a name that is given twice',
		`${title}[a] b[^a]\n\n[a]: /b\n[A]: /c\n\n[^a]: d`,
		[[6, '`[A]` is given on line 5 already']],
	],
];

describe('readNotes finds in what is not plain Markdown', () => {
	for (const [name, markdown, expected] of rows) {
		test(name, () => {
			const surroundings = { exists: (path: string) => path === 'd.png' };
			const found = readNotes(Buffer.from(markdown), surroundings).problems;
			assert.deepEqual(
				found.map(({ line, text }) => [line, text]),
				expected,
			);
		});
	}
});
