import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSite } from '../../tests/loaded.ts';
import { fitSheet } from './fit.ts';
import { toCards } from './sheetModel.ts';
import { toSides } from './papers.ts';

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

const [sheet] = readSite().sheets;
assert.ok(sheet);

for (const paper of ['a4', 'letter'] as const) {
	const made = fitSheet(sheet, paper);
	assert.ok(made.ok);
	const cards = toCards(toSides(sheet, paper)).map((card) => {
		const shown = made.fitted.cards[card.id]?.lines ?? [];
		return { title: card.title, lines: shown.map((at) => textOf(card.lines[at])) };
	});

	describe(`the sheet on ${paper} has`, () => {
		for (const [name, options] of Object.entries(others)) {
			test([name, ...options].join(' '), () => {
				const lines = cards.flatMap(({ title, lines }) =>
					title.endsWith(name) ? lines : lines.filter((line) => hasWord(line, name)),
				);
				assert.notEqual(lines.length, 0);
				const missing = options.filter((option) => !lines.some((line) => hasWord(line, option)));
				assert.deepEqual(missing, []);
			});
		}

		test('the instructions of the other sheet, MAINTAINER as a word at LABEL', () => {
			const label = cards.find(({ title }) => title === 'LABEL');
			assert.ok(label?.lines.some((line) => hasWord(line, 'MAINTAINER')));
		});
	});
}

/** All words of a line; what it looks like is left out. */
function textOf(line: object | undefined): string {
	const isLook = (key: string) => ['tokens', 'look', 'style'].includes(key);
	return JSON.stringify(line ?? '', (key, value: unknown) => (isLook(key) ? undefined : value));
}

function hasWord(text: string, word: string): boolean {
	return new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(text);
}
