import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readLines } from '../../tests/poppler.ts';
import { parseOutline, toPlan } from '../notes/notes.ts';
import { toCards, type Line, type Sheet } from './sheetModel.ts';
import { toPlainSheet } from './plain.ts';
import { toFiles, toSpare } from './press.ts';

function make(markdown: string, pages = 2): Sheet {
	const plan = toPlan(parseOutline(markdown), { hints: { pages } });
	const topic = { name: 'git', file: 'git.md', title: plan.root.title, plan };
	return toPlainSheet({ topic, remarks: new Map(), version: '1' });
}

/** The lines of a sheet's only card below `## A` and `### B`. */
function lines(markdown: string): Line[] {
	const [card] = toCards(make(`# Git\n\n## A\n\n### B\n\n${markdown}\n`).sides);
	return card?.lines ?? [];
}

/** Notes with so many sections, each with some code. */
function large(groups: number, parts: number): string {
	const part = (at: number) =>
		`### Part ${at}\n\nSay it.\n\n\`\`\`bash\ngit do --this ${at} <name>\n\`\`\`\n`;
	const group = (at: number) =>
		`## Group ${at}\n\n${Array.from({ length: parts }, (_, inner) => part(inner)).join('\n')}`;
	return `# Git\n\n${Array.from({ length: groups }, (_, at) => group(at)).join('\n')}`;
}

