import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { CheerioAPI } from 'cheerio';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { apis } from '../src/pages/api/_schemas.ts';
import { parseOutline } from '../src/notes/notes.ts';
import { normalise, pageAt, readBuilt, readText, atRoot, toPublicUrl } from './built.ts';
import { readSite } from './loaded.ts';

const loaded = readSite();
const { pages, reference, snippets } = loaded;
const published = { ...reference, snippets };

/** The words of Markdown: those of its text and its code, block by block. */
function toWords(markdown: string): string {
	const { root: tree } = parseOutline(markdown.replace(/^> \[!\w+\]\s*/gm, '> '));
	const words: string[] = [];
	visit(tree, 'break', (_, index = 0, parent) => {
		parent?.children.splice(index, 1, { type: 'text', value: '\n' });
	});
	visit(tree, ['paragraph', 'heading', 'code', 'tableCell'], (node) => {
		words.push(toString(node));
	});
	return normalise(words.join('\n'));
}

/** Every block of a page that has words of its own. */
function toBlocks($: CheerioAPI): string[] {
	// What opens below a snippet are links to the same words elsewhere, and the tools.
	const main = $('main').clone();
	main.find('.to-explain, .fill-open').remove();
	main.find(':is(sup, .aside-title, .sl-anchor-link, .data-footnote-backref, .sr-only)').remove();
	const selector = ':is(p, summary, h2, h3, h4, th, td, li:not(:has(p, ul, ol)), .ec-line .code)';
	return main
		.find(`.sl-markdown-content ${selector}`)
		.toArray()
		.map((block) => normalise($(block).text()))
		.filter((text) => text !== '');
}

describe('the site', () => {
	const built = readBuilt(atRoot);

	for (const { name } of apis) {
		test(`publishes ${name} as JSON that fits the schema beside it`, () => {
			const data = JSON.parse(readText(atRoot, `api/${name}.json`)) as Record<string, unknown>;
			const schema = JSON.parse(readText(atRoot, `api/${name}.schema.json`)) as { $id: string };
			const ajv = new Ajv2020({ strict: true, allErrors: true });
			formats.default(ajv);
			const validate = ajv.compile(schema);
			assert.ok(validate(data), JSON.stringify(validate.errors?.slice(0, 5), null, 1));
			assert.equal(schema.$id, toPublicUrl(atRoot, `/api/${name}.schema.json`));
			assert.equal(data['$schema'], schema.$id);
			assert.deepEqual(data[name], JSON.parse(JSON.stringify(published[name])));
			assert.ok(!validate({ ...data, [name]: [{ name: 'X' }] }));
		});
	}

	for (const { id, title } of pages) {
		test(`/${id}.md says all that the page says`, () => {
			const markdown = readText(atRoot, `${id}.md`);
			assert.ok(markdown.startsWith(`# ${title}\n`));
			assert.doesNotMatch(markdown, /<!--/);
			const words = toWords(markdown);
			const missing = toBlocks(pageAt(built, `/${id}/`)).filter((text) => !words.includes(text));
			assert.deepEqual(missing, []);
		});
	}

	test('tells language models of every page, and gives them all pages in one file', () => {
		const list = readText(atRoot, 'llms.txt');
		const full = readText(atRoot, 'llms-full.txt');
		for (const { id } of pages) {
			assert.ok(list.includes(`](${toPublicUrl(atRoot, `/${id}.md`)})`), id);
			assert.ok(full.includes(readText(atRoot, `${id}.md`).trim()), id);
		}
	});

	test('says from each page where its Markdown is', () => {
		const links = pages.map(({ id }) =>
			pageAt(built, `/${id}/`)('link[rel=alternate][type="text/markdown"]').attr('href'),
		);
		const expected = pages.map(({ id }) => toPublicUrl(atRoot, `/${id}.md`));
		assert.deepEqual(links, expected);
	});

	test('writes every link to another site well', () => {
		for (const [address, $] of built.pages) {
			for (const link of $('main a[href^="http"]').toArray()) {
				const href = link.attribs['href'] ?? '';
				const url = new URL(href);
				assert.equal(url.protocol, 'https:', `${address}: ${href}`);
				assert.doesNotMatch(href, /\s|[.,;)]$/, `${address}: ${href}`);
			}
		}
	});
});
