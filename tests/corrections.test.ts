import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CheerioAPI } from 'cheerio';
import { toString } from 'mdast-util-to-string';
import type { Correction } from '../src/reference/schema/lists.ts';
import { parseOutline } from '../src/notes/notes.ts';
import { normalise, pageAt, readBuilt, atRoot, toAddress } from './built.ts';
import { readSite } from './loaded.ts';

const loaded = readSite();
const { corrections } = loaded.reference;

/** The headings that an aside stands below, and the block it precedes, other corrections of it left out. */
function findPlace($: CheerioAPI, aside: string): { headings: string[]; block: string } {
	// What says that a block is the author's stands before the block.
	$('.as-written > p').remove();
	const element = $(aside);
	const behind = element.nextAll().toArray();
	const block = behind.find(({ tagName }) => tagName !== 'aside');
	const lines = $('.code', block).toArray();
	const text =
		lines.length > 0 ? lines.map((line) => $(line).text()).join(' ') : $(block ?? '').text();
	const above = element.parentsUntil('.sl-markdown-content').add(element);
	const headings = above.prevAll('.sl-heading-wrapper').find('h2, h3').toArray();
	return {
		headings: [...headings.map((heading) => $(heading).text()), $('h1').text().trim()],
		block: normalise(text),
	};
}

const built = readBuilt(atRoot);
const list = pageAt(built, '/corrections/');
/** The pages that have an aside, by its id. */
const pagesOf = new Map<string, CheerioAPI[]>();
for (const $ of built.pages.values()) {
	for (const { attribs } of $('main aside[id^="correction-"]').toArray()) {
		const id = attribs['id'] ?? '';
		pagesOf.set(id, [...(pagesOf.get(id) ?? []), $]);
	}
}

/** What a correction says at a place: what holds, since when, who says so, when it was checked. */
function findUnsaid(
	{ text, since, see, links, checked }: Correction,
	said: ReturnType<CheerioAPI>,
) {
	const words = normalise(said.text());
	const hrefs = said.find('a').toArray();
	const led = new Set(hrefs.map((link) => toAddress(atRoot, link.attribs['href'] ?? '')));
	const wanted = [
		normalise(toString(parseOutline(text).root)),
		`checked ${checked}`,
		...(since === undefined ? [] : [`Since ${since}`]),
	];
	const targets = [
		...links.map(({ url }) => `outside: ${url}`),
		...(see === undefined ? [] : [`/dockerfile/${see}/`]),
	];
	return [
		...wanted.filter((part) => !words.includes(part)),
		...targets.filter((target) => !led.has(target)),
	];
}

describe('the site', () => {
	for (const correction of corrections) {
		const { id, at } = correction;
		test(`says ${id} right before each block that it is about, and on the page of all`, () => {
			const aside = `main aside[id="correction-${id}"]`;
			const pages = pagesOf.get(`correction-${id}`) ?? [];
			const places = pages.map(($) => findPlace($, aside));
			for (const { heading, quote } of at) {
				const found = places.some(
					({ headings, block }) => headings.includes(heading) && block.includes(normalise(quote)),
				);
				assert.ok(found, `${heading}: ${quote} not behind one of ${JSON.stringify(places)}`);
			}
			// Commands of the notes stand on two pages: their own and the notes' page.
			assert.ok(places.length >= at.length);
			for (const $ of pages) assert.deepEqual(findUnsaid(correction, $(aside)), []);
			const item = list(`main li[id="${id}"]`);
			assert.deepEqual(findUnsaid(correction, item), []);
			for (const { heading, quote } of at) {
				assert.ok(normalise(item.text()).includes(`“${normalise(quote)}” in ${heading}`));
			}
		});
	}

	test('lists all corrections on a page', () => {
		const ids = list('main li[id]')
			.toArray()
			.map((item) => item.attribs['id']);
		assert.ok(ids.length > 0);
		assert.deepEqual(
			ids,
			corrections.map(({ id }) => id),
		);
	});
});