describe('a sheet of notes alone', () => {
	test('has a group for each section and a card for each part, in their order', () => {
		const sheet = make(
			'# Git\n\nIntro.\n\n## A\n\nOne.\n\n### B\n\nTwo.\n\n#### C\n\nThree.\n\n## D\n\nFour.\n',
		);
		const groups = sheet.sides.flatMap((side) => side.groups);
		assert.deepEqual(
			groups.map(({ title, cards }) => [
				title,
				...cards.map((card) => [card.title, card.href, card.isAlone]),
			]),
			[
				['A', ['A', '/a/', true], ['B', '/a/#b', undefined]],
				['D', ['D', '/d/', true]],
			],
		);
		assert.equal(sheet.title, 'Git cheatsheet');
		assert.equal(make('# Git Cheat Sheet\n\nx\n').title, 'Git Cheat Sheet');
	});

	test('shows a file without sections', () => {
		const [card] = toCards(make('# Git\n\nText.\n\n```bash\nls\n```\n').sides);
		assert.deepEqual(
			card?.lines.map(({ type }) => type),
			['text', 'code'],
		);
	});

	test('shows code that was written as HTML, and no link alone that leads away', () => {
		const all = lines(
			'<pre>\n"&lt;a" => <b>a</b>\n  b\n</pre>\n\n[Try it](https://a.example/)\n\n<div>x</div>\n\nSee [it](https://a.example/).',
		);
		assert.deepEqual(
			all.map((line) => (line.type === 'code' ? line.code : line.type)),
			['"<a" => a\n  b', 'text'],
		);
	});

	test('has no line for a paragraph without words', () => {
		const all = lines('<br/><br/>\n<span></span>\n\n![](a.png)\n\n- <br>\n- x');
		assert.deepEqual(
			all.map(({ type }) => type),
			['point'],
		);
	});

	test('sets code from the edge that all its lines share', () => {
		const [code, tabbed] = lines('```\n    a\n\n      b\n```\n\n```\n\ta\n  b\n```');
		assert.ok(code?.type === 'code' && tabbed?.type === 'code');
		assert.deepEqual([code.code, tabbed.code], ['a\n\n  b', '\ta\n  b']);
	});

	test('has of very many cards the first ones of each group', () => {
		const titles = (groups: number, parts: number) =>
			toCards(make(large(groups, parts)).sides).map(({ title }) => title);
		assert.equal(titles(1, 120).length, 120);
		assert.equal(titles(1, 121).length, 120);
		assert.equal(titles(200, 1).length, 120);
		assert.deepEqual(titles(41, 3).slice(0, 4), ['Part 0', 'Part 1', 'Part 0', 'Part 1']);
	});

	test('keeps code before sentences when paper is short', () => {
		const [text, code] = lines('Words.\n\n```bash\ngit init\n```');
		assert.ok(text && code && text.priority > code.priority);
	});

	test('knows what says nothing alone: headings within a card, and code that goes on', () => {
		const code = Array.from({ length: 30 }, (_, at) => `line ${at}`).join('\n');
		const all = lines(`\`\`\`\n${code}\n\`\`\`\n\n#### C\n\nText.`);
		assert.deepEqual(
			all.map(({ follows = false, leads = false }) => [follows, leads]),
			[...[false, true, true].map((follows) => [follows, false]), [false, true], [false, false]],
		);
	});

	test('makes terms of two columns, points of wide tables, and tables of the others', () => {
		const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
		const table = (...rows: string[][]) =>
			[row(rows[0] ?? []), row((rows[0] ?? []).map(() => '-')), ...rows.slice(1).map(row)].join(
				'\n',
			);
		const types = (markdown: string) => lines(markdown).map(({ type }) => type);
		assert.deepEqual(types(table(['a', 'b'], ['`x`', 'does'], ['`y`', 'does not'])), [
			'term',
			'term',
		]);
		assert.deepEqual(types(table(['a', 'b', 'c'], ['x', 'one', 'two'])), ['table']);
		assert.deepEqual(types(table(['a', 'b', 'c', 'd'], ['x', '1', '2', '3'])), ['point']);
	});

	test('cuts long code where it has empty lines, and long sentences behind the first', () => {
		const code = Array.from({ length: 12 }, (_, at) => `echo ${at}`);
		const pieces = lines(`\`\`\`bash\n${code.join('\n')}\n\n${code.join('\n')}\n\`\`\``);
		assert.deepEqual(
			pieces.map(({ type }) => type),
			['code', 'code'],
		);
		const [text] = lines(`First one. ${'More of it. '.repeat(30)}`);
		assert.ok(text?.type === 'text');
		assert.equal(text.runs.map((run) => run.text).join(''), 'First one.');
	});

	for (const [name, markdown] of [
		['three hundred parts', large(30, 10)],
		[
			'one word of a thousand letters',
			`# Git\n\n## A\n\n\`\`\`text\n${'x'.repeat(1000)}\n\`\`\`\n\n\`${'y'.repeat(300)}\`\n`,
		],
		['code of five hundred lines', `# Git\n\n## A\n\n\`\`\`text\n${'line\n'.repeat(500)}\`\`\`\n`],
		['emoji and scripts that no font has', '# Git 🚀\n\n## ✨ 設定\n\n- 設定 `ls` 👩‍💻\n'],
	] as const) {
		test(`is set whatever the notes hold: ${name}`, async () => {
			const sheet = make(markdown);
			assert.ok(sheet.sides.length <= 4);
			const [text, pdf] = toFiles(sheet, 'https://docs.example/');
			assert.ok(text && pdf && (await pdf.render()).length > 1000);
			assert.match(String(await text.render()), /^[\n -~]*$/);
		});
	}

	test('begins lines of a script from right to left at the right, with code as it is typed', async () => {
		const sheet = make('# Git\n\n## A\n\n### B\n\n- הפקודה `a != b -> c --x` עובדת.\n');
		const folder = mkdtempSync(join(tmpdir(), 'sheet-'));
		const file = join(folder, 'git.pdf');
		const [, a4] = toFiles(sheet, 'https://docs.example/');
		assert.ok(a4);
		writeFileSync(file, await a4.render());
		const words = readLines(file).flatMap((line) => line.words);
		rmSync(folder, { recursive: true });
		const leftOf = (text: string) => words.find((word) => word.text.includes(text))?.left;
		const typed = ['!=', '->', '--x'].map((text) => leftOf(text) ?? Number.NaN);
		assert.deepEqual(
			typed,
			typed.toSorted((one, other) => one - other),
		);
		// A machine without a font of the script leaves its letters out, and says so.
		const isSet = words.some(({ text }) => /\p{Script=Hebrew}/u.test(text));
		assert.equal((leftOf('–') ?? 0) > (leftOf('--x') ?? 0), isSet);
	});

	test('leaves nothing out that has room, on both papers', () => {
		const sheet = make(large(4, 5));
		assert.equal(toSpare(sheet).size, 0);
		assert.equal(sheet.sides.length, 1);
	});
});
