import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { toDrafts } from './drafts.ts';
import { handoverVariable, readHandover, writeHandover } from './handover.ts';
import { loadSite } from './read.ts';

test('what a build has read comes to Astro whole, and only as long as it is true', (context) => {
	const folder = mkdtempSync(join(tmpdir(), 'handover-'));
	context.after(() => {
		rmSync(folder, { recursive: true, force: true });
		delete process.env[handoverVariable];
	});
	const site = loadSite(new URL('../', import.meta.url), '2026-11-25');
	assert.ok(site.ok);
	const drafts = toDrafts(site);
	assert.equal(readHandover('now', 'docs'), undefined);
	writeHandover(folder, 'now', drafts);
	process.env[handoverVariable] = folder;
	assert.equal(readHandover('later', 'docs'), undefined);
	for (const name of ['docs', 'topics', 'navigation', 'facts', 'search'] as const) {
		const handed = readHandover('now', name);
		assert.ok(handed && handed.length > 0);
		// What is undefined is left out by Astro, too.
		assert.deepEqual(handed, JSON.parse(JSON.stringify(drafts[name])));
	}
	assert.deepEqual(
		readHandover('now', 'docs')?.map(({ body }) => body),
		site.pages.map(({ body }) => body),
	);
});
