import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { hasMuch } from './files.ts';
import { notesFolder } from './env.ts';

test('notes are much together from some two thousand sections on', (context) => {
	const folder = mkdtempSync(join(tmpdir(), 'files-'));
	context.after(() => rmSync(folder, { recursive: true }));
	const root = pathToFileURL(`${folder}/`);
	mkdirSync(join(folder, notesFolder), { recursive: true });
	const put = (name: string, size: number) =>
		writeFileSync(join(folder, notesFolder, name), 'a'.repeat(size));
	put('git.md', 1_200_000);
	put('git.png', 5_000_000);
	assert.equal(hasMuch(root), false);
	put('two words.md', 1_200_000);
	assert.equal(hasMuch(root), true);
});
