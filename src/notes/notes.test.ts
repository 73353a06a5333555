import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isError } from '../input/message.ts';
import { cutTopic, readNotes, type Notes, type Page } from './notes.ts';

/** Reads files by their names; a name with `.yaml` has the hints beside the notes. */
function read(texts: Readonly<Record<string, string>>, files: readonly string[] = []): Notes {
	const notes = Object.keys(texts).filter((name) => name.endsWith('.md'));
	return readNotes(
		notes.map((name) => {
			const beside = name.replace('.md', '.yaml');
			const text = texts[beside];
			return {
				...{ path: `notes/${name}`, below: name },
				bytes: Buffer.from(texts[name] ?? ''),
				beside: text === undefined ? undefined : { path: `notes/${beside}`, text },
			};
		}),
		{ exists: (path) => files.includes(path), taken: ['search'] },
	);
}

function ids(texts: Readonly<Record<string, string>>): string[] {
	const { topics } = read(texts);
	assert.ok(topics);
	return topics.flatMap((topic) => cutTopic(topic, []).topic.pages.map(({ id }) => id));
}

/** The pages of the first file. */
function cutFirst({ topics = [] }: Notes): readonly Page[] {
	const [topic] = topics;
	return topic ? cutTopic(topic, []).topic.pages : [];
}

function said({ files, hints }: Notes): string[] {
	const all = [...files.flatMap(({ messages }) => messages), ...hints];
	return all.map((one) => {
		return `${one.file}:${one.line}: ${isError(one) ? 'error' : 'warning'}: ${one.reason}`;
	});
}

const git = '# Git\n\n## Start\n\nA.\n\n## Undo\n\nB.\n';
const vim = '# Vim\n\n## Start\n\nA.\n';

describe('files of notes', () => {
	test('stand at the root when there is one, and below their names when there are several', () => {
		assert.deepEqual(ids({ 'git.md': git }), ['', 'start', 'undo']);
		assert.deepEqual(ids({ 'git.md': git, 'vim.md': vim }), [
			...['git', 'git/start', 'git/undo'],
			...['vim', 'vim/start'],
		]);
	});

	test('stand at the root when they say so, and come first then', () => {
		const expected = ['', 'start', 'git', 'git/start', 'git/undo'];
		assert.deepEqual(ids({ 'git.md': git, 'vim.md': vim, 'vim.yaml': 'root: true\n' }), expected);
		const front = `---\nroot: true\n---\n\n${vim}`;
		assert.deepEqual(ids({ 'git.md': git, 'vim.md': front }), expected);
	});

	test('have an order of their own', () => {
		const texts = { 'git.md': git, 'vim.md': vim, 'vim.yaml': 'order: 1' };
		assert.deepEqual(ids(texts).slice(0, 2), ['vim', 'vim/start']);
	});

	test('of a folder may be front matter alone where they speak for it', () => {
		const front = '---\nweight: 1\n---\n';
		const texts = { 'git/README.md': front, 'git/undo.md': '# Undo\n\nA.\n' };
		assert.deepEqual(ids(texts), ['git', 'git/undo']);
		assert.deepEqual(said(read(texts)), []);
		assert.match(said(read({ ...texts, 'git/README.md': '' })).join(), /error: file is empty/);
	});

	test('take no address of another file', () => {
		const root = '# All\n\n## Git\n\nA.\n\n## Search\n\nB.\n';
		const texts = { 'all.md': root, 'all.yaml': 'root: true', 'git.md': git };
		assert.deepEqual(ids(texts), ['', 'git-1', 'search-1', 'git', 'git/start', 'git/undo']);
	});
});

