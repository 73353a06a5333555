import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { readDataFiles, readNotesFiles } from '../src/input/files.ts';
import { toFlagAnchor, toOptionAnchor } from '../src/reference/addresses.ts';
import { findAged } from '../src/reference/ages.ts';
import { loadSite } from '../src/site.ts';
import { toEnvironment } from '../src/env.ts';
import { normalise, pageAt, readBuilt, root, atRoot } from './built.ts';
import { readSite } from './loaded.ts';

const folder = pathToFileURL(root);
const { today } = toEnvironment(process.env);
const loaded = readSite();
const { instructions, commands, checks, tables, lifecycles } = loaded.reference;
const built = readBuilt(atRoot);

describe('the index from A to Z', () => {
	const $ = pageAt(built, '/a-z/');
	const entries = $('main .index li')
		.toArray()
		.map((item) => ({
			text: normalise($(item).text()),
			hrefs: new Set($('a', item).map((_, { attribs }) => attribs['href'] ?? '')),
		}));

	test('leads to everything that has a name', () => {
		const expected = [
			...instructions.flatMap(({ id, name, options, mounts, hadolint }) => {
				const page = `/dockerfile/instructions/${id}/`;
				return [
					[name, page],
					...options.map((option) => [option.name, `${page}#${toOptionAnchor(option.name)}`]),
					...mounts.map(({ type }) => [`--mount=type=${type}`, `${page}#mount-${type}`]),
					...hadolint.map(({ code }) => [code, `${page}#${code.toLowerCase()}`]),
				];
			}),
			...commands.flatMap(({ id, name, canonical, aliases, flags }) => {
				const page = `/commands/${id}/`;
				return [
					...[name, canonical, ...aliases].map((other) => [other, page]),
					...flags.map((flag) => [flag.name, `${page}#${toFlagAnchor(flag.name)}`]),
				];
			}),
			...checks.map(({ id, name }) => [name, `/checks/${id}/`]),
			...tables.map(({ id, title }) => [title, `/dockerfile/${id}/`]),
			...loaded.pages
				.filter(({ kind, line, isIndex }) => kind === 'concept' && line && !isIndex)
				.flatMap(({ id, headings }) =>
					headings
						.filter(({ depth }) => depth === 2)
						.map(({ text, slug }) => [text, `/${id}/#${slug}`]),
				),
		];
		const missing = expected.filter(
			([name = '', href = '']) =>
				!entries.some(({ text, hrefs }) => text.startsWith(name) && hrefs.has(href)),
		);
		assert.deepEqual(missing, []);
		// The headings of a page of facts are the same on each.
		assert.ok(!entries.some(({ text }) => /^(?:Related|Sources)/.test(text)));
	});

	test('is in alphabetical order, whatever dashes or article stand before a name', () => {
		// The rules of hadolint have a list of their own behind it.
		const own = entries.filter(({ text }) => !/^(?:DL|SC)\d{4}\b/.test(text));
		const names = own.map(({ text }) =>
			text
				.toLowerCase()
				.replace(/^[^\p{L}\d]+/u, '')
				.replace(/^(?:a|an|the) /, ''),
		);
		const letters = names.map((name) => (/^\d/.test(name) ? '0' : name[0]));
		assert.deepEqual(letters, letters.toSorted());
	});
});

test('an instruction says first what it is, and then how to write it', () => {
	for (const { id, summary, syntax } of instructions) {
		const $ = pageAt(built, `/dockerfile/instructions/${id}/`);
		assert.equal(normalise($('.sl-markdown-content > p').first().text()), summary);
		assert.equal($('.sl-markdown-content .syntax li').length, syntax.length, id);
	}
});

describe('the support of base images', () => {
	const ends = lifecycles.flatMap(({ until }) => until ?? []).sort();
	const later = `${Number(ends.at(-1)?.slice(0, 4)) + 1}-01-01`;
	const aged = loadSite(folder, later, loaded.pages);
	assert.ok(aged.ok);

	test('is told after its end at each place in the notes and in the facts', () => {
		const files = [...readNotesFiles(folder), ...readDataFiles(folder)].filter(({ path }) =>
			/\/(?:notes|instructions|commands|checks|answers|guides)\//.test(path),
		);
		const expected = files.flatMap((file) => {
			const text = 'text' in file ? file.text : String(file.bytes);
			return findAged(text, lifecycles, later).map(
				({ name, line, column }) => `${file.path}:${line + 1}:${column + 1} ${name}`,
			);
		});
		const said = aged.messages
			.filter(({ ruleId }) => ruleId === 'base-image-is-supported')
			.map(
				({ file, line, column, reason }) =>
					`${file}:${line}:${column} ${/`(.*)`/.exec(reason)?.[1]}`,
			);
		assert.ok(expected.length > 1);
		assert.deepEqual(said.toSorted(), expected.toSorted());
	});

	test('is said on each page beside the snippet, now and later', () => {
		for (const { day, pages } of [
			{ day: today, pages: loaded.pages },
			{ day: later, pages: aged.pages },
		]) {
			for (const { id, outline } of pages) {
				visitParents(outline.root, 'code', (node, parents) => {
					// Of code in an aside, it is said behind the aside.
					const depth = parents.findIndex(({ type }) => type === 'blockquote');
					const own: Nodes = parents[depth] ?? node;
					const around: Nodes[] = parents.at(depth < 0 ? -1 : depth - 1)?.children ?? [];
					const index = around.indexOf(own);
					const from = around.findLastIndex(({ type }, at) => at < index && type === 'code');
					const to = around.findIndex(({ type }, at) => at > index && type === 'code');
					const asides = around
						.slice(from + 1, to < 0 ? undefined : to)
						.filter((other) => other.type === 'blockquote' && other !== own)
						.map((aside) => toString(aside));
					for (const { name } of findAged(node.value, lifecycles, day)) {
						assert.ok(asides.join(' ').includes(name), `${id}, ${day}: ${name}`);
					}
				});
			}
		}
	});
});

test('the program that lists old facts names those that are, and counts the rest', () => {
	const run = (day: string) =>
		spawnSync(process.execPath, ['scripts/factAges.ts'], {
			cwd: root,
			env: { ...process.env, TODAY: day },
			encoding: 'utf8',
		}).stdout;
	const [first] = instructions;
	assert.ok(first);
	const total = /^0 of (\d+) not checked for more than 180 days\.\n$/.exec(run(first.checked))?.[1];
	assert.ok(Number(total) > instructions.length + commands.length + checks.length);
	const old = run('2099-01-01').trim().split('\n');
	assert.equal(old.at(-1), `${total} of ${total} not checked for more than 180 days.`);
	assert.ok(old.includes(`${first.checked}  ${first.file}`));
});
