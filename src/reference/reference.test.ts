import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { toReference, type DataFile } from './reference.ts';

const folder = new URL('../content/', import.meta.url);
const files: DataFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('.yaml'))
	.map((path) => path.replaceAll('\\', '/'))
	.map((path) => ({
		path: `src/content/${path}`,
		text: readFileSync(new URL(path, folder), 'utf8'),
	}));

/** What is wrong with the data when one file reads otherwise, as the author is told. */
function findProblems(path: string, from: string | RegExp, to: string): string[] {
	const changed = files.map((file) => {
		if (file.path !== `src/content/${path}`) return file;
		assert.notEqual(file.text.replace(from, to), file.text, `${path} has no ${from}`);
		return { ...file, text: file.text.replace(from, to) };
	});
	const parsed = toReference(changed);
	return parsed.ok ? [] : parsed.problems.map(({ file, line, text }) => `${file}:${line}: ${text}`);
}

/** The line on which a file has a text, after it was put there. */
function lineOf(path: string, text: string): number {
	const file = files.find((one) => one.path === `src/content/${path}`);
	return (file?.text.split('\n').findIndex((line) => line.includes(text)) ?? -1) + 1;
}

const copy = 'instructions/copy.yaml';

const cases: readonly {
	name: string;
	path: string;
	from: string | RegExp;
	to: string;
	/** A text of the line, where it is another than the one that changes. */
	at?: string;
	/** What is said behind file and line. */
	says: string;
}[] = [
	{
		name: 'a value that is none of those that there are',
		path: copy,
		from: 'is: layer',
		to: 'is: leyer',
		says: 'layer.is: unknown value; allowed: layer, metadata, none',
	},
	{
		name: 'a field that there is not',
		path: 'instructions/maintainer.yaml',
		from: '  replacement:',
		to: '  instead:',
		says: 'deprecated: unknown field `instead`; allowed: since, replacement, sources',
	},
	{
		name: 'a field that is missing',
		path: copy,
		from: /^summary: .*\n/m,
		to: '',
		at: 'name: COPY',
		says: 'summary: missing; allowed: string',
	},
	{
		name: 'a list that is empty',
		path: copy,
		from: 'sources: [copygo, storage]',
		to: 'sources: []',
		says: 'layer.sources: too short; allowed: 1 or more',
	},
	{
		name: 'a number where words should stand',
		path: copy,
		from: /^summary: .*/m,
		to: 'summary: 12',
		at: 'summary: ',
		says: 'summary: another type; allowed: string',
	},
	{
		name: 'a day that is none',
		path: 'checks/copy-ignored-file.yaml',
		from: 'checked: 2026-11-23',
		to: 'checked: 23.11.2026',
		says: 'checked: `23.11.2026` has another form; allowed: a day as `2026-11-23`',
	},
	{
		name: 'an address that is none',
		path: 'commands/run.yaml',
		from: 'docs: https://',
		to: 'docs: http://',
		says: 'docs: `http://docs.docker.com/reference/cli/docker/container/run/` has another form; allowed: an address that begins with `https://`',
	},
	{
		name: 'a source that is not in the table of sources',
		path: copy,
		from: 'sources: [copygo, storage]',
		to: 'sources: [copygoo, storage]',
		says: 'sources: `copygoo` does not exist; allowed: ',
	},
	{
		name: 'a related instruction that there is not',
		path: copy,
		from: 'related: [ADD,',
		to: 'related: [ADDD,',
		says: 'related: `ADDD` does not exist; allowed: ADD, ARG',
	},
	{
		name: 'a check that there is not',
		path: copy,
		from: 'rule: CopyIgnoredFile',
		to: 'rule: CopyIgnoredFiles',
		says: 'checks: `CopyIgnoredFiles` does not exist; allowed: ConsistentInstructionCasing, CopyIgnoredFile',
	},
	{
		name: 'a related command that there is not',
		path: 'commands/run.yaml',
		from: 'related: [docker exec,',
		to: 'related: [docker exce,',
		says: 'related: `docker exce` does not exist; allowed: ',
	},
	{
		name: 'a truth table with a gotcha that there is not',
		path: 'tables.yaml',
		from: 'cmd/shell-form-is-pid-1',
		to: 'cmd/shell-form-is-pid-2',
		says: 'gotchas: `cmd/shell-form-is-pid-2` does not exist; allowed: ',
	},
	{
		name: 'a correction that leads to a table that there is not',
		path: 'corrections.yaml',
		from: 'see: layers',
		to: 'see: layer-table',
		says: 'see: `layer-table` does not exist; allowed: layers',
	},
	{
		name: 'one address for two gotchas',
		path: copy,
		from: 'id: files-belong-to-root',
		to: 'id: contents-not-directory',
		says: 'id: `contents-not-directory` stands twice; allowed: an id of its own',
	},
	{
		name: 'text that is no YAML',
		path: 'usage.yaml',
		from: 'sources: [checks]',
		to: 'sources: [checks',
		says: '',
	},
];

describe('data with', () => {
	for (const { name, path, from, to, at = String(from), says } of cases) {
		test(`${name} is refused with file, line, field and what is allowed`, () => {
			const problems = findProblems(path, from, to);
			const line = lineOf(path, at);
			const first = problems.find((problem) => problem.includes(says)) ?? problems[0] ?? '';
			const expected = `src/content/${path}:${line}: ${says}`;
			if (says === '')
				assert.match(first, new RegExp(`^src/content/${path}:\\d+: .+; allowed: YAML`));
			else assert.ok(first.startsWith(expected), `${first}\nis not\n${expected}`);
			assert.doesNotMatch(problems.join('\n'), /\n\s+at /);
		});
	}

	test('a row that lacks a cell is refused', () => {
		const [problem] = findProblems(
			'tables.yaml',
			"    - [Clone a Git repository, 'no', 'yes', '']",
			'    - [Clone]',
		);
		assert.match(
			problem ?? '',
			/tables\.yaml:\d+: 2\.rows: a row has more or fewer cells .*; allowed: one for each$/,
		);
	});

	test('problems in several files is refused with all of them', () => {
		const broken = files.map((file) => ({
			...file,
			text: file.text.replace(/^checked: .*$/m, 'checked: soon'),
		}));
		const parsed = toReference(broken);
		assert.ok(!parsed.ok);
		const named = new Set(parsed.problems.map(({ file }) => file));
		assert.ok(named.size > 70, `${named.size}`);
	});

	test('nothing wrong is taken', () => {
		const parsed = toReference(files);
		assert.ok(parsed.ok);
		const { instructions, commands, checks } = parsed.reference;
		assert.deepEqual([instructions.length, commands.length, checks.length], [18, 37, 22]);
	});
});
