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
