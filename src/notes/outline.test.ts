import type { Block, Outline, Section } from './outline.ts';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { notesFile } from '../env.ts';
import { flatten, parseOutline } from './outline.ts';

/** One folder per case: `input.md` and the outline that it gives. A new case is a new folder. */
const fixtures = new URL('./fixtures/', import.meta.url);
const names = readdirSync(fixtures).sort();

/**
 * `UPDATE=1 node --test src/notes/outline.test.ts` writes what the program gives as what is
 * expected: read the difference before you commit it.
 */
const isUpdate = process.env['UPDATE'] === '1';

describe('parseOutline gives the outline of', () => {
	for (const name of names) {
		test(name, () => {
			const file = new URL(`${name}/expected.json`, fixtures);
			const actual = JSON.stringify(project(parseOutline(read(name))), null, '\t') + '\n';
			if (isUpdate) writeFileSync(file, actual);
			assert.deepEqual(JSON.parse(actual), JSON.parse(readFileSync(file, 'utf8')));
		});
	}
});

describe('parseOutline leaves nothing out of', () => {
	const notes = readFileSync(new URL(`../../${notesFile}`, import.meta.url), 'utf8');
	const texts = [
		...names.map((name) => [name, read(name)] as const),
		['the notes', notes] as const,
	];

	for (const [name, text] of texts) {
		test(name, () => {
			const outline = parseOutline(text);
			const { source, preamble, sections, blocks } = outline;
			const inTree = flatten(sections).flatMap((section) => [section.heading, ...section.blocks]);
			assert.deepEqual([...preamble, ...inTree], blocks);
			assert.equal(rebuild(outline), source);
			assert.equal(source, text.replace(/^\uFEFF/, ''));
		});
	}
});

test('parseOutline counts lines from 1 at every kind of line break', () => {
	const { blocks } = parseOutline('# a\n\nb\r\n\r\nc\r\rd\n');
	assert.deepEqual(
		blocks.map(({ line }) => line),
		[1, 3, 5, 7],
	);
});

function read(name: string): string {
	return readFileSync(new URL(`${name}/input.md`, fixtures), 'utf8');
}

/** The source put together from the blocks and the white space between them. */
function rebuild({ source, blocks }: Outline): string {
	let text = '';
	let from = 0;
	for (const { start, end } of [...blocks, { start: source.length, end: source.length }]) {
		const gap = source.slice(from, start);
		assert.match(gap, /^\s*$/);
		assert.ok(start >= from && end >= start, `the block at ${start} overlaps the one before`);
		text += gap + source.slice(start, end);
		from = end;
	}
	return text;
}

/** The outline without the nodes of the parser, and with the text that each block stands for. */
function project({ source, preamble, sections }: Outline) {
	const toBlock = ({ type, line, start, end }: Block) => {
		return { type, line, start, end, text: source.slice(start, end) };
	};
	const toSection = ({ heading, blocks, children, ...section }: Section): object => {
		return { ...section, blocks: blocks.map(toBlock), children: children.map(toSection) };
	};
	return { preamble: preamble.map(toBlock), sections: sections.map(toSection) };
}
