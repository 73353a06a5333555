import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { visit } from 'unist-util-visit';
import { parseOutline } from '../src/notes/notes.ts';
import { notesFile } from '../src/env.ts';
import {
	findCodes,
	findBroken,
	pageAt,
	readBuilt,
	readText,
	atRoot,
	toAddress,
	toPublicUrl,
} from './built.ts';
import { readSite } from './loaded.ts';

const loaded = readSite();
const { reference } = loaded;
const inner = loaded.pages.map((page) => ({ ...page, address: `/${page.id}/` }));

/** The pages that are made of other things than Markdown. */
const own = ['/cheatsheet/', '/snippets/', '/explain/'];

/** What is no page, and others may link to. */
const files = [
	...['-a4', '-letter', '-a4-black', '-letter-black'].map((end) => `cheatsheet/docker${end}.pdf`),
	...[
		'cheatsheet/docker-a4.png',
		'cheatsheet/docker.txt',
		'favicon.svg',
		'opensearch.xml',
		'explain.json',
		'explain-others.json',
	],
	...['robots.txt', 'llms.txt', 'llms-full.txt', 'sitemap-index.xml', 'licences.txt', '_headers'],
	...['instructions', 'commands', 'checks', 'snippets'].flatMap((name) => [
		`api/${name}.json`,
		`api/${name}.schema.json`,
	]),
];

/** The code of every fence of a page's Markdown, in order. */
function toCodes(markdown: string): string[] {
	const codes: string[] = [];
	visit(parseOutline(markdown).root, 'code', (node) => {
		codes.push(node.value);
	});
	return codes;
}

