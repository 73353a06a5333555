import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderNotes, toChapters } from '../scripts/bench/notes.ts';
import { watch } from '../scripts/bench/watch.ts';
import { readNotes } from '../src/notes/read.ts';

describe('the notes that builds are measured with', () => {
	const notes = renderNotes(toChapters(60));

	test('are the same every time', () => {
		assert.equal(renderNotes(toChapters(60)), notes);
		assert.notEqual(renderNotes(toChapters(61)).slice(0, 5000), notes.slice(0, 5000));
	});

	test('have as many sections as were asked for, and all that notes have', () => {
		assert.equal(notes.match(/^### /gm)?.length, 60);
		for (const part of [/^\| --- /m, /^```yaml/m, /^ {2}- /m, /^#### /m, /\]\(#[\w-]+\)/]) {
			assert.match(notes, part);
		}
	});

	test('have no fault', () => {
		const read = readNotes(new TextEncoder().encode(notes), { exists: () => false });
		assert.deepEqual(read.problems, []);
	});
});

describe('the figures of a build', () => {
	test(
		'count the memory of all that it starts',
		{ skip: process.platform !== 'linux' },
		async () => {
			const fill = 'const b = Buffer.alloc(200e6, 1); setTimeout(() => b, 600)';
			const start = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(fill)}])`;
			const { status, memory, seconds } = await watch(['-e', start], '.', process.env);
			assert.equal(status, 0);
			assert.ok(memory > 220e6 && memory < 600e6, `${memory} bytes`);
			assert.ok(seconds > 0.6);
		},
	);
});
