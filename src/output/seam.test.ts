import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'cheerio';
import { findSeam } from './seam.ts';

const text = (length: number) => 'word '.repeat(length / 5);

function find(main: string): string | undefined {
	const $ = load(`<body><nav><p id="nav">${text(900)}</p></nav><main>${main}</main>`);
	return findSeam($)?.attribs['id'];
}

describe('the seam of a page', () => {
	test('is the last paragraph or item of the first screen', () => {
		const items = [1, 2, 3, 4].map((at) => `<li id="i${at}">${text(200)}</li>`).join('');
		assert.equal(find(`<p id="p">${text(200)}</p><ul>${items}</ul><p>${text(1500)}</p>`), 'i3');
	});

	test('is no table, and no part of one', () => {
		const table = `<table><tr><td id="td">${text(500)}</td></tr></table>`;
		assert.equal(find(`${table}<p id="p">${text(200)}</p><p>${text(1500)}</p>`), 'p');
	});

	test('comes as soon as it can where the first screen has none', () => {
		const code = `<pre>${text(2000)}</pre>`;
		assert.equal(find(`${code}<p id="p">${text(50)}</p><p>${text(1500)}</p>`), 'p');
	});

	test('is nothing that is closed or hidden, whose text counts for nothing', () => {
		const closed = `<details><summary>More</summary><p id="in">${text(500)}</p></details>`;
		const hidden = `<div hidden><p id="hidden">${text(500)}</p></div>`;
		const [first, second] = [text(300), text(300)];
		const shown = `<p id="p">${first}</p>${closed}${hidden}<p id="q">${second}</p>`;
		assert.equal(find(`${shown}<p>${text(1500)}</p>`), 'q');
	});

	test('is missing where little follows', () => {
		assert.equal(find(`<p id="p">${text(500)}</p><p>${text(600)}</p>`), undefined);
	});
});
