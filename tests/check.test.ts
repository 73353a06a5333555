import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { reportSchema, type Report } from '../src/input/report.ts';
import { runCheck } from '../scripts/notesCheck.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Notes of all sorts, away from the project. */
const folder = mkdtempSync(join(tmpdir(), 'notes-'));
after(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Uint8Array): string {
	const path = join(folder, name);
	mkdirSync(join(path, '..'), { recursive: true });
	writeFileSync(path, content);
	return path;
}

/** Calls the command as npm does; GitHub's own variables are those of the test, not of a runner. */
function check(args: readonly string[], env: Record<string, string> = {}) {
	return runCheck({ args, cwd: root, env: { ...toOuter(), ...env } });
}

/** The same as a process, for what only that can show. */
function start(args: readonly string[]) {
	const options = { cwd: root, env: toOuter(), encoding: 'utf8', timeout: 60_000 } as const;
	return spawnSync(process.execPath, ['scripts/notesCheck.ts', ...args], options);
}

function toOuter() {
	const { GITHUB_ACTIONS: _, npm_lifecycle_event: __, ...outer } = process.env;
	return { ...outer, TODAY: '2026-11-24' };
}

const open = put('open.md', '\uFEFF# Git\r\n\r\n-\t[a](#b)\r\n\r\n~~~\r\ngit log\r\n~~~\r\n');
const openLines = [
	`${open}:3:3: warning: link \`#b\` leads to no heading [link-finds-heading]`,
	'    Link to a heading of this file: lower case, spaces as `-`, without punctuation.',
	`${open}:5:1: warning: fence has no language [fence-has-language]`,
	'    Write ~~~dockerfile, ~~~bash or, for anything else, ~~~text.',
];

describe('npm run notes:check', () => {
	test('reports the notes of the site, which have no error', () => {
		const { status, stdout } = check([]);
		assert.equal(status, 0);
		const lines = stdout.split('\n').filter(Boolean);
		for (const [index, line] of lines.entries()) {
			assert.match(line, index % 2 === 0 ? /^[^:]+:\d+:\d+: warning: .+$/ : /^ {4}\S.*\.$/);
		}
	});

	test('prints place, severity, text and rule, then the hint', () => {
		const { status, stdout, stderr } = check([open]);
		assert.deepEqual(stdout.trimEnd().split('\n'), openLines);
		assert.equal(stderr, '0 errors, 2 warnings in 1 file\n');
		assert.equal(status, 0);
	});

	test('exits with 1 on errors, of any file', () => {
		const good = put('good.md', '# Git\n\nText.\n');
		const bad = put('bad.md', '# T\n\n##\n\nText.\n');
		const { status, stdout } = check([good, bad, join(folder, 'missing.md')]);
		assert.equal(status, 1);
		assert.deepEqual(
			stdout.split('\n').filter((line) => !line.startsWith(' ')),
			[
				`${bad}:3:1: error: heading has no text [heading-has-text]`,
				`${folder}/missing.md:1:1: error: file does not exist [file-is-text]`,
				'',
			],
		);
		assert.equal(check([good]).status, 0);
		const { status: code, stdout: printed, stderr } = start([bad]);
		assert.deepEqual({ status: code, stdout: printed, stderr }, check([bad]));
	});

	test('verifies the snippets of any file', () => {
		const file = put(
			'snippets.md',
			'# T\n\n- a\n\n  ```dockerfile\n  FROM golang:1.22\n  ENV a\n  ```\n',
		);
		assert.deepEqual(
			check([file])
				.stdout.split('\n')
				.filter((line) => !line.startsWith(' ')),
			[
				`${file}:6:8: warning: the support of \`golang:1.22\` ended on 2025-02-11 [base-image-is-supported]`,
				`${file}:7:3: warning: syntax: ENV wants \`name=value\` [snippet-works]`,
				'',
			],
		);
	});

	test('takes a folder for the Markdown files below it', () => {
		put('many/b.md', '# B\n\nText.\n');
		put('many/deep/a.markdown', '# A\n');
		put('many/node_modules/c.md', '');
		put('many/d.txt', '');
		const { status, stdout, stderr } = check([join(folder, 'many')]);
		assert.match(stdout, /^\S+many\/deep\/a\.markdown:1:1: warning: section `A` has no content/);
		assert.match(stderr, / in 2 files\n$/);
		assert.equal(status, 0);
	});

	test('names files from where it was called', () => {
		const env = { npm_lifecycle_event: 'notes:check', INIT_CWD: folder };
		assert.match(check(['open.md'], env).stdout, /^open\.md:3:3: /);
	});

	test('adds annotations on the runners of GitHub', () => {
		const { stdout } = check([open], { GITHUB_ACTIONS: 'true' });
		assert.deepEqual(stdout.trimEnd().split('\n').slice(0, 4), openLines);
		assert.match(
			stdout,
			/^::warning file=.*open\.md,line=5,col=1,title=fence-has-language::fence has no/m,
		);
		assert.doesNotMatch(check([open]).stdout, /::/);
	});

	test('prints JSON that fits its schema', () => {
		const { status, stdout } = check(['--json', open, join(folder, 'missing.md')]);
		const validate = new Ajv2020({ strict: true }).compile(z.toJSONSchema(reportSchema));
		const report = JSON.parse(stdout) as Report;
		assert.ok(validate(report), JSON.stringify(validate.errors));
		assert.ok(!validate({ ...report, problems: [{ line: 0 }] }));
		assert.deepEqual([report.files, report.errors, report.warnings, status], [2, 1, 2, 1]);
		assert.deepEqual(report.problems[1], {
			...{ file: open, line: 5, column: 1, severity: 'warning', text: 'fence has no language' },
			rule: 'fence-has-language',
			hint: 'Write ~~~dockerfile, ~~~bash or, for anything else, ~~~text.',
		});
	});

	test('refuses options that it does not know', () => {
		const { status, stdout, stderr } = start(['--fix']);
		assert.equal(status, 2);
		assert.equal(stdout, '');
		assert.match(stderr, /'--fix'[\s\S]*\nUsage: /);
	});
});
