import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { atRoot, readBuilt, readText, root as project, underBase, type Site } from './built.ts';

const { base: BASE, origin: SITE, folder: OUT_DIR } = underBase;
const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
	cwd: project,
	env: { ...process.env, BASE, SITE, OUT_DIR },
	encoding: 'utf8',
});
assert.equal(status, 0, stderr);

const [root, below] = [atRoot, underBase].map((site) => {
	const files = readBuilt(site).files.filter((file) => !/^(?:_astro|pagefind)\//.test(file));
	return { site, files: files.toSorted() };
});
assert.ok(root && below);

/** What names files of the site, and what of it is printed on paper only where others can open it. */
const isText = /\.(?:html|md|txt|xml|json|js)$|^_headers$/;
const isPaper = /^cheatsheet\/(?:index\.html|docker\.txt)$/;

/** A text without what a base path changes: addresses, and hashes of what holds addresses. */
function toPlain(site: Site, file: string): string {
	return readText(site, file)
		.replaceAll(site.origin + site.base, 'https://site/')
		.replaceAll(site.base, '/')
		.replace(/(?<=[.-])[\w-]{8}(?=\.(?:css|js|png|svg|wasm)\b)/g, 'hash')
		.replace(/(?<=sha\d{3}-)[\w+/=]+/g, 'hash')
		.replace(/(?<=revision:[`"'])\w+/g, 'hash');
}

test('the site under a base path has the files of the site at /, and they differ in addresses alone', () => {
	assert.deepEqual(below.files, root.files);
	const texts = root.files.filter((file) => isText.test(file) && !isPaper.test(file));
	assert.ok(texts.length > 500);
	for (const file of texts) {
		assert.equal(toPlain(below.site, file), toPlain(root.site, file), file);
	}
});

test('the site under a base path has no address without it', () => {
	const path = below.site.base.slice(1);
	const bare = new RegExp(
		`(?:\\b(?:href|src|srcset|action|data-[\\w-]+)="|\\]\\()/(?!${path})[^"]*`,
		'g',
	);
	const found = below.files
		.filter((file) => /\.(?:html|md|txt)$/.test(file))
		.flatMap(
			(file) =>
				readText(below.site, file)
					.match(bare)
					?.map((one) => `${file}: ${one}`) ?? [],
		);
	assert.deepEqual(found, []);
});
