import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { atRoot, readBuilt, readText } from './built.ts';

const { files } = readBuilt(atRoot);

/** The bytes that travel for a file; there is one that a pattern names. */
function weigh(pattern: RegExp): number {
	const found = files.filter((file) => pattern.test(file));
	assert.equal(found.length, 1, String(pattern));
	return gzipSync(readText(atRoot, found[0] ?? '')).length;
}

test('explaining a first Dockerfile takes no more than 60 kB beside what every page takes', () => {
	const taken = [
		...[/^explain\/index\.html$/, /^explain\.json$/],
		...[/^_astro\/editor\.[^/]*\.js$/, /^_astro\/background-[^/]*\.js$/],
	];
	const bytes = taken.reduce((all, pattern) => all + weigh(pattern), 0);
	assert.ok(bytes < 60_000, `${bytes} bytes`);
});
