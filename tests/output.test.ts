import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readBuilt, root, sites } from './built.ts';

for (const site of sites) {
	describe(`the files of the site ${site.name}`, () => {
		const { folder, files } = readBuilt(site);
		const read = (path: string) => readFileSync(join(root, folder, path));

		test('stand packed beside the texts that they pack', () => {
			const pages = files.filter((path) => path.endsWith('.html'));
			for (const path of pages) assert.ok(files.includes(`${path}.br`), path);
			for (const path of files.filter((name) => name.endsWith('.br'))) {
				assert.deepEqual(brotliDecompressSync(read(path)), read(path.slice(0, -3)), path);
			}
			for (const path of files.filter((name) => name.endsWith('.gz'))) {
				assert.deepEqual(gunzipSync(read(path)), read(path.slice(0, -3)), path);
			}
		});
	});
}
