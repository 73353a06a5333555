import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { notesFile } from '../src/env.ts';
import { root } from './built.ts';
import { copyProject, environment } from './project.ts';

const broken = `# Docker

## Group

### Page

See [there](#nowhere) and ![logo](./missing.png).

\`\`\`
docker ps
\`\`\`

### Empty

###

Text.

### Last

\`\`\`bash
docker ps
`;

const problems = [
	'7: link `#nowhere` leads to no heading',
	'7: file `./missing.png` does not exist',
	'9: fence has no language',
	'13: section `Empty` has no content',
	'15: heading has no text',
	'21: fence is not closed',
];

describe('a build that fails', () => {
	const project = copyProject();
	after(project.remove);
	project.put('dist/index.html', 'last good');
	const isLastGood = () => {
		assert.equal(project.read('dist/index.html'), 'last good');
		const left = readdirSync(join(root, project.folder)).filter((name) => /^dist\./.test(name));
		return left;
	};

	test('says all that is wrong with the notes at once, what to do, and keeps the last good site', () => {
		project.write(broken);
		const { status, stderr } = project.build();
		assert.equal(status, 1, stderr);
		const lines = stderr.split('\n');
		const said = lines.filter((line) => line.startsWith(`${notesFile}:`));
		for (const problem of problems) {
			const at = lines.findIndex((line) => line.startsWith(`${notesFile}:${problem}`));
			assert.ok(at >= 0, `${problem}\n${said.join('\n')}`);
			assert.match(lines[at + 1] ?? '', /^ {4}\S.*\.$/);
		}
		assert.doesNotMatch(stderr, /^\s+at /m);
		assert.match(stderr, /the last good site stays as it was\.\s*$/);
		assert.deepEqual(isLastGood(), []);
	});

	test('refuses to replace the project itself', () => {
		const { status, stderr } = project.build({ OUT_DIR: '.' });
		assert.equal(status, 1);
		assert.match(stderr, /holds the project itself/);
		assert.ok(existsSync(join(root, project.folder, 'package.json')));
	});
});

test('a build that is killed leaves the last good site; the next one clears up, and says that there are no notes', async () => {
	const project = copyProject();
	project.empty();
	project.put('src/content/notes/git.md', '# Git\n\n## Start\n\nInit.\n');
	project.put('dist/index.html', 'last good');
	const cwd = join(root, project.folder);
	const env = { ...process.env, ...environment };
	const half = () => readdirSync(cwd).filter((name) => name.startsWith('dist.next-'));

	const killed = spawn(process.execPath, ['scripts/build.ts'], { cwd, env, stdio: 'ignore' });
	while (half().length === 0 && killed.exitCode === null) await sleep(20);
	killed.kill('SIGKILL');
	await new Promise((resolve) => killed.on('close', resolve));
	assert.equal(half().length, 1);
	assert.equal(project.read('dist/index.html'), 'last good');

	// It clears up before it reads anything.
	project.empty();
	const { status, stderr } = project.build();
	assert.equal(status, 1);
	assert.match(stderr, /^src\/content\/notes\/\w+\.md:1: file does not exist$/m);
	assert.doesNotMatch(stderr, /^\s+at /m);
	assert.deepEqual(half(), []);
	assert.equal(project.read('dist/index.html'), 'last good');
	project.remove();
});

test('a build that finds no room on the disk leaves the last good site', (t) => {
	const project = copyProject();
	project.empty();
	project.put('src/content/notes/git.md', '# Git\n\n## Start\n\nInit.\n');
	const cwd = join(root, project.folder);
	project.put('small/site/index.html', 'last good');
	const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', join(cwd, 'small')]);
	if (mount.status !== 0) {
		project.remove();
		return t.skip('a small disk can only be made as root on Linux');
	}
	try {
		project.put('small/site/index.html', 'last good');
		const { status, stderr } = project.build({ OUT_DIR: 'small/site' });
		assert.equal(status, 1, stderr);
		assert.match(stderr, /no space left/i);
		assert.equal(project.read('small/site/index.html'), 'last good');
		assert.deepEqual(readdirSync(join(cwd, 'small')), ['site']);
	} finally {
		spawnSync('umount', [join(cwd, 'small')]);
		project.remove();
	}
});
