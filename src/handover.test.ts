import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { toDrafts } from './drafts.ts';
import {
	handoverVariable,
	keepHtml,
	placeBeside,
	readBeside,
	readHandover,
	readHtml,
	writeBeside,
	writeHandover,
} from './handover.ts';
import { loadSite } from './read.ts';
import { toAllRecords } from './search/records.ts';

function makeFolder(context: TestContext): string {
	const folder = mkdtempSync(join(tmpdir(), 'handover-'));
	context.after(() => {
		rmSync(folder, { recursive: true, force: true });
		delete process.env[handoverVariable];
	});
	return folder;
}

test('what a build has read comes to Astro whole, and only as long as it is true', (context) => {
	const folder = makeFolder(context);
	const site = loadSite(new URL('../', import.meta.url), '2026-11-25');
	assert.ok(site.ok);
	const drafts = toDrafts(site);
	assert.equal(readHandover('now', 'docs'), undefined);
	writeHandover(folder, 'now', drafts, []);
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

test('what is made beside Astro is handed over, and replaces nothing of newer notes', (context) => {
	const folder = makeFolder(context);
	const site = loadSite(new URL('../', import.meta.url), '2026-11-25');
	assert.ok(site.ok);
	writeHandover(folder, 'now', toDrafts(site), toAllRecords(site.pages, false));
	const { sheets, records } = readBeside(folder);
	assert.deepEqual(
		sheets.map(({ name }) => name),
		site.sheets.map(({ name }) => name),
	);
	const landing = new Set(records.map(({ href }) => href.replace(/#.*/, '')));
	assert.deepEqual(
		[...landing],
		site.pages.map(({ id }) => `/${id}/`),
	);
	const built = join(folder, 'site');
	mkdirSync(built);
	writeFileSync(join(built, 'a.pdf'), 'newer');
	for (const name of ['a.pdf', 'below/b.pdf'])
		writeBeside(folder, `/${name}`, Buffer.from('beside'));
	placeBeside(folder, built);
	assert.equal(readFileSync(join(built, 'a.pdf'), 'utf8'), 'newer');
	assert.equal(readFileSync(join(built, 'below/b.pdf'), 'utf8'), 'beside');
});

test('a rendered page is kept by its id while a build hands over, and else by nobody', (context) => {
	const folder = makeFolder(context);
	assert.equal(keepHtml('a/b', '<p>'), false);
	process.env[handoverVariable] = folder;
	assert.equal(keepHtml('a/b', '<p>'), true);
	assert.equal(readHtml('a/b'), '<p>');
	assert.equal(readHtml('a'), undefined);
});
