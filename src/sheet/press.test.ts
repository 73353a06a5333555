import type { Line, PaperName, Sheet } from './sheetModel.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSite } from '../../tests/loaded.ts';
import { fitSheet, settle } from './fit.ts';
import { toCards } from './sheetModel.ts';
import { prints, toSides } from './papers.ts';
import { setSheet } from './set.ts';

const [sheet] = readSite().sheets;
assert.ok(sheet);
const messages = settle(sheet);

function mapLines(change: (line: Line) => Line): Sheet {
	assert.ok(sheet);
	const sides = sheet.sides.map((side) => ({
		...side,
		groups: side.groups.map((group) => ({
			...group,
			cards: group.cards.map((card) => ({ ...card, lines: card.lines.map(change) })),
		})),
	}));
	return { ...sheet, sides };
}

/** The same sheet with longer sentences: so many times their text is said again. */
function lengthen(by: number): Sheet {
	return mapLines((line) => {
		if (!('runs' in line)) return line;
		const text = line.runs.map((run) => run.text).join('');
		const more = ` ${text}`.repeat(Math.ceil(by)).slice(0, Math.round(text.length * by));
		return { ...line, runs: [...line.runs, { text: more, style: 'plain' as const }] };
	});
}

/** Lays a sheet out for a paper, and gives it back with the pages that it was set on. */
function press(changed: Sheet, paper: PaperName) {
	const { fitted } = fitSheet(changed, paper);
	const print = prints.find((one) => one.paper === paper);
	assert.ok(fitted && print);
	return { fitted, pages: setSheet(changed, print, 'https://docs.example/', fitted).numOfPages };
}

test('the sheet has room on all its papers', () => {
	assert.deepEqual(messages, []);
});

// Of each kind the smaller one.
for (const paper of ['letter', 'tabloid'] as const) {
	describe(`a sheet for ${paper}`, () => {
		const own = sheet.settled?.[paper];
		assert.ok(own);

		test('with some more text gives up optional lines or type, and none that must be there', () => {
			const longer = lengthen(0.04);
			const { fitted, pages } = press(longer, paper);
			assert.notDeepEqual(fitted, own);
			for (const { id, lines } of toCards(toSides(longer, paper))) {
				const must = lines.flatMap(({ priority }, at) => (priority === 0 ? [at] : []));
				const shown = fitted.cards[id]?.lines ?? [];
				assert.deepEqual(
					must.filter((at) => !shown.includes(at)),
					[],
					id,
				);
			}
			assert.equal(pages, toSides(longer, paper).length);
		});

		test('with three times the text fails, and names the card and its line in the plan', () => {
			const changed = lengthen(2);
			const { message } = fitSheet(changed, paper);
			const { file, line, reason = '', note, fatal } = message ?? {};
			const card = toCards(changed.sides).find(
				({ place }) => place.file === file && place.line === line,
			);
			assert.ok(card && reason.includes(`\`${card.title}\` has no room`), reason);
			assert.ok(fatal && note);
		});
	});
}

test('a word that is wider than a column is broken', () => {
	const [first] = toCards(sheet.sides)[0]?.lines ?? [];
	const code = 'x'.repeat(60);
	const wide = mapLines((line) =>
		line === first ? { type: 'syntax', language: 'text', code, priority: 0 } : line,
	);
	assert.equal(press(wide, 'letter').pages, 2);
});

test('what does not stand where it should is not printed', () => {
	const [print] = prints;
	const own = sheet.settled?.[print.paper];
	assert.ok(own);
	const low = { ...own, size: { ...own.size, grid: 1.2 * own.size.grid } };
	assert.throws(() => setSheet(sheet, print, 'https://a.example/', low), /does not stand where it/);
});

/**
 * What another sheet has on paper, https://github.com/dimonomid/docker-quick-ref (read 2026-08): each
 * command with its options. Not asked for: `rm --link` and `build --rm`, which are for links and a
 * builder that have gone, and `login --password`, which shows the password to others.
 */
const others: Readonly<Record<string, string>> = {
	'docker build': '-f --build-arg -t --label -q',
	'docker run':
		'-i -it -v --device -d -e --env-file --entrypoint -h --add-host --network --group-add --rm --restart --name',
	'docker create': '',
	'docker start': '-ai',
	'docker stop': '-t',
	'docker kill': '-s',
	'docker pause': '',
	'docker unpause': '',
	'docker attach': '--no-stdin --detach-keys',
	'docker exec': '-it -d',
	'docker top': '',
	'docker cp': '-L',
	'docker logs': '-f --since -t --tail',
	'docker wait': '',
	'docker save': '-o',
	'docker load': '-i -q',
	'docker export': '-o',
	'docker import': '-c -m',
	'docker login': '-u --password-stdin',
	'docker logout': '',
	'docker push': '',
	'docker pull': '-a',
	'docker images': '-a --no-trunc --filter --format',
	'docker ps': '-a --no-trunc -q --filter --format',
	'docker inspect': '-f -s --type',
	'docker rm': '-f -v',
	'docker rmi': '-f --no-prune',
};

for (const paper of ['a4', 'letter'] as const) {
	const cards = toCards(toSides(sheet, paper)).map(({ id, title, lines }) => {
		const shown = sheet.settled?.[paper]?.cards[id]?.lines ?? [];
		return { title, lines: shown.map((at) => textOf(lines[at])) };
	});

	for (const [name, options] of Object.entries(others)) {
		test(`${paper} has ${name} ${options}`, () => {
			const lines = cards.flatMap(({ title, lines }) =>
				title.endsWith(name) ? lines : lines.filter((line) => hasWord(line, name)),
			);
			assert.notEqual(lines.length, 0);
			const wanted = options.split(' ').filter(Boolean);
			const missing = wanted.filter((option) => !lines.some((line) => hasWord(line, option)));
			assert.deepEqual(missing, []);
		});
	}

	test(`${paper} has MAINTAINER as a word at LABEL`, () => {
		const label = cards.find(({ title }) => title === 'LABEL');
		assert.ok(label?.lines.some((line) => hasWord(line, 'MAINTAINER')));
	});
}

/** All words of a line; what it looks like is left out. */
function textOf(line: object | undefined): string {
	return JSON.stringify(line ?? '', (key, value: unknown) => (key === 'style' ? undefined : value));
}

function hasWord(text: string, word: string): boolean {
	return new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(text);
}
