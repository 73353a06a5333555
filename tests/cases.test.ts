import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { parseFacts } from '../src/reference/facts.ts';
import { checkNotes } from '../src/site.ts';
import { normalise, pageAt, readBuilt, root, toHrefs, toTexts } from './built.ts';
import { copyProject } from './project.ts';

/** Notes of other worlds; each folder has in `expected.txt` what is said of it. `UPDATE=1` writes that. */
const folder = join(root, 'tests/cases');
const names = readdirSync(folder).sort();
const facts = parseFacts([]);
assert.ok(facts.ok);
const { reference } = facts;

/** The files of a case, from its folder. */
function list(name: string): string[] {
	return readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => path !== 'expected.txt' && statSync(join(folder, name, path)).isFile())
		.sort();
}

/** What is said of a case: `file:line:column: rule: reason`. */
function check(name: string): string {
	const beside = list(name);
	const files = beside
		.filter((path) => path.endsWith('.md'))
		.map((path) => ({ path, below: path, bytes: readFileSync(join(folder, name, path)) }));
	const exists = (path: string) => existsSync(join(folder, name, path));
	return checkNotes(files, { exists, beside, reference }, '2026-11-28')
		.map(({ file, line, column, fatal, ruleId, reason }) => {
			assert.equal(fatal, false, reason);
			return `${file}:${line}:${column}: ${ruleId}: ${reason}\n`;
		})
		.join('');
}

describe('notes that were written for other programs are told what is not shown as there', () => {
	for (const name of names) {
		test(name, () => {
			const file = join(folder, name, 'expected.txt');
			const said = check(name);
			if (process.env['UPDATE'] === '1') writeFileSync(file, said);
			assert.equal(said, readFileSync(file, 'utf8'));
		});
	}
});

describe('a site of all of them', () => {
	const project = copyProject();
	after(project.remove);
	project.empty();
	for (const name of names) {
		for (const path of list(name)) {
			const content = readFileSync(join(folder, name, path));
			project.put(`src/content/notes/${name}/${path}`, content);
		}
	}
	const { status, stderr } = project.build();
	assert.equal(status, 0, stderr);
	const built = readBuilt({
		...{ name: '', folder: `${project.folder}/dist` },
		...{ base: '/', origin: 'http://localhost:4321' },
	});
	const main = '.sl-markdown-content';
	const content = (address: string) => pageAt(built, address)(main);
	const textAt = (address: string) => normalise(content(address).text());

	test('has no mark of another program in its text', () => {
		const marks = /:::|\[!|\[\[|==\w+==|%%|\{[:%<]|<\/?[A-Z]\w+ ?\/?>|^import |!!!(?! Not)/m;
		const meant =
			/^\/(?:obsidian|docusaurus|kramdown|vault|templates|asides\/mkdocs)\/(?!.*cheatsheet)/;
		const addresses = [...built.pages.keys()].filter((address) => meant.test(address));
		const shown = addresses.filter((address) => {
			const page = content(address).clone();
			page.find('pre, code').remove();
			return marks.test(page.text());
		});
		assert.deepEqual(shown, []);
	});

	test('draws asides with their titles, also within others', () => {
		const page = content('/asides/mkdocs/asides/');
		const titles = toTexts(pageAt(built, '/asides/mkdocs/asides/'), '.aside-title');
		assert.deepEqual(titles, ['Title of its own', 'Tip', 'Watch out']);
		assert.equal(page.find('.aside pre').length, 1);
		assert.equal(page.find('.aside .aside').length, 1);
	});

	test('leads links between notes of a vault, and shows none of what is private', () => {
		const hrefs = toHrefs(pageAt(built, '/vault/docker-compose/networks/'), `${main} a`);
		assert.ok(hrefs.includes('/vault/notes/docker/volumes/'), hrefs.join(' '));
		assert.ok(hrefs.includes('/vault/notes/docker/'));
		assert.ok(content('/vault/docker-compose/networks/').find('img, mark').length >= 2);
		const files = built.files.filter((file) => /\.(?:html|md|txt|json)$/.test(file));
		const leaking = files.filter((file) =>
			/nobody may read|never shown|Private\./.test(project.read(`dist/${file}`)),
		);
		assert.deepEqual(leaking, []);
	});

	test('keeps files in their natural order, grouped by their folders', () => {
		const hrefs = toHrefs(pageAt(built, '/'), '.home-sections a[href*=title-of]');
		assert.deepEqual(
			hrefs,
			['71_run', '72_copy', '710_workdir'].map((id) => `/title-of-depth-2/${id}/`),
		);
	});

	test('is told of all at once', () => {
		assert.match(
			stderr,
			/vault\/Docker Compose\.md:7: `!\[\[Docker#Volumes\]\]` is shown as a link \(warning\)/,
		);
		assert.equal(textAt('/kramdown/notes/start/').includes('.-setup'), false);
	});
});
