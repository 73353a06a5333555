import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readNotes } from '../read.ts';

const rows: readonly [name: string, markdown: string, places: readonly string[]][] = [
	['a tab is one character', '# T\n\n-\t[a](#b)\n', ['3:3 link-finds-heading']],
	[
		'so is what the tab before code stands for',
		'# T\n\n- a\n\n\t```\n\tx\n\t```\n',
		['5:2 fence-has-language'],
	],
	['carriage returns count to no line', '# T\r\n\r\na [b](#c)\r\n', ['3:3 link-finds-heading']],
	['nor when they stand alone', '# T\r\ra [b](#c)\r', ['3:3 link-finds-heading']],
	[
		'a byte order mark is no character',
		'\uFEFF##\n',
		['1:1 title-comes-first', '1:1 last-heading-has-text'],
	],
	['a character beyond the first plane is two', '# T\n\n🐳 [b](#c)\n', ['3:4 link-finds-heading']],
	['a NUL counts where it stands', '# T\r\n\r\nab\0\n', ['3:3 text-has-no-nul']],
	[
		'quotes and lists are part of the line',
		'# T\n\n> - ~~~\n>   x\n>   ~~~\n',
		['3:5 fence-has-language'],
	],
	['a heading begins at its marks', '# T\n\nx\n\n  ## A\n', ['5:3 section-has-content']],
	[
		'two problems of a line stand in their order',
		'# T\n\n[a](#b) [c](d.pdf)\n',
		['3:1 link-finds-heading', '3:9 link-finds-file'],
	],
];

describe('columns count from 1 in UTF-16 code units:', () => {
	for (const [name, markdown, places] of rows) {
		test(name, () => {
			const { problems } = readNotes(Buffer.from(markdown), { exists: () => false });
			assert.deepEqual(
				problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`),
				places,
			);
		});
	}
});
