import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { findBroken, normalise, pageAt, readBuilt, toHrefs } from './built.ts';
import { copyProject } from './project.ts';

/** Notes that a careless reader of Markdown gets wrong, notes with all that people write, and pictures. */
const showcase = new URL('./showcase/', import.meta.url);

const project = copyProject();
after(project.remove);
project.forget();
for (const name of readdirSync(showcase)) {
	const content = readFileSync(new URL(name, showcase));
	project.put(`src/content/notes/${name}`, content);
	// As editors on Windows write it.
	if (name === 'docker.md') project.write(String(content).replaceAll('\n', '\r\n'));
}
const { status, stderr } = project.build();
assert.equal(status, 0, stderr);
const folder = `${project.folder}/dist`;
const built = readBuilt({ name: '', folder, base: '/', origin: 'http://localhost:4321' });

/** What a page holds. */
function main(address: string) {
	const $ = pageAt(built, address);
	const find = (selector: string) => $(`${content} ${selector}`);
	return { $, find, text: normalise($(content).text()) };
}

const content = '.sl-markdown-content';

describe('a build of notes that are awkward and right', () => {
	test('makes a page of each heading, in any script', () => {
		const expected = ['/raw-html/scripts/', '/raw-html/colons/', '/größe/日本語の見出し/'];
		assert.deepEqual(
			expected.filter((address) => !built.pages.has(address)),
			[],
		);
		const $ = pageAt(built, '/größe/日本語の見出し/');
		assert.equal($('#starlight__sidebar a[aria-current=page]').text().trim(), '日本語の見出し');
	});

	test('keeps bars and backticks whole in the table of instructions', () => {
		const { $, find } = main('/dockerfile/instructions/');
		const cells = find('tbody tr').first().children().toArray();
		const [name, example] = cells.map((cell) => $(cell).text());
		assert.deepEqual([name, example], ['FROM', 'FROM a|b:`c`']);
	});

	test('shows no comment that silences, not to machines either', () => {
		const files = built.files.filter((file) => /\.(?:html|md|txt|json|xml)$/.test(file));
		const saying = files.filter((file) => project.read(`dist/${file}`).includes('notes-ignore'));
		assert.deepEqual(saying, []);
		assert.ok(files.includes('raw-html/scripts.md'));
	});

	test('leads links of HTML to the site from its Markdown, too', () => {
		const files = built.files.filter((file) => file.endsWith('.md'));
		const text = files.map((file) => project.read(`dist/${file}`)).join('');
		assert.match(text, /<a href="http:[^"]*\/alerts\/">/);
		assert.doesNotMatch(text, /<a href="\//);
	});

	test('says nothing of what comments silence', () => {
		assert.doesNotMatch(stderr, /fence has no language/);
	});

	test('has no link, source or anchor that leads nowhere', () => {
		assert.deepEqual(findBroken(built), []);
	});

	test('leads links to where their headings are', () => {
		const $ = pageAt(built, '/größe/日本語の見出し/');
		const hrefs = toHrefs($, `${content} p:not(.checked) a`);
		const expected = ['/raw-html/colons/', '/größe/', '/größe/日本語の見出し/#привет-мир'];
		assert.deepEqual(hrefs.map(decodeURI), expected);
		assert.equal(pageAt(built, '/')(`${content} p a`).first().text(), 'link');
	});

	test('leaves colons, braces, dollars and signs as they are', () => {
		const shown = [
			'Use image:tag at 10:30, or image:tag. 😄 and 🐳 stay.',
			'{braces} and ${dollars} and $math$ stay, too.',
		];
		assert.deepEqual(
			shown.filter((part) => !main('/raw-html/colons/').text.includes(part)),
			[],
		);
		assert.equal(pageAt(built, '/raw-html/colons/')('aside.starlight-aside').length, 0);
	});

	test('keeps every character of a fence, tabs and empty lines too', () => {
		const $ = pageAt(built, '/größe/日本語の見出し/');
		const lines = $(`${content} .ec-line .code`)
			.toArray()
			.map((line) => $(line).text());
		const expected = ['# not a heading', 'image: "<b>&amp;</b>"', '', 'last: |', '\ttab'];
		assert.deepEqual(
			lines.map((line) => line.replace(/\n$/, '')),
			expected,
		);
	});

	test('publishes an image that stands beside the notes', () => {
		const $ = pageAt(built, '/größe/日本語の見出し/');
		const image = $(`${content} img`);
		assert.equal(image.attr('alt'), 'logo');
		assert.ok(built.files.includes(decodeURI(image.attr('src') ?? '').slice(1)));
	});
});

describe('a build of notes with everything that people write', () => {
	test('says of each thing that is not shown as it is written where it stands', () => {
		const said = stderr.split('\n').filter((line) => line.includes('showcase.md:'));
		const own = said.filter((line) => !/correction|support of|more of this kind/.test(line));
		assert.deepEqual(
			own.map((line) => line.replace(/^.*showcase\.md:\d+: /, '')),
			[
				'`<script>` is shown as text (warning)',
				'`<iframe>` is shown as text (warning)',
				'image `https://img.example/badge.svg` is on another site (warning)',
				'image `https://img.example/picture.png` is on another site (warning)',
				'`</div>` has no `<div>` in its paragraph (warning)',
			],
		);
	});

	test('shows signs for codes, but not within code', () => {
		const { $, find, text } = main('/showcase/words/tada-emoji-code-in-a-heading/');
		assert.equal($('h1').text(), '🎉 Emoji & code in a heading');
		assert.match(text, /It works 👍, ✅ done; :rocket: in code, image:tag, 10:30:45, a::key::b/);
		assert.match(find('pre').text(), /:rocket: stays in code/);
		const hrefs = toHrefs($, `${content} p:not(.checked) a`);
		const own = '/showcase/words/tada-emoji-code-in-a-heading/';
		assert.deepEqual(hrefs, [own, '/showcase/#user-content-top']);
	});

	test('publishes pictures with their size, to be loaded when they are seen', () => {
		const { find } = main('/showcase/html/pictures/');
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
		assert.match(main('/showcase/html/pictures/').text, /Build Elsewhere/);
	});
});
