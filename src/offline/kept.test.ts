import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isHashed, toKept } from './kept.ts';

/** The paths of a site, each with itself as its hash. */
const toSite = (...paths: string[]) => new Map(paths.map((path) => [path, path]));

describe('what is kept', () => {
	test('has pages at the addresses that hosts give them', () => {
		const { pages } = toKept(toSite('index.html', 'a/index.html', 'a/windex.html', '404.html'));
		assert.deepEqual(pages, [
			['404.html', '404.html'],
			['a/', 'a/index.html'],
			['a/windex.html', 'a/windex.html'],
			['./', 'index.html'],
		]);
	});

	test('divides what is read and searched from what is downloaded', () => {
		const kept = toKept(
			toSite('_astro/a.1.js', 'api/a.json', 'search/names.json', 'snippets/a/Dockerfile', 'a.pdf'),
		);
		assert.deepEqual(
			kept.pages.map(([address]) => address),
			['_astro/a.1.js', 'search/names.json'],
		);
		assert.deepEqual(
			kept.downloads.map(([address]) => address),
			['a.pdf', 'api/a.json', 'snippets/a/Dockerfile'],
		);
	});

	test('has nothing that only servers and machines read', () => {
		const files = ['_headers', '_redirects', '.nojekyll', 'robots.txt', 'sitemap-0.xml'];
		const packed = ['download/a.zip', 'index.html.br', 'index.html.gz', 'service-worker.js'];
		assert.deepEqual(toKept(toSite(...files, ...packed)), { pages: [], downloads: [] });
	});

	test('knows names that change with their content', () => {
		const hashed = ['_astro/view.D4m7V9rC.js', 'pagefind/fragment/en_1a.pf_fragment'];
		assert.deepEqual(hashed.map(isHashed), [true, true]);
		assert.deepEqual(['pagefind/pagefind.js', 'a/_astro/b.js'].map(isHashed), [false, false]);
	});
});
