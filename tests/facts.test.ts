import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CheerioAPI } from 'cheerio';
import { toString } from 'mdast-util-to-string';
import { parseOutline } from '../src/notes/notes.ts';
import { loadSite } from '../src/site.ts';
import { toEnvironment } from '../src/env.ts';
import { normalise, pageAt, readBuilt, root, sites } from './built.ts';

const loaded = loadSite(pathToFileURL(root), toEnvironment(process.env).today);
assert.ok(loaded.ok);
const { reference } = loaded;
const [site] = sites;
assert.ok(site);
const built = readBuilt(site);

/** What is written on pages otherwise than in the data: the words of the page for it. */
const words: Readonly<Record<string, (value: string) => string>> = {
	'flags.default': (value) => (value === 'false' ? 'off' : value),
	'hadolint.severity': (value) => value.toLowerCase(),
	onByDefault: (value) => (value === 'true' ? 'on by default' : 'off unless asked for'),
	experimental: (value) => (value === 'true' ? 'experimental' : ''),
	outdated: (value) => (value === 'true' ? 'Nobody needs this any more' : ''),
	// The heading of the notes is not shown, the text below it is.
	heading: () => 'From the notes',
};

/** Fields that say where a thing stands, not what it is. */
const silent = new Set(['id', 'file', 'task', 'gotchas.id']);

/** Every value of the data below a name of its field, without the places in lists. */
function toFields(value: unknown, path: readonly string[] = []): [string, string][] {
	if (typeof value !== 'object' || value === null) {
		return value === undefined ? [] : [[path.join('.'), String(value)]];
	}
	if (Array.isArray(value)) return value.flatMap((inner) => toFields(inner, path));
	return Object.entries(value).flatMap(([key, inner]) => toFields(inner, [...path, key]));
}

/** The text of a page, that of its snippets included, and where its links lead. */
function readPage($: CheerioAPI): { text: string; hrefs: Set<string> } {
	$('main sup, main .aside-title').remove();
	const code = $('main .expressive-code .code').toArray();
	const lines = code.map((line) => $(line).text().replace(/\n$/, ''));
	const hrefs = $('main a[href]').toArray();
	return {
		text: normalise(`${$('h1').text()} ${$('main').text()} ${lines.join('\n')}`),
		hrefs: new Set(hrefs.map((link) => $(link).attr('href') ?? '')),
	};
}

/** The fields of some facts that their page does not show; `own` is what the whole page rests on. */
function findMissing(facts: object, own: string, $: CheerioAPI): string[] {
	const { text, hrefs } = readPage($);
	return toFields(facts)
		.filter(([field]) => !silent.has(field) && !isForOthers(field))
		.filter(([field, value]) => {
			const last = field.split('.').at(-1) ?? '';
			if (last === 'url' || last === 'docs') return !hrefs.has(value);
			if (last === 'checked') return !text.includes(`checked ${value}`);
			if (last === 'sources') return !isCited(value, own, hrefs);
			const shown = words[field]?.(value) ?? value;
			return !text.includes(normalise(shown));
		})
		.map(([field, value]) => `${field}: ${value}`);
}

/** What only search and the sheet read. */
function isForOthers(field: string): boolean {
	return ['words', 'errors', 'brief'].includes(field.split('.').at(-1) ?? '');
}

/** A source is linked as it stands, or by the place in it that the whole page rests on. */
function isCited(id: string, own: string, hrefs: ReadonlySet<string>): boolean {
	const url = reference.sources[id]?.url ?? '';
	return hrefs.has(url) || (own.startsWith(url) && hrefs.has(own));
}

