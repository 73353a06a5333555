import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { renderNotices } from '../../report/render.ts';
import { toNotices } from '../../report/notice.ts';
import { notesFile } from '../../env.ts';
import { parseOutline } from '../outline.ts';
import type { Problem } from '../problem.ts';
import { findProblems } from '../problems.ts';
import { toPlan } from '../plan.ts';
import { readNotes } from '../read.ts';
import { startTargets } from '../targets.ts';

type Row = readonly [name: string, markdown: string, problems: (readonly [number, string])[]];

/** Takes two lines: what follows it starts on line 3. */
const title = '# Docker\n\n';

const rows: readonly Row[] = [
	['nothing in notes that are right', `${title}## Group\n\nText.`, []],
	['an empty file', ' \n\n', [[1, 'file is empty']]],
	['a NUL byte', `${title}Text\r\nwith \0.`, [[4, 'line has a NUL byte']]],
	['no title', '## Group\n\nText.', [[1, 'no title before this']]],
	['no heading at all', 'Text.', [[1, 'no title before this']]],
	['a second title', `${title}Text.\n\n# Podman\n\nText.`, [[5, 'second title `Podman`']]],
	['a heading without text', `${title}##\n\n## Group\n\nText.`, [[3, 'heading has no text']]],
	['a last heading without text', `${title}Text.\n\n##\n\n<br>`, [[5, 'heading has no text']]],
	['a heading of emoji', `${title}## 🚀\n\nText.`, [[3, 'heading `🚀` gives no address']]],
	[
		'two pages at one address',
		`${title}## A b\n\nText.\n\n## A -- b\n\nText.`,
		[[7, 'heading `A -- b` gives the same address as line 3: /a-b/']],
	],
	[
		'two headings at one address of a page',
		`${title}## A\n\n### B\n\n#### C\n\nText.\n\n#### C\n\nText.`,
		[[11, 'heading `C` gives the same address as line 7: /a/b/#c']],
	],
	[
		'no clash of equal headings on two pages',
		`${title}## A\n\n### C\n\nText.\n\n## B\n\n### C\n\nText.`,
		[],
	],
	[
		'an id that the frame of the page has',
		`${title}## A\n\n### B\n\n#### Theme icons\n\nText.`,
		[[7, "heading `Theme icons` gives the id of the page's frame: theme-icons"]],
	],
	[
		'a section that holds spacers only',
		`${title}## A\n\n<br>\n\n## B\n\nText.`,
		[[3, 'section `A` has no content']],
	],
	['an open fence of backticks', `${title}\`\`\`sh\nls\n\`\``, [[3, 'fence is not closed']]],
	['an open fence of tildes', `${title}~~~sh\nls\n\`\`\``, [[3, 'fence is not closed']]],
	['an open fence in a list', `${title}- a\n\n  ~~~sh\n  ls\n\nb`, [[5, 'fence is not closed']]],
	[
		'a fence that shorter marks leave open',
		`${title}~~~~sh\nls\n~~~`,
		[[3, 'fence is not closed']],
	],
	['an open fence of nothing', `${title}\`\`\`sh`, [[3, 'fence is not closed']]],
	['no open fence in nested ones', `${title}\`\`\`\`md\n\`\`\`sh\n\`\`\`\n\`\`\`\``, []],
	['no open fence in a quote', `${title}> ~~~sh\n> ls\n> ~~~`, []],
	['a fence without language', `${title}~~~\nls\n~~~`, [[3, 'fence has no language']]],
	['no fence in indented code', `${title}    ls`, []],
	['a link to no heading', `${title}[a](#b)`, [[3, 'link `#b` leads to no heading']]],
	['a definition of no heading', `${title}[a]\n\n[a]: #b`, [[5, 'link `#b` leads to no heading']]],
	[
		'a link to a missing file',
		`${title}[a](./b%20c.pdf#d)`,
		[[3, 'file `./b c.pdf` does not exist']],
	],
	['a missing image', `${title}- ![a](b.png)`, [[3, 'file `b.png` does not exist']]],
	['nothing in a link to a heading', `${title}[a](#docker)`, []],
	['nothing in links elsewhere', `${title}<https://a.example> [a](/b) [c](mailto:d@e.example)`, []],
	[
		'everything, in the order of lines',
		'## A\n\n[b](#b) ![c](d.png)\n\n```\nls\n```\n\n##\n\n### C\n\n~~~sh',
		[
			[1, 'no title before this'],
			[3, 'link `#b` leads to no heading'],
			[3, 'file `d.png` does not exist'],
			[5, 'fence has no language'],
			[9, 'heading has no text'],
			[13, 'fence is not closed'],
		],
	],
];

