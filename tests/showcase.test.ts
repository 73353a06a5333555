import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { findBroken, normalise, pageAt, readBuilt } from './built.ts';
import { copyProject } from './project.ts';

/** Notes with everything that people write in such files, and the pictures beside them. */
const showcase = new URL('./showcase/', import.meta.url);

describe('a build of notes with everything that people write', () => {
	const project = copyProject();
	after(project.remove);
	project.forget();
	for (const name of readdirSync(showcase)) {
		const target = name === 'notes.md' ? 'docker.md' : name;
		project.put(`src/content/notes/${target}`, readFileSync(new URL(name, showcase)));
	}
	const { status, stderr } = project.build();
	assert.equal(status, 0, stderr);
	const folder = `${project.folder}/dist`;
	const built = readBuilt({ name: '', folder, base: '/', origin: 'http://localhost:4321' });
	const main = (address: string) => {
		const $ = pageAt(built, address);
		const find = (selector: string) => $(`.sl-markdown-content ${selector}`);
		return { $, find, text: normalise($('.sl-markdown-content').text()) };
	};

	test('says of each thing that is not shown as it is written where it stands', () => {
		const said = stderr.split('\n').filter((line) => line.includes('docker.md:'));
		const own = said.filter((line) => !/correction|support of|more of this kind/.test(line));
		assert.deepEqual(
			own.map((line) => line.replace(/^.*docker\.md:\d+: /, '')),
			[
				'`<script>` is shown as text (warning)',
				'`<iframe>` is shown as text (warning)',
				'image `https://img.example/badge.svg` is on another site (warning)',
				'image `https://img.example/picture.png` is on another site (warning)',
				'`</div>` has no `<div>` in its paragraph (warning)',
			],
		);
	});

	test('has no link, source or anchor that leads nowhere', { todo: true }, () => {
		assert.deepEqual(findBroken(built), []);
	});

	test('shows the five kinds of alerts, and a quotation that is none', { todo: true }, () => {
		const { $, find } = main('/words/alerts/');
		const labels = find('aside')
			.toArray()
			.map((aside) => $(aside).attr('aria-label'));
		assert.deepEqual(labels, ['Note', 'Tip', 'Important', 'Watch out', 'Caution']);
		assert.equal(find('blockquote').length, 1);
	});

	test('shows signs for codes, but not within code', () => {
		const { $, find, text } = main('/words/tada-emoji-code-in-a-heading/');
		assert.equal($('h1').text(), '🎉 Emoji & code in a heading');
		assert.match(text, /It works 👍, ✅ done; :rocket: in code, image:tag, 10:30:45, a::key::b/);
		assert.match(find('pre').text(), /:rocket: stays in code/);
		const hrefs = find('p a')
			.not('.checked a')
			.toArray()
			.map(({ attribs }) => attribs['href']);
		const own = '/words/tada-emoji-code-in-a-heading/';
		assert.deepEqual(hrefs, [own, '/#user-content-top']);
	});

	test('names the boxes of task lists', () => {
		const { find } = main('/words/lists/');
		const names = find('input')
			.toArray()
			.map(({ attribs }) => attribs['aria-label']);
		assert.deepEqual(names, ['Done', 'To do', 'To do']);
		assert.equal(find('ol[start=3]').length, 1);
	});

	test('opens details around Markdown, and shows an end of nothing as text', () => {
		const { find } = main('/html/elements/');
		const inner = find('details:not(.checked)').first();
		assert.deepEqual([inner.find('em').text(), inner.find('> ul li').length], ['inside', 2]);
		assert.match(main('/html/after-the-open-one/').text, /^Not swallowed\. <\/div>$/);
	});

	test('publishes pictures with their size, to be loaded when they are seen', () => {
		const { find } = main('/html/pictures/');
		const images = find('img').toArray();
		assert.equal(images.length, 8);
		for (const { attribs } of images) {
			const source = decodeURI(attribs['src'] ?? '');
			assert.ok(built.files.includes(source.slice(1)), source);
			assert.ok(Number(attribs['width']) > 0 && Number(attribs['height']) > 0);
			assert.equal(attribs['loading'], 'lazy');
		}
	});

	test('lets nothing run and asks no other site', () => {
		for (const page of built.pages.values()) {
			assert.equal(page('[onerror], [onclick], iframe, main [style*=red]').length, 0);
			assert.equal(page('img[src*="//"], source').length, 0);
		}
		assert.match(main('/html/pictures/').text, /Build Elsewhere/);
	});

	test('reads from right to left what is written so', () => {
		const { find } = main('/nasty/right-to-left/');
		assert.equal(find('p').first().attr('dir'), 'auto');
		assert.equal(find('ul').first().attr('dir'), 'rtl');
		assert.equal(find('table').attr('dir'), 'rtl');
	});

	test('has headings in steps of one, whatever the author skipped', () => {
		const { $, find } = main('/nasty/right-to-left/');
		const names = find(':is(h2, h3, h4, h5, h6)')
			.toArray()
			.map((heading) => heading.tagName);
		assert.deepEqual(names, ['h2', 'h3']);
		assert.ok($('starlight-toc a[href="#skipped"]').length > 0);
	});

	test('takes no comment of the author for one of its own marks', () => {
		const { find, text } = main('/nasty/comments/');
		assert.match(text, /Between comments that look like the site's marks\./);
		assert.equal(find('.from-notes, [id=id]').length, 0);
	});
});
