import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { findBroken, normalise, pageAt, readBuilt } from './built.ts';
import { copyProject } from './project.ts';

/** Markdown that a careless reader of it gets wrong. */
const notes = `# Docker

<!-- notes-ignore-file snippet-works: these are odd -->

Words before the first group, with a [link](#größe) of their own.

## Raw HTML

### Scripts

<script>alert(1)</script>

Text with <img src=logo.png onerror=alert(1)> and a <b onclick=alert(1)>bold</b> word of <name>.

<!-- a remark -->

- item <script>alert(2)</script>

  <!-- notes-ignore fence-has-language -->

  ~~~
  output <!-- not a comment -->
  ~~~

  Text. <!-- notes-ignore base-image-is-supported -->

| Head | <i>Cell</i> |
| ---- | ----------- |
| one  | <u>two</u>  |

### Colons

:::note
An aside.
:::

Use image:tag at 10:30, or \`image:tag\`. :smile: and 🐳 stay.

{braces} and \${dollars} and $math$ stay, too.

## Dockerfile

### Core Dockerfile Instructions

#### FROM

Takes \`a|b\` and *stars*.

\`\`\`text
FROM a|b:\`c\`
\`\`\`

## Größe

### 日本語の見出し

See [colons](#colons), [the group](#größe) and [Привет](#привет-мир).

#### Привет, мир

![logo](./logo.png)

\`\`\`text
# not a heading
image: "<b>&amp;</b>"

last: |
	tab
\`\`\`
`;

describe('a build of notes that are awkward and right', () => {
	const project = copyProject();
	after(project.remove);
	project.put('src/content/notes/logo.png', toPng());
	project.write(notes.replaceAll('\n', '\r\n'));
	const { status, stderr } = project.build();
	assert.equal(status, 0, stderr);
	const folder = `${project.folder}/dist`;
	const built = readBuilt({ name: '', folder, base: '/', origin: 'http://localhost:4321' });
	const content = '.sl-markdown-content';
	const textAt = (address: string): string => {
		const $ = pageAt(built, address);
		return normalise($(content).text());
	};

	test('makes a page of each heading, in any script', () => {
		const expected = ['/raw-html/scripts/', '/raw-html/colons/', '/größe/日本語の見出し/'];
		assert.deepEqual(
			expected.filter((address) => !built.pages.has(address)),
			[],
		);
		const $ = pageAt(built, '/größe/日本語の見出し/');
		assert.equal($('#starlight__sidebar a[aria-current=page]').text().trim(), '日本語の見出し');
	});

	test('keeps bars and backticks whole in the table of instructions', { todo: true }, () => {
		const $ = pageAt(built, '/dockerfile/instructions/');
		const cells = $(`${content} tbody tr`).first().children().toArray();
		const [name, example] = cells.map((cell) => $(cell).text());
		assert.deepEqual([name, example], ['FROM', 'FROM a|b:`c`']);
	});

	test('shows no comment that silences, not to machines either', () => {
		const files = built.files.filter((file) => /\.(?:html|md|txt|json|xml)$/.test(file));
		const saying = files.filter((file) => project.read(`dist/${file}`).includes('notes-ignore'));
		assert.deepEqual(saying, []);
		assert.ok(files.includes('raw-html/scripts.md'));
	});

	test('says nothing of what comments silence', () => {
		assert.doesNotMatch(stderr, /fence has no language/);
	});

	test('has no link, source or anchor that leads nowhere', { todo: true }, () => {
		assert.deepEqual(findBroken(built), []);
	});

	test('leads links to where their headings are', () => {
		const $ = pageAt(built, '/größe/日本語の見出し/');
		const hrefs = $(`${content} p a`)
			.not('.checked a')
			.toArray()
			.map(({ attribs }) => attribs['href'] ?? '');
		const expected = ['/raw-html/colons/', '/größe/', '/größe/日本語の見出し/#привет-мир'];
		assert.deepEqual(hrefs.map(decodeURI), expected);
		assert.equal(pageAt(built, '/')(`${content} p a`).first().text(), 'link');
	});

	test('shows raw HTML that is not safe as the text that it is', () => {
		const $ = pageAt(built, '/raw-html/scripts/');
		const shown = [
			'<script>alert(1)</script>',
			'and a bold word of <name>.',
			'item <script>alert(2)</script>',
		];
		assert.deepEqual(
			shown.filter((part) => !textAt('/raw-html/scripts/').includes(part)),
			[],
		);
		assert.ok(!textAt('/raw-html/scripts/').includes('a remark'));
		const acting = ['b', 'i', 'u', 'img'].map((name) => $(`${content} ${name}`).length);
		assert.deepEqual(acting, [1, 1, 1, 1]);
		for (const page of built.pages.values()) {
			assert.equal(page('[onerror], [onclick]').length, 0);
			const scripts = page('script')
				.toArray()
				.map((script) => page(script).text());
			assert.ok(scripts.every((script) => !script.includes('alert(')));
		}
	});

	test('draws an aside of Docusaurus', () => {
		const aside = pageAt(built, '/raw-html/colons/')(`${content} aside`);
		assert.equal(normalise(aside.text()), 'Note An aside.');
	});

	test('leaves colons, braces, dollars and signs as they are', () => {
		const shown = [
			'Use image:tag at 10:30, or image:tag. 😄 and 🐳 stay.',
			'{braces} and ${dollars} and $math$ stay, too.',
		];
		assert.deepEqual(
			shown.filter((part) => !textAt('/raw-html/colons/').includes(part)),
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

/** A picture of one red pixel. */
function toPng(): Uint8Array {
	const chunk = (type: string, data: Uint8Array): Buffer => {
		const body = Buffer.concat([Buffer.from(type), data]);
		const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
		length.writeUInt32BE(data.length);
		sum.writeUInt32BE(crc32(body));
		return Buffer.concat([length, body, sum]);
	};
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
	const pixels = deflateSync(Buffer.from([0, 255, 0, 0]));
	const chunks = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))];
	return Buffer.concat([signature, ...chunks]);
}
