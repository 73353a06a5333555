import type { Line, Sheet } from './sheetModel.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSite } from '../../tests/loaded.ts';
import { fitSheet, type FitResult } from './fit.ts';
import { toCards } from './sheetModel.ts';
import { papers, prints, toSides } from './papers.ts';
import { setSheet } from './set.ts';

const site = readSite();
const [sheet] = site.sheets;
assert.ok(sheet);
const address = 'https://docs.example/';

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

function fittedOf(result: FitResult) {
	assert.ok(result.ok);
	return result.fitted;
}

/**
 * What another sheet has on paper, https://github.com/dimonomid/docker-quick-ref (read 2026-08): each
 * command with its options. Not asked for: `rm --link` and `build --rm`, which are for links and a
 * builder that have gone, and `login --password`, which shows the password to others.
 */
const others: Readonly<Record<string, readonly string[]>> = {
	'docker build': ['-f', '--build-arg', '-t', '--label', '-q'],
	'docker run': [
		...[
			'-i',
			'-it',
			'-v',
			'--device',
			'-d',
			'-e',
			'--env-file',
			'--entrypoint',
			'-h',
			'--add-host',
		],
		...['--network', '--group-add', '--rm', '--restart', '--name'],
	],
	'docker create': [],
	'docker start': ['-ai'],
	'docker stop': ['-t'],
	'docker kill': ['-s'],
	'docker pause': [],
	'docker unpause': [],
	'docker attach': ['--no-stdin', '--detach-keys'],
	'docker exec': ['-it', '-d'],
	'docker top': [],
	'docker cp': ['-L'],
	'docker logs': ['-f', '--since', '-t', '--tail'],
	'docker wait': [],
	'docker save': ['-o'],
	'docker load': ['-i', '-q'],
	'docker export': ['-o'],
	'docker import': ['-c', '-m'],
	'docker login': ['-u', '--password-stdin'],
	'docker logout': [],
	'docker push': [],
	'docker pull': ['-a'],
	'docker images': ['-a', '--no-trunc', '--filter', '--format'],
	'docker ps': ['-a', '--no-trunc', '-q', '--filter', '--format'],
	'docker inspect': ['-f', '-s', '--type'],
	'docker rm': ['-f', '-v'],
	'docker rmi': ['-f', '--no-prune'],
};

for (const print of prints.filter(({ isBlack }) => !isBlack)) {
	describe(`a sheet for ${print.paper}`, () => {
		const own = fittedOf(fitSheet(sheet, print.paper));
		const pages = toSides(sheet, print.paper).length;

		test('has a page for each side, nothing cut off and no card over another', () => {
			assert.equal(setSheet(sheet, print, address, own).numOfPages, pages);
		});

		test('with some more text gives up optional lines or type, and none that must be there', () => {
			const longer = lengthen(0.04);
			const after = fittedOf(fitSheet(longer, print.paper));
			assert.notDeepEqual(after, own);
			for (const { id, lines } of toCards(toSides(longer, print.paper))) {
				const must = lines.flatMap(({ priority }, at) => (priority === 0 ? [at] : []));
				const shown = after.cards[id]?.lines ?? [];
				assert.deepEqual(
					must.filter((at) => !shown.includes(at)),
					[],
					id,
				);
			}
			assert.equal(setSheet(longer, print, address, after).numOfPages, pages);
		});

		test('with three times the text fails, and names the card and its line in the plan', () => {
			const changed = lengthen(2);
			const made = fitSheet(changed, print.paper);
			assert.ok(!made.ok);
			const { file, line, reason, note, fatal } = made.message;
			const card = toCards(changed.sides).find(
				({ place }) => place.file === file && place.line === line,
			);
			assert.ok(card && reason.includes(`\`${card.title}\` has no room`), reason);
			assert.ok(fatal && note);
		});

		test('breaks a word that is wider than a column', () => {
			const [first] = toCards(sheet.sides)[0]?.lines ?? [];
			const code = 'x'.repeat(60);
			const wide = mapLines((line) =>
				line === first ? { type: 'syntax', language: 'text', code, priority: 0 } : line,
			);
			const fitted = fittedOf(fitSheet(wide, print.paper));
			assert.equal(setSheet(wide, print, address, fitted).numOfPages, pages);
		});

		test('that does not stand where it should is not printed', () => {
			const large = { ...own.size, grid: 1.2 * own.size.grid };
			const low = { ...own, size: large };
			assert.throws(() => setSheet(sheet, print, address, low), /does not stand where it should/);
		});

		if (papers[print.paper].isPoster) return;
		const cards = toCards(toSides(sheet, print.paper)).map(({ id, title, lines }) => {
			const shown = own.cards[id]?.lines ?? [];
			return { title, lines: shown.map((at) => textOf(lines[at])) };
		});

		for (const [name, options] of Object.entries(others)) {
			test(`has ${[name, ...options].join(' ')}`, () => {
				const lines = cards.flatMap(({ title, lines }) =>
					title.endsWith(name) ? lines : lines.filter((line) => hasWord(line, name)),
				);
				assert.notEqual(lines.length, 0);
				const missing = options.filter((option) => !lines.some((line) => hasWord(line, option)));
				assert.deepEqual(missing, []);
			});
		}

		test('has the instructions of another sheet, MAINTAINER as a word at LABEL', () => {
			const label = cards.find(({ title }) => title === 'LABEL');
			assert.ok(label?.lines.some((line) => hasWord(line, 'MAINTAINER')));
		});
	});
}

/** All words of a line; what it looks like is left out. */
function textOf(line: object | undefined): string {
	const isLook = (key: string) => ['style'].includes(key);
	return JSON.stringify(line ?? '', (key, value: unknown) => (isLook(key) ? undefined : value));
}

function hasWord(text: string, word: string): boolean {
	return new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(text);
}
