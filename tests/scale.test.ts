import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { renderNotes, toChapters } from '../scripts/bench/notes.ts';
import { toDrafts } from '../src/drafts.ts';
import { loadSite } from '../src/read.ts';
import { notesFolder } from '../src/site.ts';

const sizes = [150, 600] as const;

/** The goal for a build: 1 is linear growth, 2 quadratic. `npm run bench:scale` says more. */
const most = 1.1;

test('four times the notes take about four times as long to read', () => {
	// What is run for the first time is slow.
	measure(50);
	const [small, large] = sizes.map((sections) => measure(sections));
	assert.ok(small && large);
	const exponent = Math.log(large / small) / Math.log(sizes[1] / sizes[0]);
	assert.ok(exponent < most, `exponent ${exponent.toFixed(2)}: ${small} ms, then ${large} ms`);
});

/** The time of the processor, in milliseconds: what else the machine does is not counted. */
function measure(sections: number): number {
	const folder = mkdtempSync(join(tmpdir(), 'scale-'));
	mkdirSync(join(folder, notesFolder), { recursive: true });
	writeFileSync(join(folder, notesFolder, 'notes.md'), renderNotes(toChapters(sections)));
	const root = pathToFileURL(`${folder}/`);
	const before = process.cpuUsage();
	const site = loadSite(root, '2026-01-01');
	assert.ok(site.ok);
	assert.ok(toDrafts(site).docs.length > sections);
	const { user } = process.cpuUsage(before);
	rmSync(folder, { recursive: true });
	return Math.round(user / 1000);
}
