import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { shorten } from './shorten.ts';

const page = (body: string) =>
	`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>T</title></head><body>${body}</body></html>`;

test('attributes have quotes where they need them', () => {
	const html = shorten(page(`<p class="a b" id="c" title="it's" hidden="">x</p>`));
	assert.match(html, /<p class="a b" id=c title="it's" hidden>x<\/p>/);
});

const awkward: readonly string[] = [
	'<p title="&quot;> <b>`\' &amp;amp; a=b">&lt;b&gt; &amp;amp; &nbsp;</p>',
	'<a href="/a/?b=c&amp;copy=d">e</a><a href="/f/">g</a>',
	'<pre>  a\n  b\n</pre><script>if (a < b && c) "</p>"</script><noscript><p>d</p></noscript>',
	'<details open><summary>a</summary></details><input value=""><br><svg viewBox="0 0 1 1"><path d="M0"/></svg>',
];
for (const body of awkward) {
	test(`a short page says the same: ${body.slice(0, 30)}`, () => {
		assert.equal(load(shorten(page(body))).html(), load(page(body)).html());
	});
}