describe('the page of', () => {
	for (const instruction of reference.instructions) {
		test(`${instruction.name} shows every field of its data`, () => {
			const $ = pageAt(built, `/dockerfile/instructions/${instruction.id}/`);
			// A default of `RUN --mount` is shown as it is typed.
			const mounts = instruction.mounts.map(({ defaults, ...mount }) => ({
				...mount,
				defaults: Object.entries(defaults).map(([key, value]) => `${key}=${value}`),
			}));
			assert.deepEqual(findMissing({ ...instruction, mounts }, instruction.docs, $), []);
		});

		test(`${instruction.name} answers six questions at a glance`, () => {
			const $ = pageAt(built, `/dockerfile/instructions/${instruction.id}/`);
			const { layer, acts, repeat, variables, inherited, override } = instruction;
			const expected = [layer, acts, repeat, variables, inherited, override];
			const answers = $('.glance li').toArray();
			assert.deepEqual(
				answers.map((item) => $(item).find('strong').text()),
				expected.map(({ is }) => is),
			);
			for (const [index, { detail }] of expected.entries()) {
				assert.ok(normalise($(answers[index] ?? '').text()).includes(detail), detail);
			}
		});

		test(`${instruction.name} gives every option, gotcha, mount and rule an address`, () => {
			const $ = pageAt(built, `/dockerfile/instructions/${instruction.id}/`);
			const ids = [
				...instruction.options.map(({ name }) => `option-${name.replace(/^--/, '').toLowerCase()}`),
				...instruction.gotchas.map(({ id }) => `watch-out-${id}`),
				...instruction.mounts.map(({ type }) => `mount-${type}`),
				...instruction.hadolint.map(({ code }) => code.toLowerCase()),
			];
			const missing = ids.filter((id) => $(`main :is(tr, li)[id="${id}"]`).length !== 1);
			assert.deepEqual(missing, []);
		});
	}

	for (const command of reference.commands) {
		test(`${command.name} shows every field of its data and stands below its task`, () => {
			const address = `/commands/${command.id}/`;
			assert.deepEqual(findMissing(command, command.docs, pageAt(built, address)), []);
			const $ = pageAt(built, '/commands/');
			const table = $(`main th a[href="${address}"]`).closest('.stack');
			const task = table.prevAll('.sl-heading-wrapper').first().find('h2').text();
			assert.equal(task.toLowerCase(), command.task);
		});
	}

	for (const check of reference.checks) {
		test(`${check.name} shows every field of its data and how to skip it`, () => {
			const $ = pageAt(built, `/checks/${check.id}/`);
			assert.deepEqual(findMissing(check, check.url, $), []);
			const line = check.experimental ? 'experimental' : 'skip';
			assert.ok(readPage($).text.includes(`# check=${line}=${check.name}`));
		});
	}

	test('all build checks says how they are run, skipped and made to fail a build', () => {
		const $ = pageAt(built, '/checks/');
		const { text, hrefs } = readPage($);
		assert.ok(reference.usage.length > 0);
		for (const { id, sources, text: markdown } of reference.usage) {
			assert.ok(text.includes(normalise(markdown.replaceAll('`', ''))), id);
			assert.equal($(`main li[id="${id}"]`).length, 1);
			for (const source of sources) assert.ok(isCited(source, '', hrefs), `${id}: ${source}`);
		}
	});
});

describe('a truth table', () => {
	test('is there for each question that people search for', () => {
		const ids = reference.tables.map(({ id }) => id);
		const wanted = ['cmd-and-entrypoint', 'layers', 'copy-or-add', 'arg-or-env', 'run-overrides'];
		assert.deepEqual(
			wanted.filter((id) => !ids.includes(id)),
			[],
		);
	});

	for (const table of reference.tables) {
		test(`${table.title} has all its cells, gotchas and sources`, () => {
			const $ = pageAt(built, `/dockerfile/${table.id}/`);
			const { text, hrefs } = readPage($);
			const cells = $('main tbody tr > *').toArray();
			const shown = new Set(cells.map((cell) => normalise($(cell).text())));
			for (const cell of table.rows.flat()) {
				assert.ok(shown.has(normalise(toString(parseOutline(cell).root))), cell);
			}
			for (const { url } of table.links) assert.ok(hrefs.has(url), url);
			const gotchas = reference.instructions.flatMap(({ id, gotchas: own }) =>
				own.filter((gotcha) => table.gotchas.includes(`${id}/${gotcha.id}`)),
			);
			assert.equal(gotchas.length, table.gotchas.length);
			for (const gotcha of gotchas) assert.ok(text.includes(gotcha.text), gotcha.text);
			assert.equal($('main tbody tr').length, table.rows.length + countMade(table));
		});
	}

	test('says the same as the facts of the instructions', () => {
		const rows = pageAt(built, '/dockerfile/layers/')('main tbody tr').toArray();
		const $ = pageAt(built, '/dockerfile/layers/');
		const answers = new Map(
			rows.map((row) => [$(row).find('th').text(), $(row).find('strong').text()]),
		);
		const expected = { layer: 'a layer', metadata: 'settings', none: 'nothing' };
		for (const { name, layer } of reference.instructions) {
			assert.equal(answers.get(name), expected[layer.is], name);
		}
	});
});

/** How many rows a table has that are made from facts. */
function countMade({ of, instructions }: (typeof reference.tables)[number]): number {
	if (of === undefined) return 0;
	if (of !== 'options') return reference.instructions.length;
	const compared = reference.instructions.filter(({ name }) => instructions.includes(name));
	return new Set(compared.flatMap(({ options }) => options.map(({ name }) => name))).size;
}