describe('the site', () => {
	const built = readBuilt(atRoot);
	const hrefs = (address: string, selector: string): string[] => {
		const $ = pageAt(built, address);
		const links = $(selector).toArray();
		return links.map((link) => toAddress(atRoot, $(link).attr('href') ?? ''));
	};

	test('has the addresses that outside links depend on', () => {
		const stable = [
			...['/foundations/', '/dockerfile/', '/dockerfile/instructions/', '/commands/', '/checks/'],
			...reference.instructions.map(({ id }) => `/dockerfile/instructions/${id}/`),
			...reference.commands.map(({ id }) => `/commands/${id}/`),
			...reference.checks.map(({ id }) => `/checks/${id}/`),
			...reference.tables.map(({ id }) => `/dockerfile/${id}/`),
			...['/corrections/', '/a-z/', '/search/', '/404.html', ...own],
		];
		assert.deepEqual(
			stable.filter((address) => !built.pages.has(address)),
			[],
		);
		assert.deepEqual(
			files.filter((file) => !built.files.includes(file)),
			[],
		);
	});

	test('has a page for each page of the notes, the sheet, the home page and nothing else', () => {
		const others = ['/', '/404.html', '/search/', ...own];
		const expected = [...others, ...inner.map(({ address }) => address)];
		assert.deepEqual([...built.pages.keys()].sort(), expected.sort());
	});

	test('has no link, source or anchor that leads nowhere', () => {
		assert.deepEqual(findBroken(built), []);
	});

	test('gives each page its title, its way back, its neighbours and its line in the notes', () => {
		for (const [at, { id, address, title, line, file, parents }] of inner.entries()) {
			assert.equal(pageAt(built, address)('h1').text().trim(), title);
			const edit = hrefs(address, 'footer .meta a').find((href) => href.includes('/edit/')) ?? '';
			const place = line === undefined ? file : `${notesFile}#L${line}`;
			if (place === undefined) assert.equal(edit, '', address);
			else assert.ok(edit.endsWith(`/edit/main/${place}`), `${address}: ${edit}`);

			const crumbs = hrefs(address, 'nav[aria-label="Breadcrumbs"] a');
			assert.deepEqual(
				crumbs,
				parents.map((parent) => `/${parent}/`),
			);
			const neighbours = [inner[at - 1], inner[at + 1]].map((page) => page && [page.address]);
			assert.deepEqual(hrefs(address, 'a[rel=prev]'), neighbours[0] ?? []);
			assert.deepEqual(hrefs(address, 'a[rel=next]'), neighbours[1] ?? []);

			const below = inner.filter((page) => page.parents.at(-1) === id);
			const listed = new Set(hrefs(address, 'main .sl-markdown-content :is(li, th, td) a'));
			const missing = below.filter((page) => !listed.has(page.address));
			assert.deepEqual(missing, [], address);
		}
	});

	test('marks the current page in each sidebar, and lists each page once', () => {
		for (const address of [...inner.map((page) => page.address), ...own]) {
			const listed = hrefs(address, '#starlight__sidebar .branch a');
			assert.equal(new Set(listed).size, listed.length, address);
			// On a phone the links of the header stand above the list.
			const marked = hrefs(address, '#starlight__sidebar a[aria-current=page]');
			// Corrections stand on no level of it.
			const expected = address === '/corrections/' ? [] : [address];
			assert.deepEqual([...new Set(marked)], expected);
		}
	});

	test('shows the code of each source to the byte', () => {
		for (const { address, body } of inner) {
			const $ = pageAt(built, address);
			assert.deepEqual(findCodes($, 'main .expressive-code'), toCodes(body), address);
		}
	});

	test('has heads for columns and rows in each table', () => {
		for (const { address } of inner) {
			const $ = pageAt(built, address);
			for (const table of $('main .sl-markdown-content table').toArray()) {
				assert.ok($(table).find('thead th[scope=col]').length > 0, address);
				const rows = $(table).find('tbody tr').length;
				assert.equal($(table).find('tbody tr > th[scope=row]:first-child').length, rows, address);
			}
		}
	});

	test('lists the instructions with what they do and an example', () => {
		const $ = pageAt(built, '/dockerfile/instructions/');
		const rows = $('tbody tr').toArray();
		assert.equal(rows.length, reference.instructions.length);
		for (const row of rows) {
			const cells = $(row).children().toArray();
			const [name = '', example = '', what = ''] = cells.map((cell) => $(cell).text());
			const href = toAddress(atRoot, $(row).find('th[scope=row] a').attr('href') ?? '');
			assert.equal(href, `/dockerfile/instructions/${name.toLowerCase()}/`);
			assert.equal(pageAt(built, href)('meta[name=description]').attr('content'), what);
			assert.ok(example.startsWith(`${name} `), `${name}: ${example}`);
		}
	});

	test('keeps every page for those who have no network', () => {
		const worker = readText(atRoot, 'service-worker.js');
		const kept = new Set([...worker.matchAll(/url:[`"']([^`"']*)/g)].map(([, url]) => `/${url}`));
		const missing = [...built.pages.keys()].filter(
			(address) => !kept.has(address === '/' ? '/./' : address),
		);
		assert.deepEqual(missing, []);
	});

	test('tells robots of the sitemap, and the sitemap tells of every page', () => {
		const index = toPublicUrl(atRoot, '/sitemap-index.xml');
		assert.match(readText(atRoot, 'robots.txt'), new RegExp(`^Sitemap: ${index}$`, 'm'));
		const toPlaces = (file: string): string[] =>
			[...readText(atRoot, file).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, place = '']) => place);
		assert.deepEqual(toPlaces('sitemap-index.xml'), [toPublicUrl(atRoot, '/sitemap-0.xml')]);
		const expected = [...built.pages.keys()].filter((address) => address !== '/404.html');
		const places = expected.map((address) => toPublicUrl(atRoot, address));
		// Pages that have moved lead on, and are named there too.
		const told = new Set(toPlaces('sitemap-0.xml'));
		assert.deepEqual(
			places.filter((place) => !told.has(place)),
			[],
		);
	});

	test('leaves punctuation as the author typed it', () => {
		for (const { address, line } of inner) {
			if (line === undefined) continue;
			const main = pageAt(built, address)('main').clone();
			main.find('.sl-anchor-link, aside, .title').remove();
			assert.doesNotMatch(main.text(), /[–—“”‘…]/, address);
		}
	});
});
