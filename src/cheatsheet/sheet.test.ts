import type { Piece, Run } from './pieces.ts';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseOutline } from '../notes/outline.ts';
import { notesFile } from '../site.ts';
import { toSheet } from './sheet.ts';

describe('the sheet of the notes', () => {
	const notes = readFileSync(new URL(`../../${notesFile}`, import.meta.url), 'utf8');
	const { title, groups } = toSheet(parseOutline(notes));
	const cardsOf = (name: string): string[][] => {
		const cards = groups.find((group) => group.title === name)?.cards ?? [];
		return cards.map((card) => [card.title, card.href]);
	};

	test('has the title of the notes', () => {
		assert.equal(title, 'Docker');
	});

	test('has its groups in the order of the layout', () => {
		assert.deepEqual(
			groups.map((group) => [group.title, group.kind, group.href]),
			[
				['Core Dockerfile Instructions', 'instruction', '/dockerfile/instructions/'],
				['Building & Managing Images', 'command', '/dockerfile/building-managing-images/'],
				['Multi-Stage Builds', 'concept', '/dockerfile/multi-stage-builds/'],
				['Containers vs VMs', 'concept', '/foundations/containers-vs-vms/'],
				['Dockerfile Best Practices', 'concept', '/dockerfile/dockerfile-best-practices/'],
			],
		);
	});

	test('has a card for each instruction, which leads to its page', () => {
		assert.deepEqual(cardsOf('Core Dockerfile Instructions'), [
			['FROM', '/dockerfile/instructions/from/'],
			['WORKDIR', '/dockerfile/instructions/workdir/'],
			['USER', '/dockerfile/instructions/user/'],
			['COPY', '/dockerfile/instructions/copy/'],
			['ADD', '/dockerfile/instructions/add/'],
			['RUN', '/dockerfile/instructions/run/'],
			['ENV', '/dockerfile/instructions/env/'],
			['EXPOSE', '/dockerfile/instructions/expose/'],
			['HEALTHCHECK', '/dockerfile/instructions/healthcheck/'],
			['CMD', '/dockerfile/instructions/cmd/'],
			['ENTRYPOINT', '/dockerfile/instructions/entrypoint/'],
		]);
	});

	test('has a card for each command, which leads to its section', () => {
		const page = '/dockerfile/building-managing-images/';
		assert.deepEqual(cardsOf('Building & Managing Images'), [
			['Build an image', `${page}#build-an-image`],
			['Build with no cache', `${page}#build-with-no-cache`],
			['Use BuildKit (modern, faster builds)', `${page}#use-buildkit-modern-faster-builds`],
			['Inspect an image', `${page}#inspect-an-image`],
			['List images', `${page}#list-images`],
			['Remove an image', `${page}#remove-an-image`],
			['Push to registry', `${page}#push-to-registry`],
		]);
	});

	test('has one card of a group without parts', () => {
		const expected = [['Containers vs VMs', '/foundations/containers-vs-vms/']];
		assert.deepEqual(cardsOf('Containers vs VMs'), expected);
	});

	test('shows of COPY its sentence and its example', () => {
		const [group] = groups;
		assert.deepEqual(group?.cards.find((card) => card.title === 'COPY')?.pieces, [
			list(false, { runs: plain('Copy files/folders from host to image.'), pieces: [] }),
			{ type: 'code', language: 'dockerfile', code: 'COPY requirements.txt .' },
		]);
	});
});

describe('a card shows', () => {
	test('text in its styles, and of a link its words', () => {
		const runs: Run[] = [
			{ text: 'a ', style: 'plain' },
			{ text: 'b', style: 'strong' },
			{ text: ' ', style: 'plain' },
			{ text: 'c', style: 'emphasis' },
			{ text: ' ', style: 'plain' },
			{ text: 'd', style: 'code' },
			{ text: ' ', style: 'plain' },
			{ text: 'e', style: 'plain' },
		];
		assert.deepEqual(piecesOf('a **b** *c* `d` [e](#docker)'), [{ type: 'text', runs }]);
	});

	test('a line break as a space', () => {
		const lines = piecesOf('a\nb');
		assert.deepEqual(lines, [{ type: 'text', runs: plain('a b') }]);
		const [text] = piecesOf('a<br>b');
		assert.deepEqual(text, { type: 'text', runs: [...plain('a'), ...plain(' '), ...plain('b')] });
	});

	test('a list within a list, with the code of its items', () => {
		assert.deepEqual(piecesOf('- a\n  ```Dockerfile\n  CMD x\n  ```\n  - b\n- c'), [
			list(
				false,
				{
					runs: plain('a'),
					pieces: [
						{ type: 'code', language: 'Dockerfile', code: 'CMD x' },
						list(false, { runs: plain('b'), pieces: [] }),
					],
				},
				{ runs: plain('c'), pieces: [] },
			),
		]);
	});

	test('an item that starts with code', () => {
		const code = { type: 'code', language: 'text', code: 'x' } as const;
		assert.deepEqual(piecesOf('- ~~~\n  x\n  ~~~'), [list(false, { runs: [], pieces: [code] })]);
	});

	test('an ordered list', () => {
		const items = ['a', 'b'].map((text) => ({ runs: plain(text), pieces: [] }));
		assert.deepEqual(piecesOf('1. a\n2. b'), [list(true, ...items)]);
	});

	test('a table as its head and rows', () => {
		assert.deepEqual(piecesOf('| a | b |\n| - | - |\n| `c \\| d` | |'), [
			{
				type: 'table',
				head: [plain('a'), plain('b')],
				rows: [[[{ text: 'c | d', style: 'code' }], []]],
			},
		]);
	});

	test('a quote as what it quotes', () => {
		const items = [{ runs: plain('b'), pieces: [] }];
		const expected = [{ type: 'text', runs: plain('a') }, list(false, ...items)];
		assert.deepEqual(piecesOf('> a\n>\n> - b'), expected);
	});

	test('no spacers, rules and definitions', () => {
		assert.deepEqual(piecesOf('<br>\n\n---\n\n[a]: #docker'), []);
	});
});

test('a card holds what stands below its section, in order', () => {
	const group = '## Dockerfile Best Practices\n\nOwn.\n\n### One\n\nA.\n\n#### Deep\n\nB.';
	const cards = toSheet(parseOutline(`# Docker\n\n${group}\n`)).groups[0]?.cards;
	assert.deepEqual(cards, [
		{
			title: 'Dockerfile Best Practices',
			href: '/dockerfile-best-practices/',
			pieces: [{ type: 'text', runs: plain('Own.') }],
		},
		{
			title: 'One',
			href: '/dockerfile-best-practices/one/',
			pieces: ['A.', 'B.'].map((text) => ({ type: 'text', runs: plain(text) })),
		},
	]);
});

/** The pieces of Markdown that stands in a group of the sheet. */
function piecesOf(markdown: string): Piece[] {
	const { groups } = toSheet(parseOutline(`# Docker\n\n## Multi-Stage Builds\n\n${markdown}\n`));
	return (groups[0]?.cards ?? []).flatMap(({ pieces }) => pieces);
}

type List = Extract<Piece, { type: 'list' }>;

function list(isOrdered: boolean, ...items: List['items']): List {
	return { type: 'list', isOrdered, items };
}

function plain(text: string): Run[] {
	return [{ text, style: 'plain' }];
}
