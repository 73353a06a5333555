import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readBuilt, readText, root, sites } from './built.ts';

for (const site of sites) {
	describe(`the worker of the site ${site.name}`, () => {
		const { folder, files } = readBuilt(site);
		const worker = readText(site, 'service-worker.js');
		const kept = [...worker.matchAll(/\["([^"]+)","([\w+/]{43}=)"\]/g)].map(
			([, address, hash]) => ({
				file: (address ?? '').replace(/^\.\/$/, '').replace(/^$|(?<=\/)$/, 'index.html'),
				hash,
			}),
		);

		test('keeps each page and file with the hash that it has', () => {
			for (const { file, hash } of kept) {
				const content = readFileSync(join(root, folder, file));
				assert.equal(createHash('sha256').update(content).digest('base64'), hash, file);
			}
			const unkept = files.filter((path) => !kept.some(({ file }) => file === path));
			const servers =
				/\.(?:br|gz)$|^(?:download\/.*|sitemap.*|robots\.txt|opensearch\.xml|service-worker\.js|_[a-z]+)$/;
			assert.deepEqual(
				unkept.filter((path) => !servers.test(path)),
				[],
			);
		});

		test('fetches no part of itself', () => {
			assert.doesNotMatch(worker, /importScripts|\bimport\(/);
		});
	});
}
