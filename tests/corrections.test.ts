import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CheerioAPI } from 'cheerio';
import { toString } from 'mdast-util-to-string';
import { parseOutline } from '../src/notes/notes.ts';
import { loadSite } from '../src/site.ts';
import { toEnvironment } from '../src/env.ts';
import { normalise, pageAt, readBuilt, root, sites, toAddress } from './built.ts';

const loaded = loadSite(pathToFileURL(root), toEnvironment(process.env).today);
assert.ok(loaded.ok);
const { corrections, tables } = loaded.reference;

/** The headings that an aside stands below, and the block it follows, what else is said of it left out. */
function findPlace($: CheerioAPI, aside: string): { headings: string[]; block: string } {
	const element = $(aside);
	const before = element.prevAll().toArray();
	const block = before.find(({ tagName }) => tagName !== 'aside' && tagName !== 'details');
	const lines = $(block ?? '')
		.find('.code')
		.toArray();
	const text =
		lines.length > 0 ? lines.map((line) => $(line).text()).join(' ') : $(block ?? '').text();
	const above = element.parentsUntil('.sl-markdown-content').add(element);
	const headings = above.prevAll('.sl-heading-wrapper').find('h2, h3').toArray();
	return {
		headings: [...headings.map((heading) => $(heading).text()), $('h1').text().trim()],
		block: normalise(text),
	};
}

for (const site of sites) {
	describe(`the site ${site.name}`, () => {
		const built = readBuilt(site);
		assert.ok(corrections.length > 0);

		for (const { id, at, text, since, see, links, checked } of corrections) {
			test(`says ${id} right behind each block that it is about`, () => {
				const aside = `main aside[id="correction-${id}"]`;
				const places = [...built.pages.values()]
					.filter(($) => $(aside).length === 1)
					.map(($) => findPlace($, aside));
				for (const { heading, quote } of at) {
					const found = places.some(
						({ headings, block }) => headings.includes(heading) && block.includes(normalise(quote)),
					);
					assert.ok(found, `${heading}: ${quote} not before one of ${JSON.stringify(places)}`);
				}
				// Commands of the notes stand on two pages: their own and the notes' page.
				assert.ok(places.length >= at.length);
			});

			test(`says of ${id} what holds, since when, who says so and when it was checked`, () => {
				const pages = [...built.pages.values()];
				const $ = pages.find((page) => page(`aside[id="correction-${id}"]`).length > 0);
				const list = pageAt(built, '/corrections/');
				for (const [page, selector] of [
					[$, `aside[id="correction-${id}"]`],
					[list, `li[id="${id}"]`],
				] as const) {
					const said = page?.(selector);
					const words = normalise(said?.text() ?? '');
					assert.ok(words.includes(normalise(toString(parseOutline(text).root))), words);
					assert.ok(words.includes(`checked ${checked}`), words);
					assert.ok(since === undefined || words.includes(`Since ${since}`), words);
					const hrefs = said?.find('a').toArray() ?? [];
					const led = hrefs.map((link) => toAddress(site, link.attribs['href'] ?? ''));
					for (const { url } of links) assert.ok(led.includes(`outside: ${url}`), url);
					assert.ok(see === undefined || led.includes(`/dockerfile/${see}/`));
				}
				assert.ok(see === undefined || tables.some((table) => table.id === see));
			});
		}

		test('lists all corrections on a page, each with links to its places', () => {
			const $ = pageAt(built, '/corrections/');
			const items = $('main li[id]').toArray();
			assert.deepEqual(
				items.map((item) => item.attribs['id']),
				corrections.map(({ id }) => id),
			);
			for (const [index, { at }] of corrections.entries()) {
				const words = normalise($(items[index] ?? '').text());
				for (const { heading, quote } of at) {
					assert.ok(words.includes(`“${normalise(quote)}” in ${heading}`), words);
				}
			}
		});
	});
}
