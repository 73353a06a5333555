import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readNotes } from './read.ts';
import { settle } from './silence.ts';

const open = '```\nls\n```\n';
const name = 'fence-has-language';

/** What is said of Markdown in the end, as `line rule` or the text of what a comment does wrong. */
function find(markdown: string, isWhole = true): string[] {
	const { outline, problems } = readNotes(Buffer.from(markdown), { exists: () => false });
	return settle(outline, problems, isWhole).map(({ line, rule, text }) =>
		rule === 'silence-has-effect' ? `${line} ${text}` : `${line} ${rule}`,
	);
}

describe('a comment in the notes silences a rule', () => {
	const rows: readonly [name: string, markdown: string, left: readonly string[]][] = [
		['for the block below', `# T\n\n<!-- notes-ignore ${name} -->\n\n${open}`, []],
		[
			'for that block alone',
			`# T\n\n<!-- notes-ignore ${name} -->\n${open}\n${open}`,
			[`8 ${name}`],
		],
		['with a reason', `# T\n\n<!-- notes-ignore ${name}: it is output -->\n${open}`, []],
		[
			'within a list',
			`# T\n\n- a\n\n  <!-- notes-ignore ${name} -->\n\n  \`\`\`\n  ls\n  \`\`\`\n`,
			[],
		],
		[
			'for a whole list',
			`# T\n\n<!-- notes-ignore ${name} -->\n- a\n\n  \`\`\`\n  ls\n  \`\`\`\n`,
			[],
		],
		[
			'together with others',
			`# T\n\n<!-- notes-ignore ${name}, link-finds-heading -->\n- [a](#b)\n  \`\`\`\n  \`\`\`\n`,
			[],
		],
		[
			'for the line that it stands in',
			'# T\n\n[a](#b) <!-- notes-ignore link-finds-heading -->\n',
			[],
		],
		[
			'for no other line of a paragraph',
			'# T\n\n[a](#b) <!-- notes-ignore link-finds-heading -->\n[c](#d)\n',
			['4 link-finds-heading'],
		],
		[
			'for a row of a table',
			'# T\n\n| a |\n| - |\n| [a](#b) <!-- notes-ignore link-finds-heading --> |\n',
			[],
		],
		['for a heading', '# T\n\n## A <!-- notes-ignore section-has-content -->\n\n## B\n\nx\n', []],
		[
			'for a heading below, not for its section',
			`# T\n\n<!-- notes-ignore ${name} -->\n\n## A\n\n${open}`,
			[`3 nothing here breaks \`${name}\``, `7 ${name}`],
		],
		[
			'for a section with those below it',
			`# T\n\n## A\n\n<!-- notes-ignore-section ${name} -->\n\n### B\n\n${open}\n## C\n\n${open}`,
			[`15 ${name}`],
		],
		[
			'for a section, above the comment too',
			`# T\n\n## A\n\n${open}\n<!-- notes-ignore-section ${name} -->\n`,
			[],
		],
		[
			'for the whole file',
			`# T\n\n${open}\n## A\n\n${open}\n<!-- notes-ignore-file ${name} -->\n`,
			[],
		],
		[
			'for the whole file from above the title',
			`<!-- notes-ignore-file ${name} -->\n\n# T\n\n${open}`,
			[],
		],
		[
			'with carriage returns',
			`# T\n\n<!-- notes-ignore ${name} -->\n\n${open}`.replaceAll('\n', '\r\n'),
			[],
		],
	];
	for (const [what, markdown, left] of rows) {
		test(what, () => {
			assert.deepEqual(find(markdown), left);
		});
	}
});

describe('a comment is reported', () => {
	const rows: readonly [name: string, markdown: string, said: readonly string[]][] = [
		[
			'when nothing breaks the rule',
			`# T\n\n<!-- notes-ignore ${name} -->\n\nx\n`,
			[`3 nothing here breaks \`${name}\``],
		],
		[
			'when nothing stands below it',
			`# T\n\nx\n\n<!-- notes-ignore ${name} -->\n`,
			[`5 nothing here breaks \`${name}\``],
		],
		[
			'when there is no such rule',
			'# T\n\nx <!-- notes-ignore fence-language -->\n',
			['3 there is no rule `fence-language`'],
		],
		['when it names none', '# T\n\nx <!-- notes-ignore -->\n', ['3 comment names no rule']],
		[
			'when it reaches for what nobody knows',
			`# T\n\n<!-- notes-ignore-next-line ${name} -->\n${open}`,
			['3 there is no comment `notes-ignore-next-line`', `4 ${name}`],
		],
		[
			'when something would be lost, which stays an error',
			'# T\n\n<!-- notes-ignore-file heading-has-text -->\n\n##\n\nx\n',
			['3 `heading-has-text` cannot be silenced', '5 heading-has-text'],
		],
		[
			'when it would silence reports of comments',
			'# T\n\nx\n\n<!-- notes-ignore-file silence-has-effect -->\n',
			['5 `silence-has-effect` cannot be silenced'],
		],
	];
	for (const [what, markdown, said] of rows) {
		test(what, () => {
			assert.deepEqual(find(markdown), said);
		});
	}

	test('not for a rule that nobody has asked yet', () => {
		const markdown = '# T\n\nx <!-- notes-ignore snippet-works -->\n';
		assert.deepEqual(find(markdown, false), []);
		assert.deepEqual(find(markdown), ['3 nothing here breaks `snippet-works`']);
	});

	test('not in code, where it is text', () => {
		assert.deepEqual(
			find('# T\n\n~~~html\n<!-- notes-ignore x -->\n~~~\n`<!-- notes-ignore x -->`\n'),
			[],
		);
	});
});
