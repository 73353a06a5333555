import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findUnsuited } from '../src/output/licences.ts';
import { findPackages, readLicence } from '../src/output/packages.ts';
import { readText, root, sites } from './built.ts';

const packages = findPackages(root);

describe('the packages that the site is built with', () => {
	test('have licences that suit it', () => {
		assert.ok(packages.length > 100);
		assert.deepEqual(findUnsuited(packages), []);
	});

	test('are told when one has not', () => {
		const licences = [
			'GPL-3.0-only',
			'MIT AND AGPL-3.0-only',
			'UNLICENSED',
			'',
			'LGPL-3.0-or-later',
		];
		const some = licences.map((licence) => ({
			name: 'x',
			version: '1',
			licence,
			source: '',
			folder: '',
		}));
		assert.deepEqual(findUnsuited(some), some);
		const free = ['MIT', '(GPL-2.0-only OR MIT)', 'MIT AND OFL-1.1'];
		const others = free.map((licence) => ({
			name: 'x',
			version: '1',
			licence,
			source: '',
			folder: '',
		}));
		assert.deepEqual(findUnsuited(others), []);
	});
});

for (const site of sites) {
	test(`the site ${site.name} names what others made of it, with their licences`, () => {
		const text = readText(site, 'licences.txt');
		const names = [...text.matchAll(/^(\S+) [\d.]+ \(.+\)\n=+$/gm)].map(([, name = '']) => name);
		for (const name of ['@astrojs/starlight', 'fastest-levenshtein', 'pagefind']) {
			assert.ok(names.includes(name), name);
		}
		for (const name of names) {
			const found = packages.find((one) => one.name === name);
			assert.ok(found, `${name} is not among the packages that the site needs`);
			const licence = readLicence(found);
			if (licence === '') assert.match(text, new RegExp(`${found.source}\\n`));
			else assert.ok(licence.length > 200 && text.includes(licence), name);
		}
		assert.equal(names.includes('sharp'), false);
		assert.match(text, /SIL OPEN FONT LICENSE/i);
	});
}
