import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { notesFolder } from '../env.ts';
import { findUnreadable, readDataFiles, readNotesFiles, startExists, toState } from './files.ts';

/** A project's folder with the named files, each of which says its own name. */
function put(...names: string[]): { root: URL; remove: () => void } {
	const folder = mkdtempSync(join(tmpdir(), 'files-'));
	for (const name of names) {
		mkdirSync(join(folder, name, '..'), { recursive: true });
		writeFileSync(join(folder, name), name);
	}
	return { root: pathToFileURL(`${folder}/`), remove: () => rmSync(folder, { recursive: true }) };
}

test('files are read whatever signs their names have', (context) => {
	const notes = ['c#.md', 'what?.md', '100%.md', 'two words.md', '%41.md'].map(
		(name) => notesFolder + name,
	);
	const { root, remove } = put(...notes, `${notesFolder}c#.yaml`, `${notesFolder}a#1.png`);
	context.after(remove);
	const found = readNotesFiles(root);
	assert.deepEqual(
		found.map(({ path }) => path),
		[...notes].sort(),
	);
	for (const { path, bytes } of found) assert.equal(Buffer.from(bytes ?? []).toString(), path);
	const beside = found.find(({ path }) => path.endsWith('c#.md'))?.beside;
	assert.deepEqual(beside, { path: `${notesFolder}c#.yaml`, text: `${notesFolder}c#.yaml` });
	assert.ok(startExists(root)('a#1.png'));
	assert.doesNotMatch(toState(root), /undefined/);
	writeFileSync(new URL(`${notesFolder}100%25.md`, root), 'more than before');
	assert.match(toState(root), /100%\.md \S+ 16$/m);
});

test('hints without notes, and no notes at all, stand for notes that are missing', (context) => {
	const hinted = put(`${notesFolder}git.yaml`);
	const empty = put();
	context.after(hinted.remove);
	context.after(empty.remove);
	assert.deepEqual(readNotesFiles(hinted.root)[0]?.path, `${notesFolder}git.md`);
	assert.deepEqual(readNotesFiles(empty.root), [
		{ path: `${notesFolder}notes.md`, below: 'notes.md', bytes: undefined, beside: undefined },
	]);
});

test('facts are the YAML files that are no hints', (context) => {
	const { root, remove } = put(
		'src/content/a/b.yaml',
		`${notesFolder}git.yaml`,
		'src/content/c.md',
	);
	context.after(remove);
	assert.deepEqual(readDataFiles(root), [
		{ path: 'src/content/a/b.yaml', text: 'src/content/a/b.yaml' },
	]);
});

test('notes in folders are read, and what programs keep beside them is not', (context) => {
	const names = ['vault/b.md', 'vault/deep/a.markdown', 'c.mdx', '.obsidian/x.md'];
	const { root, remove } = put(...names.map((name) => notesFolder + name));
	context.after(remove);
	assert.deepEqual(
		readNotesFiles(root).map(({ below }) => below),
		['c.mdx', 'vault/b.md', 'vault/deep/a.markdown'],
	);
});

test(
	'what is no file of the project is refused by name',
	{ skip: process.platform === 'win32' },
	(context) => {
		const outside = put('secret.md', 'secret.png', 'secret.yaml');
		const { root, remove } = put(`${notesFolder}x.md/y.txt`, `${notesFolder}a.md`);
		context.after(outside.remove);
		context.after(remove);
		const at = (name: string) => new URL(notesFolder + name, root);
		for (const name of ['secret.md', 'secret.png'])
			symlinkSync(new URL(name, outside.root), at(name));
		symlinkSync('loop.md', at('loop.md'));
		symlinkSync(new URL('secret.yaml', outside.root), new URL('src/content/facts.yaml', root));
		execFileSync('mkfifo', [at('pipe.md').pathname]);
		const faults = readNotesFiles(root).map(({ below, fault }) => [below, fault?.reason]);
		assert.deepEqual(faults, [
			['a.md', undefined],
			['loop.md', 'link leads out of the project, or nowhere'],
			['pipe.md', 'this is no file'],
			['secret.md', 'link leads out of the project, or nowhere'],
			['x.md', 'this is a folder'],
		]);
		assert.equal(startExists(root)('secret.png'), false);
		assert.deepEqual(readDataFiles(root), []);
		assert.deepEqual(
			findUnreadable(root).map(({ file }) => file),
			['src/content/facts.yaml', `${notesFolder}secret.png`],
		);
	},
);
