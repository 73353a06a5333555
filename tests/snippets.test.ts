import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notesFile } from '../src/env.ts';
import { pageAt, readBuilt, readText, root, atRoot, toAddress, toTexts } from './built.ts';
import { readSite } from './loaded.ts';

const loaded = readSite();
const { snippets, placeholders } = loaded;

describe('the snippets of the site', () => {
	const built = readBuilt(atRoot);

	test('are there as raw text, to the byte', () => {
		for (const { id, raw, code, isComplete } of snippets) {
			assert.equal(readText(atRoot, raw.slice(1)), `${code}\n`);
			const whole = `snippets/${id}/Dockerfile`;
			assert.equal(built.files.includes(whole), isComplete);
			if (isComplete) assert.equal(readText(atRoot, whole), `${code}\n`);
		}
	});

	test('of the notes are what stands between the marks of their fences', () => {
		const notes = readFileSync(join(root, notesFile), 'utf8').split('\n');
		for (const { raw, file, line } of snippets) {
			if (file !== notesFile) continue;
			const indent = /^\s*/.exec(notes[line - 2] ?? '')?.[0] ?? '';
			const last = notes.findIndex((text, at) => at >= line && text.trim() === '```');
			const between = notes.slice(line - 1, last).map((text) => text.slice(indent.length));
			assert.equal(readText(atRoot, raw.slice(1)), `${between.join('\n')}\n`);
		}
	});

	test('are listed once, with title, page, tags and raw text', () => {
		const $ = pageAt(built, '/snippets/');
		const shown = $('.catalogue pre').toArray();
		const codes = shown.map((pre) => $(pre).text());
		assert.deepEqual([...codes].sort(), [...new Set(codes)].sort());
		for (const { id, code, page, raw, title, tags, isComplete } of snippets) {
			const entry = $(`[id="${id}"]`);
			const article = entry.closest('article');
			assert.equal(article.find('pre').text(), code, id);
			const links = article.find('a').toArray();
			const hrefs = links.map((link) => toAddress(atRoot, $(link).attr('href') ?? ''));
			assert.ok(hrefs.includes(page), id);
			if (!entry.is('article')) continue;
			assert.equal(article.find('h3').text().trim(), title);
			assert.ok(hrefs.includes(raw), id);
			const names = article
				.find('[data-tag]')
				.toArray()
				.map((tag) => $(tag).text().trim());
			assert.deepEqual(
				tags.filter((tag) => !names.includes(tag)),
				[],
			);
			assert.equal(article.find('a[download="Dockerfile"]').length, isComplete ? 1 : 0);
		}
	});

	test('say on their pages what was found in them, and nothing else', () => {
		for (const { id, verdicts } of loaded.pages) {
			const $ = pageAt(built, `/${id}/`);
			const notes = toTexts($, 'main .checked');
			const words = new Set(verdicts.filter(({ isFaulty }) => isFaulty).map((one) => one.words));
			for (const note of notes) {
				assert.ok(
					[...words].some((one) => note.startsWith(one)),
					`${id}: ${note}`,
				);
			}
			assert.equal($('main .bad + .checked').length, 0);
		}
	});

	test('that show a mistake are told from those that do it right', () => {
		const $ = pageAt(built, '/checks/json-args-recommended/');
		assert.equal($('main .bad pre').length, 1);
		assert.equal($('main .good pre').length, 1);
	});

	test('have their placeholders beside them', () => {
		const given: unknown = JSON.parse(readText(atRoot, 'snippets/placeholders.json'));
		assert.deepEqual(given, placeholders);
	});

	test('are followed by their verdict in the Markdown', () => {
		const markdown = readText(atRoot, 'checks/json-args-recommended.md');
		assert.match(
			markdown,
			/```\n\n(?:<!--.*-->\n\n)?\*An example of the mistake\. JSONArgsRecommended/,
		);
	});

	test('do not bring their parsers to the browser', () => {
		const scripts = built.files.filter((file) => /\.(?:js|wasm)$/.test(file));
		for (const file of scripts.filter((name) => name.startsWith('_astro/'))) {
			assert.doesNotMatch(readText(atRoot, file), /dockerfmt|unbash|vscode-languageserver/, file);
		}
		assert.deepEqual(
			scripts.filter((file) => file.endsWith('format.wasm')),
			[],
		);
	});
});
