import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { toRandom } from '../../scripts/bench/random.ts';
import { renderNotes, toChapters } from '../../scripts/bench/notes.ts';
import { notesFile } from '../env.ts';
import { parseMarkdown } from './parse.ts';

/** What stands open over a line that looks like a heading, or refers to another part. */
const awkward: Readonly<Record<string, string>> = {
	'a fence with headings in it':
		'# A\n\n```bash\n\n# not one\n\n## nor this\n\n```\n\n## B\n\ntext\n',
	'a fence that is never closed': '# A\n\n~~~text\n\n# no\n\n## no\n\n# no\n',
	'a fence whose last line only looks closed': '# A\n\n````text\n```\n\n# no\n\n````\n\n# B\n',
	'a fence in a list, closed by a heading': '- a\n\n  ```text\n  code\n\n# B\n\ntext\n\n# C\n',
	'a comment with headings in it': '# A\n\n<!-- one\n\n# no\n\n## no -->\n\n# B\n',
	'HTML that ends at an empty line':
		'<div>\n\n# A\n\n</div>\n\n# B\n\n<pre>\n\n# no\n\n</pre>\n\n# C\n',
	'a quotation, a table and a list before headings':
		'> q\n\n# A\n\n| a |\n| - |\n| b |\n\n# B\n\n1. x\n\n   y\n\n# C\n',
	'references to other parts':
		'# A\n\nsee [one], [two][ONE] and [none]\n\n# B\n\n[one]: /x "t"\n\n- [three]: /y\n\n# C\n\n![three] [one\\]]\n',
	'footnotes of other parts':
		'# A\n\nword[^1] and [^2]\n\n# B\n\n[^1]: first\n\n    more [one]\n\n# C\n\n[one]: /x\n',
	'line ends of all kinds': '# A\r\n\r\ntext\r\r# B\r\rtext\n\t\n# C\r\n \r\n## D\r\n',
	'tabs and indented code': '# A\n\n\tcode\n\n# B\n\n    ```\n\n# C\n\n- \tx\n\n\t\ty\n\n# D\n',
};

describe('a text that is parsed in parts', () => {
	for (const [name, text] of Object.entries(awkward)) {
		test(`gives the tree of the whole: ${name}`, () => {
			assert.deepEqual(parseMarkdown(text, 1), parseMarkdown(text, Infinity));
		});
	}

	test('gives the tree of the whole: the notes', () => {
		const text = readFileSync(new URL(`../../${notesFile}`, import.meta.url), 'utf8');
		for (const size of [1, 300, 5000]) {
			assert.deepEqual(parseMarkdown(text, size), parseMarkdown(text, Infinity));
		}
	});

	test('gives the tree of the whole: notes of many sections', () => {
		const text = renderNotes(toChapters(80));
		assert.deepEqual(parseMarkdown(text, 4000), parseMarkdown(text, Infinity));
	});

	test('gives the tree of the whole: lines in any order', () => {
		for (let seed = 1; seed <= 200; seed += 1) {
			const { below, pick } = toRandom(seed);
			const end = pick(['\n', '\n', '\r\n', '\r']);
			const text = Array.from({ length: 3 + below(25) }, () => pick(lines)).join(end);
			assert.deepEqual(parseMarkdown(text, 1), parseMarkdown(text, Infinity), `seed ${seed}`);
		}
	});

	test(
		'is not parsed again at each line of a fence that is never closed',
		{ timeout: 10_000 },
		() => {
			const text = `# A\n\n\`\`\`text\n${'\n# no heading\n'.repeat(4000)}`;
			assert.equal(parseMarkdown(text, 1).children.length, 2);
		},
	);
});

/** What opens something, closes something, or looks like a heading. */
const lines = [
	...['# A', '## B', '#', '  # C', '####### no', '```', '~~~', '````text', '    code', '\tcode'],
	...[
		'> q',
		'> ```',
		'> - ```',
		'- x',
		'  - y',
		'- > <!--',
		'1. z',
		'   more',
		'---',
		'===',
		'* * *',
	],
	...['<div>', '</div>', '<!--', '-->', '<pre>', '</pre>', '<script>', '</script>', '<?php', '?>'],
	...[
		'| a | b |',
		'| - | - |',
		'| 1 | 2 |',
		'[a]: /x',
		'> [a]: y',
		'[^a]: note',
		'    note',
		'[b]:',
	],
	...[
		'see [a] [b][a] [^a] ![a]',
		'[c',
		'd]: /e',
		'[c d]',
		'text',
		'**b',
		'`code',
		'',
		'',
		'',
		'',
		'  ',
	],
];