describe('findProblems finds', () => {
	for (const [name, markdown, expected] of rows) {
		test(name, () => {
			const found = find(markdown).map(({ line, text }) => [line, text]);
			assert.deepEqual(found, expected);
		});
	}

	test('nothing in an image that exists', () => {
		assert.deepEqual(find(`${title}![a](b%20c.png)`, ['b c.png']), []);
	});

	test('a file that exists but would not be published', () => {
		const [problem] = find(`${title}[a](files/b.pdf)`, ['files/b.pdf']);
		assert.equal(problem?.text, 'file `files/b.pdf` would not be published');
		assert.equal(problem?.hint, 'Put it into `public/` and link to `/b.pdf`.');
	});
});

describe('a heading without text', () => {
	const severities = (markdown: string): string[] => find(markdown).map(({ severity }) => severity);

	test('is a warning when it ends the notes', () => {
		assert.deepEqual(severities(`${title}Text.\n\n##`), ['warning']);
		assert.deepEqual(severities(`${title}Text.\n\n##\n\n<!-- more -->`), ['warning']);
	});

	test('is an error as the title', () => {
		assert.deepEqual(severities('#\n\n<br>'), ['error']);
	});

	test('is an error before other headings or above text', () => {
		assert.deepEqual(severities(`${title}##\n\n## Group\n\nText.`), ['error']);
		assert.deepEqual(severities(`${title}##\n\nText.`), ['error']);
	});
});

test('the notes of the site have one heading without text, and nothing else', () => {
	const notes = readFileSync(new URL(`../../../${notesFile}`, import.meta.url), 'utf8');
	assert.equal(
		renderNotices(toNotices('docker.md', find(notes)), 'house'),
		'docker.md:502: heading has no text (warning)\n    Write `## Title`, or delete the line.',
	);
});

describe('readNotes', () => {
	const read = (bytes?: Uint8Array) => readNotes(bytes, { exists: () => false });
	const report = (bytes?: Uint8Array) =>
		read(bytes).problems.map(({ line, column, text }) => [line, column, text]);

	test('finds that the file is missing', () => {
		assert.deepEqual(report(), [[1, 1, 'file does not exist']]);
	});

	test('finds the place that is not UTF-8', () => {
		const latin = Buffer.from(`${title}Gr\xf6\xdfe\n\nGr\xf6\xdfe`, 'latin1');
		assert.deepEqual(report(latin), [[3, 3, 'line is not valid UTF-8']]);
		const mixed = Buffer.concat([Buffer.from('\uFEFF# 🐳\r\n\r\n🐳ö '), Buffer.from([0xff])]);
		assert.deepEqual(report(mixed), [[3, 5, 'line is not valid UTF-8']]);
		const cut = Buffer.from('# Größe').subarray(0, 5);
		assert.deepEqual(report(cut), [[1, 5, 'line is not valid UTF-8']]);
	});

	test('reads notes with a byte order mark', () => {
		const notes = read(Buffer.from(`\uFEFF${title}Text.`));
		assert.ok(notes.ok);
		assert.deepEqual([notes.pages[0]?.title, notes.pages[0]?.body], ['Docker', 'Text.']);
	});

	test('never throws, and says why when it gives no pages', () => {
		for (let seed = 1; seed <= 200; seed += 1) {
			const notes = read(toBytes(seed));
			assert.ok(notes.ok || notes.problems.length > 0, `seed ${seed}`);
		}
	});
});

/** Bytes that are the same for the same seed: any at all, or those that mean much in Markdown. */
function toBytes(seed: number): Uint8Array {
	const marks = Buffer.from('#### -*`~~~|[]()<>!:&\\\t\n\n\n\r\0a1.');
	let state = seed;
	return Uint8Array.from({ length: seed * 3 }, () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return seed % 2 === 0 ? state >>> 24 : (marks[(state >>> 8) % marks.length] ?? 0);
	});
}

/** The problems of Markdown beside which only the named files exist. */
function find(markdown: string, files: readonly string[] = []): Problem[] {
	const surroundings = { exists: (path: string) => files.includes(path), isStrict: true };
	const plan = toPlan(parseOutline(markdown), { hints: { pages: 3 } });
	const targets = startTargets('', { plans: new Map([['', plan]]), exists: surroundings.exists });
	return findProblems(plan.outline, { ...surroundings, plan, targets });
}
