import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readOne } from '../../tests/notes/read.ts';
import { settings } from '../../tests/notes/settings.ts';
import { notesFile } from '../env.ts';
import { isError } from '../input/message.ts';
import { findLost } from './coverage.ts';

const bytes = readFileSync(new URL(`../../${notesFile}`, import.meta.url));
const lines = bytes.toString('utf8').split('\n');

/** Some lines in a row below the title and a group, so that each try is short. */
const excerpt = fc
	.tuple(fc.nat(lines.length - 1), fc.integer({ min: 5, max: 60 }))
	.map(([from, count]) => ['# T', '', '## G', '', ...lines.slice(from, from + count)]);

const position = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

type Change = (lines: readonly string[], at: number) => string[];

/** What a slip of the hand does to the notes. */
const changes: Readonly<Record<string, Change>> = {
	'a line is deleted': (all, at) => all.toSpliced(at, 1),
	'a line is doubled': (all, at) => all.toSpliced(at, 0, all[at] ?? ''),
	'the end is cut off in a line': (all, at) => [
		...all.slice(0, at),
		(all[at] ?? '').slice(0, Math.floor((all[at] ?? '').length / 2)),
	],
	'two lines change places': (all, at) => all.toSpliced(at, 2, all[at + 1] ?? '', all[at] ?? ''),
	'a line is set in': (all, at) => all.toSpliced(at, 1, `   ${all[at] ?? ''}`),
	'a line is joined to the one before': (all, at) =>
		all.toSpliced(Math.max(0, at - 1), 2, `${all[at - 1] ?? ''}${all[at] ?? ''}`),
};

describe('the notes stay whole or say where they are not when', () => {
	for (const [name, change] of Object.entries(changes)) {
		test(name, () => {
			const property = fc.property(excerpt, position, (text, where) => {
				assertSound(Buffer.from(change(text, Math.floor(where * text.length)).join('\n')));
			});
			fc.assert(property, settings(100));
		});
	}

	test('bytes are flipped', () => {
		const flip = fc.tuple(position, fc.integer({ min: 1, max: 255 }));
		const flips = fc.array(flip, { minLength: 1, maxLength: 4 });
		const property = fc.property(excerpt, flips, (text, places) => {
			const copy = Buffer.from(text.join('\n'));
			for (const [where, by] of places) {
				const at = Math.floor(where * copy.length);
				copy[at] = (copy[at] ?? 0) ^ by;
			}
			assertSound(copy);
		});
		fc.assert(property, settings(100));
	});

	test('the whole file ends anywhere', () => {
		const property = fc.property(fc.nat(bytes.length), (end) =>
			assertSound(bytes.subarray(0, end)),
		);
		fc.assert(property, settings(20));
	});

	test('there are any bytes at all', () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), assertSound), settings(100));
	});
});

/** Pages that have every block, or messages that each have a line of the file. */
function assertSound(text: Uint8Array): void {
	const { plan, pages, messages } = readOne(text, { files: ['*'] });
	const count = Buffer.from(text)
		.toString('utf8')
		.split(/\r\n|\r|\n/).length;
	for (const { line = 0, reason, note } of messages) {
		assert.ok(line >= 1 && line <= count, `line ${line}`);
		assert.ok(reason !== '' && note);
		assert.doesNotMatch(reason, / stands on | reads otherwise /);
	}
	if (plan) assert.deepEqual(findLost('notes.md', plan, pages), []);
	else assert.ok(messages.some(isError));
}
