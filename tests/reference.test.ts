import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { findAged } from '../src/reference/ages.ts';
import { loadSite } from '../src/site.ts';
import { toEnvironment } from '../src/env.ts';
import { normalise, pageAt, readBuilt, root, sites } from './built.ts';
import { copyProject } from './project.ts';

const folder = pathToFileURL(root);
const { today } = toEnvironment(process.env);
const loaded = loadSite(folder, today);
assert.ok(loaded.ok);
const { instructions, commands, checks, tables, lifecycles } = loaded.reference;
const [site] = sites;
assert.ok(site);
const built = readBuilt(site);

describe('the index from A to Z', () => {
	const $ = pageAt(built, '/a-z/');
	const entries = $('main .index li')
		.toArray()
		.map((item) => ({
			text: normalise($(item).text()),
			hrefs: $(item)
				.find('a')
				.toArray()
				.map((link) => link.attribs['href'] ?? ''),
		}));
	const has = (name: string, href: string) =>
		entries.some(({ text, hrefs }) => text.startsWith(name) && hrefs.includes(href));

	for (const { id, name, options, mounts, hadolint } of instructions) {
		test(`leads to ${name}, its options and its rules`, () => {
			const href = `/dockerfile/instructions/${id}/`;
			assert.ok(has(name, href));
			for (const option of options) {
				const anchor = `option-${option.name.replace(/^--/, '').toLowerCase()}`;
				assert.ok(has(option.name, `${href}#${anchor}`), option.name);
			}
			for (const { type } of mounts)
				assert.ok(has(`--mount=type=${type}`, `${href}#mount-${type}`));
			for (const { code } of hadolint) assert.ok(has(code, `${href}#${code.toLowerCase()}`), code);
		});
	}

	for (const { id, name, canonical, aliases, flags } of commands) {
		test(`leads to ${name}, its other names and its flags`, () => {
			const href = `/commands/${id}/`;
			for (const other of [name, canonical, ...aliases]) assert.ok(has(other, href), other);
			const missing = flags.filter((flag) => !has(flag.name, `${href}#flag-${toPart(flag.name)}`));
			assert.deepEqual(missing, []);
		});
	}

	test('leads to the checks, the truth tables and what the notes explain', () => {
		for (const { id, name } of checks) assert.ok(has(name, `/checks/${id}/`), name);
		for (const { id, title } of tables) assert.ok(has(title, `/dockerfile/${id}/`), title);
		assert.ok(has('Networks', '/foundations/core-docker-concepts/#networks'));
		assert.ok(
			!entries.some(({ text }) => text.startsWith('Related') || text.startsWith('Sources')),
		);
	});

	test('is in alphabetical order, whatever dashes stand before a name', () => {
		const names = entries.map(({ text }) => text.replace(/^[^\p{L}\d]+/u, '').toLowerCase());
		const letters = names.map((name) => (/^\d/.test(name) ? '0' : name[0]));
		assert.deepEqual(letters, letters.toSorted());
	});
});

/** The part of a flag's address behind `flag-`. */
function toPart(name: string): string {
	return name.replace(/^-+/, '').toLowerCase().replaceAll('_', '-');
}

describe('the support of base images', () => {
	const last =
		lifecycles
			.flatMap(({ until }) => until ?? [])
			.sort()
			.at(-1) ?? '';
	const later = `${Number(last.slice(0, 4)) + 1}-01-01`;
	const aged = loadSite(folder, later);
	assert.ok(aged.ok);

	test('is told after its end with file and line, for the notes and for the data', () => {
		const said = aged.messages.filter(({ reason }) => reason.startsWith('the support of'));
		const files = new Set(said.map(({ file }) => file));
		assert.ok(files.has('src/content/notes/docker.md'));
		assert.ok([...files].some((file) => file?.startsWith('src/content/instructions/')));
		assert.ok([...files].every((file) => file?.startsWith('src/content/')));
		const [first] = said.filter(({ file }) => file?.endsWith('docker.md'));
		assert.deepEqual([first?.line, first?.column, first?.fatal], [204, 6, false]);
		assert.match(first?.reason ?? '', /^the support of `python:3\.10-slim` ended on /);
	});

	test('is said on each page beside the snippet, now and later', () => {
		for (const { day, pages } of [
			{ day: today, pages: loaded.pages },
			{ day: later, pages: aged.pages },
		]) {
			for (const { id, body } of pages) {
				const text = body.replace(/^ *<!-- snippet .*-->$/gm, '');
				const code = [...text.matchAll(/^( *)```.*\n([\s\S]*?)\n\1```((?:\s*^ *>.*$)*)/gm)];
				for (const [, , snippet = '', asides = ''] of code) {
					for (const { name } of findAged(snippet, lifecycles, day)) {
						assert.ok(asides.includes(name), `${id}, ${day}: ${name}`);
					}
				}
			}
		}
	});
});

describe('the program that lists old facts', () => {
	const run = (day: string) =>
		spawnSync(process.execPath, ['scripts/facts.ts'], {
			cwd: root,
			env: { ...process.env, TODAY: day },
			encoding: 'utf8',
		}).stdout;

	test('names those that were not checked for more than 180 days, and counts the rest', () => {
		const total = /^0 of (\d+) not checked for more than 180 days\.\n$/.exec(
			run('2026-11-24'),
		)?.[1];
		assert.ok(Number(total) > instructions.length + commands.length + checks.length);
		const old = run('2027-11-24').trim().split('\n');
		assert.equal(old.at(-1), `${total} of ${total} not checked for more than 180 days.`);
		assert.ok(old.includes('2026-11-23  src/content/instructions/copy.yaml'));
		assert.ok(old.includes('2026-11-23  corrections.yaml, no-debian-slim'));
	});
});

describe('a build of data that is wrong', () => {
	const project = copyProject();
	after(project.remove);

	test('says all of it with file and line, and keeps the last good site', () => {
		project.put('dist/index.html', 'last good');
		const copy = 'src/content/instructions/copy.yaml';
		const text = project.read(copy);
		const line = text.slice(0, text.indexOf('is: layer')).split('\n').length;
		project.put(copy, text.replace('is: layer', 'is: leyer'));
		project.put('src/content/lifecycles.yaml', '- image: python\n  tag: 3.10\n');
		const { status, stderr } = project.build();
		assert.equal(status, 1, stderr);
		const said = stderr.split('\n').filter((line) => /^src\/content\/.*\.yaml:/.test(line));
		assert.deepEqual(said, [
			`${copy}:${line}: layer.is: unknown value; allowed: layer, metadata, none`,
			'src/content/lifecycles.yaml:2: 0.tag: another type; allowed: string',
			'src/content/lifecycles.yaml:1: 0.url: missing; allowed: string',
			'src/content/lifecycles.yaml:1: 0.checked: missing; allowed: string',
		]);
		assert.doesNotMatch(stderr, /^\s+at /m);
		assert.equal(project.read('dist/index.html'), 'last good');
	});
});
