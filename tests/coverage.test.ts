import type { CheerioAPI } from 'cheerio';
import type { Nodes } from 'mdast';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'cheerio';
import { visit } from 'unist-util-visit';
import { flatten, type Block } from '../src/notes/notes.ts';
import { findCodes, normalise, pageAt, readBuilt, atRoot, toTexts } from './built.ts';
import { readDocker } from './docker.ts';

const { plan, pages } = readDocker();
const { outline } = plan;
const [home, ...inner] = pages;

/** Where a page has the author's words: on the page of an instruction or command they are framed. */
function scopeOf($: CheerioAPI): string {
	const content = '.sl-markdown-content';
	return $(`${content} .from-notes`).length > 0 ? `${content} .from-notes` : content;
}

test('every block of the notes stands on exactly one page, but for what is dropped', () => {
	const index = flatten(outline.sections).find(({ title }) => title === 'Index');
	const expected = outline.blocks
		.filter((block) => !isSpacer(block) && !isEmptyHeading(block))
		.filter(({ start }) => index === undefined || start < index.start || start >= index.end);
	const actual = pages.flatMap(({ blocks }) => blocks).filter((block) => !isSpacer(block));
	assert.deepEqual(actual.map(toSource), expected.map(toSource));
	assert.ok(expected.length > 100);
});

describe('the notes on the site', () => {
	const built = readBuilt(atRoot);

	test('/ shows the title and what stands below it', () => {
		const text = normalise(toReadable(pageAt(built, '/'))('main').text());
		const own = home?.blocks.filter((block) => !isSpacer(block)) ?? [];
		const parts = own.map(({ node }) => normalise(toText(node)));
		assert.deepEqual(
			parts.filter((part) => part === '' || !text.includes(part)),
			[],
		);
		assert.notEqual(parts.length, 0);
	});

	for (const { id, title, blocks, isIndex } of inner) {
		const address = `/${id}/`;
		const [, ...below] = blocks.filter((block) => !isSpacer(block));

		test(`${address} shows its blocks in the order of the notes and nothing else`, () => {
			const $ = toReadable(pageAt(built, address));
			assert.equal($('h1').text().trim(), title);
			const shown = toTexts($, `${scopeOf($)} > *`);
			const own = isIndex ? shown.slice(0, below.length) : shown;
			assert.deepEqual(
				own,
				below.map(({ node }) => normalise(toText(node))),
			);
		});

		test(`${address} shows every item, cell and heading of the notes as one piece`, () => {
			const $ = toReadable(pageAt(built, address));
			for (const [type, selector] of pieces) {
				const shown = toTexts($, `${scopeOf($)} ${selector}`);
				const expected = below
					.flatMap(({ node }) => collect(node, type))
					.map((node) => normalise(toText(node)));
				assert.deepEqual(isIndex ? shown.slice(0, expected.length) : shown, expected);
			}
		});

		test(`${address} shows no raw HTML`, () => {
			const $ = pageAt(built, address);
			assert.equal($(`${scopeOf($)} br`).length, 0);
			if (!isIndex) assert.doesNotMatch($(scopeOf($)).text(), /<\/?[a-z]/i);
			assert.doesNotMatch($('main').text(), /<!--/);
			assert.doesNotMatch($.html(), /&lt;br|&#60;br|&#x3c;br/i);
		});
	}
});

const pieces = [
	['listItem', 'li'],
	['tableCell', ':is(td, th)'],
	['heading', ':is(h2, h3, h4, h5, h6)'],
] as const;

function isSpacer({ node }: Block): boolean {
	return node.type === 'html' && node.value.replace(/<br>|\s/g, '') === '';
}

function isEmptyHeading({ node }: Block): boolean {
	return node.type === 'heading' && node.children.length === 0;
}

function toSource({ start, end }: Block): string {
	return outline.source.slice(start, end);
}

/** The text of a node; what stands in blocks of its own is set apart. */
function toText(node: Nodes): string {
	if ('value' in node) return node.value;
	if (!('children' in node)) return ' ';
	const texts = node.children.map(toText);
	return ['list', 'listItem', 'table', 'tableRow', 'blockquote'].includes(node.type)
		? texts.join(' ')
		: texts.join('');
}

function collect(node: Nodes, type: Nodes['type']): Nodes[] {
	const found: Nodes[] = [];
	visit(node, type, (match) => {
		found.push(match);
	});
	return found;
}

/** The code blocks of a page that the author wrote. */
function toCodes($: CheerioAPI): string[] {
	return findCodes($, `${scopeOf($)} .expressive-code:not(aside *)`);
}

/** A copy of a page with plain code blocks and without the links that headings carry. */
function toReadable(page: CheerioAPI): CheerioAPI {
	const $ = load(page.html());
	const codes = toCodes($);
	$(
		'.sl-anchor-link, aside, .as-written > p, .checked, .to-explain, .fill-open, .footnotes',
	).remove();
	$('[data-footnote-ref]').remove();
	$(`${scopeOf($)} .expressive-code`).each((at, block) => {
		const code = $('<pre>').text(` ${codes[at] ?? ''} `);
		$(block).replaceWith(code);
	});
	return $;
}
