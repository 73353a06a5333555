import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CheerioAPI } from 'cheerio';
import { toString } from 'mdast-util-to-string';
import { toOptionAnchor } from '../src/reference/addresses.ts';
import { parseOutline } from '../src/notes/notes.ts';
import { normalise, pageAt, readBuilt, atRoot } from './built.ts';
import { readSite } from './loaded.ts';

const loaded = readSite();
const { reference } = loaded;
const { instructions, commands, checks, tables } = reference;
const built = readBuilt(atRoot);

/** What is written on pages otherwise than in the data: the words of the page for it. */
const words: Readonly<Record<string, (value: string) => string>> = {
	'flags.default': (value) => (value === 'false' ? 'off' : value),
	'notes.text': toPlain,
	'examples.note': toPlain,
	'hadolint.severity': (value) => value.toLowerCase(),
	experimental: (value) => (value === 'true' ? 'off unless asked for' : 'on by default'),
	// The heading of the notes is not shown, the text below it is.
	heading: () => 'From the notes',
};

function toPlain(markdown: string): string {
	return toString(parseOutline(markdown).root);
}

/** Fields that say where a thing stands, not what it is. */
const silent = new Set(['id', 'file', 'task', 'gotchas.id', 'flags.group']);

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
	const main = $('main').clone();
	main.find('sup, .aside-title').remove();
	const code = main.find('.expressive-code .code').toArray();
	const lines = code.map((line) => $(line).text().replace(/\n$/, ''));
	const hrefs = main.find('a[href]').toArray();
	return {
		text: normalise(`${$('h1').text()} ${main.text()} ${lines.join('\n')}`),
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
			// An answer or a guide is shown by its title.
			if (last === 'related' && /^[a-z\d-]+$/.test(value)) return !isLinked(value, hrefs);
			const shown = words[field]?.(value) ?? value;
			return !text.includes(normalise(shown));
		})
		.map(([field, value]) => `${field}: ${value}`);
}

/** What only search and the sheet read. */
function isForOthers(field: string): boolean {
	return ['words', 'brief'].includes(field.split('.').at(-1) ?? '');
}

function isLinked(id: string, hrefs: ReadonlySet<string>): boolean {
	return [...hrefs].some((href) => href.endsWith(`/${id}/`));
}

/** A source is linked as it stands, or by the place in it that the whole page rests on. */
function isCited(id: string, own: string, hrefs: ReadonlySet<string>): boolean {
	const url = reference.sources[id]?.url ?? '';
	return hrefs.has(url) || (own.startsWith(url) && hrefs.has(own));
}

/** Each page of facts with its data, and what the whole page rests on. */
const pages = [
	...instructions.map((facts) => {
		// A default of `RUN --mount` is shown as it is typed.
		const mounts = facts.mounts.map(({ defaults, ...mount }) => ({
			...mount,
			defaults: Object.entries(defaults).map(([key, value]) => `${key}=${value}`),
		}));
		// A form that is the only one needs no label.
		const syntax = facts.syntax.map(({ form, ...others }) =>
			facts.syntax.length > 1 ? { form, ...others } : others,
		);
		const address = `/dockerfile/instructions/${facts.id}/`;
		return { address, facts: { ...facts, mounts, syntax }, own: facts.docs };
	}),
	...commands.map((facts) => ({ address: `/commands/${facts.id}/`, facts, own: facts.docs })),
	...checks.map((facts) => ({ address: `/checks/${facts.id}/`, facts, own: facts.url })),
];

describe('a page of facts', () => {
	for (const { address, facts, own } of pages) {
		test(`at ${address} shows every field of its data`, () => {
			assert.deepEqual(findMissing(facts, own, pageAt(built, address)), []);
		});
	}

	test('gives every option, gotcha, mount and rule of an instruction an address', () => {
		for (const { id, options, gotchas, mounts, hadolint } of instructions) {
			const $ = pageAt(built, `/dockerfile/instructions/${id}/`);
			const ids = [
				...options.map(({ name }) => toOptionAnchor(name)),
				...gotchas.map((gotcha) => `watch-out-${gotcha.id}`),
				...mounts.map(({ type }) => `mount-${type}`),
				...hadolint.map(({ code }) => code.toLowerCase()),
			];
			assert.deepEqual(
				ids.filter((anchor) => $(`main :is(tr, li)[id="${anchor}"]`).length !== 1),
				[],
			);
		}
	});

	test('on a command is listed below its task', () => {
		const $ = pageAt(built, '/commands/');
		for (const { id, task } of commands) {
			const table = $(`main th a[href="/commands/${id}/"]`).closest('.stack');
			const heading = table.prevAll('.sl-heading-wrapper').first().find('h2').text();
			assert.equal(heading.toLowerCase(), task);
		}
	});

	test('on a check says how to skip it', () => {
		for (const { id, name, experimental } of checks) {
			const { text } = readPage(pageAt(built, `/checks/${id}/`));
			assert.ok(text.includes(`# check=${experimental ? 'experimental' : 'skip'}=${name}`));
		}
	});
});

describe('a truth table', () => {
	for (const table of tables) {
		test(`${table.title} has all its cells, gotchas and sources`, () => {
			const $ = pageAt(built, `/dockerfile/${table.id}/`);
			const { text, hrefs } = readPage($);
			const cells = $('main tbody tr > *').toArray();
			const shown = new Set(cells.map((cell) => normalise($(cell).text())));
			for (const cell of table.rows.flat()) {
				assert.ok(shown.has(normalise(toPlain(cell))), cell);
			}
			for (const { url } of table.links) assert.ok(hrefs.has(url), url);
			const gotchas = instructions.flatMap(({ id, gotchas: own }) =>
				own.filter((gotcha) => table.gotchas.includes(`${id}/${gotcha.id}`)),
			);
			for (const gotcha of gotchas) assert.ok(text.includes(gotcha.text), gotcha.text);
			assert.equal($('main tbody tr').length, table.rows.length + countMade(table));
		});
	}

	test('says the same as the facts of the instructions', () => {
		const $ = pageAt(built, '/dockerfile/layers/');
		const rows = $('main tbody tr').toArray();
		const said = rows.map((row) => `${$(row).find('th').text()}: ${$(row).find('strong').text()}`);
		const answers = { layer: 'a layer', metadata: 'settings', none: 'nothing' };
		const expected = instructions.map(({ name, layer }) => `${name}: ${answers[layer.is]}`);
		assert.deepEqual(said.toSorted(), expected.toSorted());
	});
});

/** How many rows a table has that are made from facts. */
function countMade({ of, instructions: names }: (typeof tables)[number]): number {
	if (of === undefined) return 0;
	if (of !== 'options') return instructions.length;
	const compared = instructions.filter(({ name }) => names.includes(name));
	return new Set(compared.flatMap(({ options }) => options.map(({ name }) => name))).size;
}
