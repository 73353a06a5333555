import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'cheerio';
import { tidy } from './tidy.ts';

function toTidy(content: string): string {
	const $ = load(`<html dir="ltr"><main><div class="sl-markdown-content">${content}</div></main>`);
	tidy($);
	return $('.sl-markdown-content').html() ?? '';
}

describe('a page that is tidied', () => {
	test('has no lines between its blocks', () => {
		const list = '<ul>\n<li>\n<p>a</p>\n</li>\n</ul>';
		assert.equal(toTidy(`<p>a</p>\n${list}\n`), '<p>a</p><ul><li><p>a</p></li></ul>');
	});

	test('keeps each space beside words, and all of code', () => {
		for (const kept of [
			'<a href="#a">a</a>\n<a href="#b">b</a>',
			'<p><b>a</b> <i>b</i></p>',
			'<div>a\n<p>b</p></div>',
			'<pre><div>a</div>\n<div>b</div></pre>',
		]) {
			assert.equal(toTidy(kept), kept);
		}
	});

	test('names a direction only for code that could have another', () => {
		assert.equal(toTidy('<p><code dir="auto">-a</code></p>'), '<p><code>-a</code></p>');
		for (const kept of [
			'<p><code dir="auto">שלום</code></p>',
			'<p dir="auto">שלום <code dir="auto">-a</code></p>',
		]) {
			assert.equal(toTidy(kept), kept);
		}
	});
});
