import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { notesFile } from '../src/env.ts';
import { copyProject } from './project.ts';

interface Case {
	name: string;
	notes: string | Uint8Array | undefined;
	/** What is printed after the name of the file: the line and what is wrong there. */
	problems: readonly string[];
}

const start = '# Docker\n\n## Group\n\n';

const cases: readonly Case[] = [
	{
		name: 'have no title',
		notes: '## Group\n\n### Page\n\nText.\n',
		problems: ['1: no title before this'],
	},
	{
		name: 'have two headings with one address',
		notes: `${start}### Page\n\nText.\n\n### Page!\n\nText.\n`,
		problems: ['9: heading `Page!` gives the same address as line 5: /group/page/'],
	},
	{
		name: 'have a heading without text in the middle',
		notes: `${start}###\n\nText.\n\n### Page\n\nText.\n`,
		problems: ['5: heading has no text'],
	},
	{
		name: 'have a section with no content',
		notes: `${start}### Page\n\n<br>\n\n### Next\n\nText.\n`,
		problems: ['5: section `Page` has no content'],
	},
	{
		name: 'have a fence that is not closed',
		notes: `${start}### Page\n\n\`\`\`bash\ndocker ps\n`,
		problems: ['7: fence is not closed'],
	},
	{
		name: 'have a fence without a language',
		notes: `${start}### Page\n\n\`\`\`\ndocker ps\n\`\`\`\n`,
		problems: ['7: fence has no language'],
	},
	{
		name: 'have a link to nowhere',
		notes: `${start}### Page\n\nSee [there](#nowhere).\n`,
		problems: ['7: link `#nowhere` leads to no heading'],
	},
	{
		name: 'have an image that is missing',
		notes: `${start}### Page\n\n![logo](./missing.png)\n`,
		problems: ['7: file `./missing.png` does not exist'],
	},
	{
		name: 'have a NUL byte',
		notes: `${start}### Page\n\nText\0.\n`,
		problems: ['7: line has a NUL byte'],
	},
	{
		name: 'are not UTF-8',
		notes: Buffer.from(`${start}### Page\n\nText \xff.\n`, 'latin1'),
		problems: ['7: line is not valid UTF-8'],
	},
	{
		name: 'have snippets that cannot work',
		notes: `${start}### Page\n\n\`\`\`dockerfile\nFROM alpine\nENV my_var\n\`\`\`\n\n\`\`\`bash\ndocker ps\ndocker ps "\n\`\`\`\n`,
		problems: ['9: syntax: ENV must have two arguments', '14: syntax: unterminated double quote'],
	},
	{ name: 'are empty', notes: '', problems: ['1: file is empty'] },
	{ name: 'are missing', notes: undefined, problems: ['1: file does not exist'] },
	{
		name: 'have three problems at once',
		notes: `${start}### Page\n\n[a](#b)\n\n\`\`\`\nls\n\`\`\`\n\n### Empty\n\n### Last\n\nText.\n`,
		problems: [
			'7: link `#b` leads to no heading',
			'9: fence has no language',
			'13: section `Empty` has no content',
		],
	},
];

describe('a build of notes that', () => {
	const project = copyProject();
	after(project.remove);
	project.put('dist/index.html', 'last good');

	for (const { name, notes, problems } of cases) {
		test(`${name} says where and what to do, and keeps the last good site`, () => {
			project.write(notes);
			const { status, stderr } = project.build();
			assert.equal(status, 1, stderr);
			const lines = stderr.split('\n');
			const said = lines
				.filter((line) => line.startsWith(`${notesFile}:`))
				.filter((line) => !line.endsWith('(warning)'));
			assert.deepEqual(
				said,
				problems.map((problem) => `${notesFile}:${problem}`),
			);
			for (const line of said) {
				assert.match(lines[lines.indexOf(line) + 1] ?? '', /^ {4}\S.*\.$/);
			}
			assert.doesNotMatch(stderr, /^\s+at /m);
			assert.match(stderr, /the last good site stays as it was\.\n$/);
			assert.equal(project.read('dist/index.html'), 'last good');
			assert.equal(project.read('dist.next/index.html'), '');
		});
	}
});