describe('links between files', () => {
	const bodies = (text: string): string => {
		const found = read({ 'git.md': `${git}\n## See\n\n${text}\n`, 'vim.md': vim });
		return cutFirst(found).at(-1)?.body ?? '';
	};
	for (const [name, link, expected] of [
		['to a heading', '[x](vim.md#start)', '[x](/vim/start/)'],
		['with `./`', '[x](./vim.md#start)', '[x](/vim/start/)'],
		['to a whole file', '[x](vim.md)', '[x](/vim/)'],
		['to the file itself', '[x](git.md#undo)', '[x](/git/undo/)'],
		['from a definition', '[x][d]\n\n[d]: vim.md#start', '[x][d]\n\n[d]: /vim/start/'],
		['to no heading of the other', '[**x** y](vim.md#gone)', '[**x** y](<>)'],
		['to no file', '[x](emacs.md#start)', '[x](<>)'],
		['to no file by a definition', '[x][d]\n\n[d]: <a b.md> "t"', '[x][d]\n\n[d]: <> "t"'],
		['to no file with brackets', '[x](a(b(c)).md "t")', '[x](<> "t")'],
		['to a file with a blank', '[x](<./vim.md#start> "t")', '[x](/vim/start/ "t")'],
		['to a file from the root of its repository', '[x](/vim.md#start)', '[x](/vim/start/)'],
		['to a page as Markdown', '[x](/git/undo.md)', '[x](/git/undo.md)'],
		['to no file at the root of a repository', '[x](/CONTRIBUTING.md)', '[x](<>)'],
		['to a file without its ending', '[x](vim#start) [y](/vim/)', '[x](/vim/start/) [y](/vim/)'],
		['to a file as a page', '[x](vim.html#start)', '[x](/vim/start/)'],
		['to no page', '[x](/gone/) [y](/gone.pdf) [z](/)', '[x](<>) [y](<>) [z](/)'],
		['to no picture', '![a [p](q)](gone.png)', '![a [p](q)](<>)'],
		['to no picture in HTML', '<img src="gone.png" alt="a picture">', '<img  alt="a picture">'],
	] as const) {
		test(`lead ${name}`, () => assert.equal(bodies(link), expected));
	}

	test('that lead nowhere without words stop no build, whatever they are all of', () => {
		const parts = [
			'> [!note]\n> [](#a)',
			'- [](#a)',
			'[r][p](#a)\n\n[r]: b.md',
			'![](c.png) ![](d.png)',
		];
		for (const part of [...parts, '[1. a](#b)', '[---](#b)', '![> a](b.png)', '**[](#a)**']) {
			const found = read({ 'a.md': `# A\n\n## B\n\n${part}\n` });
			const lost = (found.topics ?? []).flatMap((topic) => cutTopic(topic, []).messages);
			assert.deepEqual([found.topics?.length, lost], [1, []], part);
		}
	});

	test('that lead nowhere are problems with a line, and errors where the author is strict', () => {
		const text = `${git}\n[a](vim.md#gone) [b](emacs.md)\n`;
		const found = said(read({ 'git.md': text, 'vim.md': vim }));
		assert.deepEqual(found, [
			'notes/git.md:11: warning: link `vim.md#gone` leads to no heading',
			'notes/git.md:11: warning: file `emacs.md` does not exist',
		]);
		const strict = read({ 'git.md': text, 'git.yaml': 'strict: true', 'vim.md': vim });
		assert.equal(strict.topics, undefined);
		assert.ok(said(strict).every((line) => line.includes(': error: ')));
	});
});

describe('hints', () => {
	test('that nobody knows are errors beside the notes, with what is allowed', () => {
		const [line] = said(read({ 'git.md': git, 'git.yaml': 'pages: 2\nslug: x\n' }));
		assert.match(
			line ?? '',
			/^notes\/git\.yaml:2: error: .*unknown field `slug`; allowed: root, site/,
		);
	});

	test('that are misspelt in front matter only warn, and the others hold', () => {
		const fields = 'layout: page\nslug: x\ntitel: x\nroots: true\npages: 1';
		const found = read({ 'git.md': `---\n${fields}\n---\n${git}` });
		assert.deepEqual(said(found), ['notes/git.md:5: warning: field `roots` is not known']);
		assert.deepEqual(
			cutFirst(found).map(({ id }) => id),
			[''],
		);
	});

	test('in TOML, and the order that other programs know, count', () => {
		const toml =
			'+++\ntitle = "One"\nweight = 2\ndraft = true\n[x]\norder = 9\n+++\n\n## Start\n\nA.\n';
		const found = read({ 'a.md': toml, 'b.md': `---\nnav_order: 1\n---\n\n${vim}` });
		assert.deepEqual(
			found.topics?.map(({ title }) => title),
			['Vim', 'One'],
		);
		assert.deepEqual(said(found), [
			'notes/a.md:4: warning: `draft: true`, and the file is published',
		]);
	});

	test('beside the notes win over front matter', () => {
		const texts = { 'git.md': `---\npages: 1\ntitle: One\n---\n${git}`, 'git.yaml': 'pages: 2\n' };
		assert.deepEqual(ids(texts), ['', 'start', 'undo']);
		assert.equal(read(texts).topics?.[0]?.title, 'One');
	});

	test('for headings that the notes do not have warn', () => {
		const found = read({ 'git.md': git, 'git.yaml': 'pages: 2\nsplit: Stop\n' });
		const expected = 'notes/git.yaml:2: warning: the heading `Stop` is not in the notes';
		assert.deepEqual(said(found), [expected]);
	});

	test('are no text of the notes, and rules between texts are none', () => {
		assert.equal(cutFirst(read({ 'git.md': `---\ntitle: X\n---\n${git}` }))[0]?.body, '');
		const ruled = read({ 'git.md': `---\n\nNo fields here\n\n---\n\n${git}` });
		assert.match(cutFirst(ruled)[0]?.body ?? '', /No fields here/);
	});
});
