import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSite } from '../../tests/loaded.ts';
import { toCards, type Line } from './sheetModel.ts';
import { renderText } from './asciiText.ts';

const site = readSite();
const [sheet] = site.sheets;
assert.ok(sheet);
const text = renderText(sheet, 'https://docs.example/');
const lines = text.split('\n');

test('the plain sheet has no line over 80 columns and nothing but ASCII', () => {
	assert.deepEqual(
		lines.filter((line) => line.length > 80),
		[],
	);
	assert.match(text, /^[\n -~]*$/);
});

test('the plain sheet has every card with its marks, all its flags and its code', () => {
	for (const { title, marks, lines: parts } of toCards(sheet.sides)) {
		const heads = lines.filter((line) => line.startsWith(title));
		const labels = marks.map(({ label }) => label).join(', ');
		assert.ok(
			heads.some((line) => line.endsWith(labels)),
			title,
		);
		for (const part of parts) {
			if (part.type === 'term')
				assert.ok(text.includes(`  ${part.term.replace('…', '...')}`), part.term);
			if (part.type !== 'code' && part.type !== 'recipe') continue;
			const shown = text.replace(/ \\\n +/g, ' ');
			for (const line of part.code.replace(/ \\\n +/g, ' ').split('\n')) {
				assert.ok(shown.includes(line.trim()), line);
			}
		}
	}
});

test('code that is too long for a line goes on behind a backslash', () => {
	const code = `docker run ${'--env NAME=value '.repeat(8)}image`;
	const [side] = sheet.sides;
	const [group] = side?.groups ?? [];
	const [card] = group?.cards ?? [];
	assert.ok(side && group && card);
	const line: Line = { type: 'code', language: 'bash', code, priority: 0 };
	const long = { ...side, groups: [{ ...group, cards: [{ ...card, lines: [line] }] }] };
	const made = renderText({ ...sheet, sides: [long] }, 'https://docs.example/');
	const shown = made.split('\n').filter((part) => /docker run|--env|=value/.test(part));
	assert.ok(shown.length > 1);
	assert.ok(shown.slice(0, -1).every((part) => part.length <= 80 && part.endsWith(' \\')));
	assert.equal(shown.map((part) => part.trim().replace(/ \\$/, '')).join(' '), code);
});
