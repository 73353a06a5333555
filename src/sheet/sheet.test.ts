import type { TextFile } from '../input/files.ts';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseOutline, toPlan } from '../notes/notes.ts';
import { readSite } from '../../tests/loaded.ts';
import { toCards, type Card } from './sheetModel.ts';
import { planFile, toSheets } from './sheet.ts';

const root = new URL('../../', import.meta.url);
const site = readSite();
const { reference } = site;
const [sheet] = site.sheets;
assert.ok(sheet);
const text = readFileSync(new URL(planFile, root), 'utf8');
const notes =
	'# Docker\n\n## Tips\n\n### One\n\n- Do this.\n\n### Two\n\nTake care:\n\n```bash\nls\n```\n\n' +
	'## Compare\n\n| a | b |\n| - | - |\n| x | `y` |\n';

/** Makes a sheet whose side one has one card. */
function make(card: string) {
	const side = (body: string) =>
		`  - title: Side\n    groups:\n      - title: Group\n        kind: concept\n        cards:\n${body}`;
	const plan = `sides:\n${side(card)}${side('          - instruction: RUN\n')}more: More\n`;
	const file: TextFile = { path: planFile, text: plan };
	const correction = { verdict: 'imprecise', text: 'Do `that`.' } as const;
	const placed = [{ file: 'docker.md', at: notes.indexOf('- Do this.') + 10, correction }];
	const notesPlan = toPlan(parseOutline(notes), { hints: { pages: 3 } });
	const topic = { name: 'docker', file: 'docker.md', title: 'Docker', plan: notesPlan };
	return toSheets({ topics: [topic], reference, placed, files: [file], toVersion: () => '1' });
}

function cardOf(choice: string): Card {
	const made = make(`          - ${choice}`);
	assert.deepEqual(made.messages, []);
	const [card] = toCards(made.sheets[0]?.sides ?? []);
	assert.ok(card);
	return card;
}

function wordsOf({ lines }: Card): string[] {
	return lines.map((line) => {
		if (line.type === 'table') return 'table';
		if ('runs' in line) return line.runs.map((run) => run.text).join('');
		return line.code;
	});
}

describe('the sheet', () => {
	test('has each current instruction on side one, with syntax, effect, marks and one example of its own', () => {
		const cards = toCards(sheet.sides.slice(0, 1)).filter(({ isCode }) => isCode);
		const current = reference.instructions.filter(({ deprecated }) => deprecated === undefined);
		assert.deepEqual(
			cards.map(({ title }) => title).sort(),
			current.map(({ name }) => name).sort(),
		);
		for (const { title, lines, marks, href } of cards) {
			assert.equal(href, `/dockerfile/instructions/${title.toLowerCase()}/`);
			assert.equal(marks.length, 2, title);
			const own = lines.filter(({ priority }) => priority === 0).map(({ type }) => type);
			assert.ok(own.includes('syntax') && own.includes('text'), title);
			assert.equal(own.filter((type) => type === 'code').length, 1, title);
		}
	});

	test('has every instruction and command somewhere, for the sheets that readers make', () => {
		const titles = new Set(
			[...toCards(sheet.sides), ...sheet.more.cards].map(({ title }) => title),
		);
		const { instructions, commands } = reference;
		for (const { name } of [...instructions, ...commands]) assert.ok(titles.has(name), name);
	});

	test('gives each card an id of its own', () => {
		const ids = [...toCards(sheet.sides), ...sheet.more.cards].map(({ id }) => id);
		assert.equal(new Set(ids).size, ids.length);
	});

	test('says which versions its facts hold for', () => {
		assert.match(sheet.holds, /^Docker Engine \d+ · Dockerfile [\d.]+ · checked \w+ \d{4}$/);
	});

	test('names facts and has none: no summary or meaning of the data is typed in the plan', () => {
		const facts = reference.instructions.flatMap(({ summary, gotchas, options }) => [
			summary,
			...gotchas.map((gotcha) => gotcha.text),
			...options.map(({ meaning }) => meaning),
		]);
		assert.deepEqual(
			facts.filter((fact) => text.includes(fact)),
			[],
		);
	});
});

