import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { renderNotes, toChapters } from '../scripts/bench/notes.ts';
import { toDrafts } from '../src/drafts.ts';
import { loadSite } from '../src/read.ts';
import { notesFolder } from '../src/site.ts';

const sizes = [150, 600] as const;

/** The goal for a build: 1 is linear growth, 2 quadratic. `npm run bench:scale` says more. */
const most = 1.1;

test('four times the notes take about four times as long to read', (context) => {
	const measure = (sections: number) => read(makeNotes(context, sections));
	// What is run for the first time is slow.
	measure(50);
	const [small, large] = sizes.map(measure);
	assert.ok(small && large);
	const exponent = Math.log(large / small) / Math.log(sizes[1] / sizes[0]);
	assert.ok(exponent < most, `exponent ${exponent.toFixed(2)}: ${small} ms, then ${large} ms`);
});

test('what is saved is read in a fraction of the time that all notes take', (context) => {
	const folder = makeNotes(context, 300);
	const [first, again] = [read(folder), read(folder, '\nSaved.\n')];
	assert.ok(again < first / 3, `${first} ms at first, ${again} ms after a save`);
});

/** The time of the processor, in milliseconds: what else the machine does is not counted. */
function read(folder: string, added = ''): number {
	appendFileSync(join(folder, notesFolder, 'notes.md'), added);
	const before = process.cpuUsage();
	const site = loadSite(pathToFileURL(`${folder}/`), '2026-01-01');
	assert.ok(site.ok);
	assert.ok(toDrafts(site).docs.length > 0);
	const { user } = process.cpuUsage(before);
	return Math.round(user / 1000);
}

/** A folder with notes of so many sections. */
function makeNotes(context: TestContext, sections: number): string {
	const folder = mkdtempSync(join(tmpdir(), 'scale-'));
	context.after(() => rmSync(folder, { recursive: true }));
	mkdirSync(join(folder, notesFolder), { recursive: true });
	writeFileSync(join(folder, notesFolder, 'notes.md'), renderNotes(toChapters(sections)));
	return folder;
}
