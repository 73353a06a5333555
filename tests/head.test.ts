import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CheerioAPI } from 'cheerio';
import {
	readBuilt,
	readText,
	atRoot,
	toAddress,
	toHrefs,
	toPublicUrl,
	type Site,
} from './built.ts';

/** Where HTML names what the browser loads by itself; `<a>` is for the reader to follow. */
const loading = '[src], [srcset], [poster], [data], link[href], use[href], image[href]';
const loadingAttributes = ['src', 'srcset', 'poster', 'data', 'href', 'xlink:href'];

describe('the pages of the site', () => {
	const built = readBuilt(atRoot);

	for (const [address, $] of built.pages) {
		const content = (selector: string): string => $(selector).attr('content')?.trim() ?? '';

		test(`${address} says what it is to readers, search engines and previews`, () => {
			assert.equal($('html').attr('lang'), 'en');
			assert.equal($('h1').length, 1);
			assert.notEqual($('h1').text().trim(), '');
			assert.equal($('head > title').length, 1);
			assert.notEqual($('head > title').text().trim(), '');
			assert.equal($('meta[name=description]').length, 1);
			assert.notEqual(content('meta[name=description]'), '');
			assert.notEqual(content('meta[property="og:title"]'), '');
			assert.equal(content('meta[name=referrer]'), 'no-referrer');
			assert.equal(content('meta[property="og:description"]'), content('meta[name=description]'));
			const image = toPublicUrl(atRoot, '/cheatsheet/docker-a4.png');
			assert.equal(content('meta[property="og:image"]'), image);
			assert.ok(built.files.includes('cheatsheet/docker-a4.png'));
			assert.equal(toAddress(atRoot, $('link[rel~=icon]').attr('href') ?? ''), '/favicon.svg');
		});

		test(`${address} names its own address`, () => {
			// No page stands at the address of the page for missing pages.
			const own = toPublicUrl(atRoot, address === '/404.html' ? '/404/' : address);
			assert.equal($('link[rel=canonical]').length, 1);
			assert.equal($('link[rel=canonical]').attr('href'), own);
			assert.equal(content('meta[property="og:url"]'), own);
		});

		test(`${address} loads nothing from another host`, () => {
			const attributes = $(loading)
				.toArray()
				.flatMap(({ attribs }) => loadingAttributes.map((name) => attribs[name]))
				.filter((url) => url !== undefined);
			const styles = [
				...$('[style]')
					.toArray()
					.map(({ attribs }) => attribs['style'] ?? ''),
				...$('style')
					.toArray()
					.map((element) => $(element).text()),
			];
			const all = [...attributes, ...styles.flatMap(toStyleUrls)];
			assert.deepEqual(
				all.filter((url) => isForeign(url, atRoot)),
				[],
			);
		});
	}

	test('asks in its head for each sheet that stands in the text, and for nothing that does not', () => {
		const hrefs = ($: CheerioAPI, selector: string) => [...new Set(toHrefs($, selector))];
		const all = [...built.pages.values()].map(($) => hrefs($, 'body link[rel=stylesheet]'));
		const early = [...built.pages.values()].map(($) => hrefs($, 'head link[rel=preload]'));
		assert.ok(all.some((sheets) => sheets.length > 0));
		assert.deepEqual(early, all);
	});

	test('has titles that tell the pages apart', () => {
		const titles = [...built.pages.values()].map(($) => $('title').text());
		assert.deepEqual(
			titles.filter((title, at) => titles.indexOf(title) !== at),
			[],
		);
	});

	test('has style sheets that load nothing from another host and nothing that is missing', () => {
		const sheets = built.files.filter((file) => file.endsWith('.css'));
		assert.notEqual(sheets.length, 0);
		for (const file of sheets) {
			const urls = toStyleUrls(readText(atRoot, file)).filter((url) => !/^(?:data:|#)/.test(url));
			const missing = urls.filter((url) => {
				const { origin, pathname } = new URL(url, toPublicUrl(atRoot, `/${file}`));
				const path = toAddress(atRoot, pathname).slice(1);
				return origin !== atRoot.origin || !built.files.includes(path);
			});
			assert.deepEqual(missing, [], file);
		}
	});
});

/** What `url(…)` and `@import` name in CSS. */
function toStyleUrls(css: string): string[] {
	const urls = css.matchAll(/(?:url\(|@import)\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]+))/g);
	return [...urls].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
}

/** Whether any part of an attribute leads to another host; `srcset` has several. */
function isForeign(value: string, { origin }: Site): boolean {
	return [...value.matchAll(/(?:^|[\s,])((?:[a-z][a-z\d+.-]*:)?\/\/[^\s,]*)/gi)].some(
		([, url = '']) => new URL(url, origin).origin !== origin,
	);
}