describe('a card shows', () => {
	test('what the notes say below a heading, with what corrects it', () => {
		const said = ['Take care:', 'Do this.', 'More exactly: Do that.', 'ls'];
		assert.deepEqual(wordsOf(cardOf('notes: Tips\n')), said);
	});

	test('a table of two columns as terms', () => {
		const [line] = cardOf('notes: Compare\n').lines;
		assert.deepEqual(line, {
			...{ type: 'term', term: 'x', runs: [{ text: 'y', style: 'code' }], priority: 0 },
		});
	});

	test('commands with what they are for, and tables of guides and answers', () => {
		const recipe = cardOf('topic: Mine\n            shows: [start recipe]\n').lines[0];
		assert.ok(recipe?.type === 'recipe');
		assert.equal(recipe.code, 'docker start web');
		const codes = cardOf(
			"topic: Mine\n            rows: ['127']\n            shows: [exit-codes table]\n",
		);
		assert.deepEqual(
			codes.lines.map((line) => line.type === 'term' && line.term),
			['127'],
		);
	});

	test('the form of a value beside its option', () => {
		const values = [
			'instruction: COPY\n            shows: [option --from]\n',
			'command: run\n            shows: [flag --publish]\n',
		]
			.flatMap((choice) => cardOf(choice).lines)
			.flatMap((line) => (line.type === 'term' ? [`${line.term}${line.value}`] : []));
		assert.match(values[0] ?? '', /^--from=<image\|/);
		assert.match(values[1] ?? '', /^-p .*container-port/);
	});

	test('the example last, and optional lines behind what must be there', () => {
		const card = cardOf('instruction: COPY\n            may: [option --link]\n');
		assert.deepEqual(
			card.lines.map(({ type, priority }) => [type, priority]),
			[
				['syntax', 0],
				['text', 0],
				['term', 1],
				['code', 0],
			],
		);
	});
});

describe('a mistake in the plan is told with its line', () => {
	const cases: [string, RegExp][] = [
		['instruction: COPPY\n', /there is no instruction `COPPY`/],
		['command: biuld\n', /there is no command `biuld`/],
		['table: nothing\n', /there is no table `nothing`; allowed: cmd-and-entrypoint/],
		[
			'instruction: COPY\n            shows: [option --form]\n',
			/`option --form` is not in .*copy\.yaml/,
		],
		[
			'instruction: COPY\n            shows: [opt --from]\n',
			/`opt --from` does not begin with a name/,
		],
		[
			'topic: X\n            shows: [CMD wach a]\n',
			/names no kind of fact; allowed: summary, syntax/,
		],
		['instruction: COPY\n            example: None\n', /`COPY` has no example `None`/],
		['table: copy-or-add\n            rows: [None]\n', /there is no row `None`; allowed: /],
		[
			'instruction: COPY\n            command: build\n',
			/needs exactly one of instruction, command/,
		],
		['instruction: COPY\n            shwos: []\n', /unknown field `shwos`/],
		['topic: X\n            shows: [exit-codes tabel]\n', /names no kind of fact; allowed: table/],
	];
	for (const [card, message] of cases) {
		test(card.replace(/\s+/g, ' '), () => {
			const made = make(`          - ${card}`);
			const [problem] = made.messages;
			assert.equal(problem?.file, planFile);
			assert.equal(problem.fatal, true);
			assert.ok(problem?.line && problem.line >= 6 && problem.line <= 8, String(problem?.line));
			assert.match(problem.reason, message);
		});
	}

	test('but a heading that the notes do not have only leaves its card out', () => {
		const made = make('          - notes: Gone\n');
		assert.deepEqual(
			made.messages.map(({ file, line, reason, fatal }) => [file, line, reason, fatal]),
			[[planFile, 7, 'the heading `Gone` is not in the notes', false]],
		);
	});
});
