import { toCards, type Card, type Group, type Sheet } from './sheetModel.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toWarning, withoutSigns } from './glyphs.ts';
import { toTitled } from './typst.ts';

/** What is printed of a title when fonts have none of these signs. */
function print(title: string): string {
	const more: Sheet['more'] = { id: 'more', title: 'More', kind: 'concept', cards: [] };
	const names = { name: 'git', page: 'cheatsheet', date: '', holds: '', version: '1' };
	const sheet: Sheet = { title, ...names, sides: [], more, isPlain: true };
	return withoutSigns(sheet, [...'🚀設定変更']).title;
}

const card: Card = {
	...{ id: 'a', title: 'A', isCode: false, href: '/a/', marks: [], lines: [] },
	...{ reach: 'sheet', place: { file: 'src/content/notes/vault/git.md', line: 3 } },
};
const group: Group = { id: 'a', title: 'A', kind: 'concept', cards: [card] };

describe('on paper', () => {
	test('words of a script that no font has are one mark of omission', () => {
		assert.equal(print('Git 設定'), 'Git …');
		assert.equal(print('設定、変更 (config)'), '… (config)');
	});

	const [sides, isPlain] = [[{ title: '', groups: [group] }], true];
	const sheet = { name: 'git', sides, isPlain };

	test('the author is told which letters are missing, and nothing of emoji', () => {
		const [said] = toWarning(sheet, ['設', '🚀', '設定']);
		assert.equal(said?.file, 'src/content/notes/vault/git.md');
		assert.match(said.reason, / no font here has: 設 定$/);
		assert.equal(said.fatal, false);
		assert.deepEqual(toWarning(sheet, ['🚀']), []);
		const [many] = toWarning(sheet, ['一二三四五六七八九十百千万']);
		assert.match(many?.reason ?? '', /千 and others$/);
	});

	for (const [title, heading] of [
		['', '…'],
		['\u200b \ufe0f', '…'],
		['はじめに', 'はじめに'],
		['#', '#'],
	] as const) {
		test(`the heading of ${JSON.stringify(title)} says something`, () => {
			assert.equal(toTitled(title).title, heading);
		});
	}

	test('a card keeps its id and its address, whatever letters those have', () => {
		const [change] = [{ ...card, id: 'card-設定', href: '/設定/' }];
		const groups = [{ ...group, cards: [change] }];
		const more: Sheet['more'] = { ...group, cards: [] };
		const whole: Sheet = {
			...{ title: '', name: 'git', page: 'cheatsheet', holds: '', version: '1' },
			...{ sides: [{ title: '', groups }], more, isPlain: true },
		};
		const [printed] = toCards(withoutSigns(whole, ['設定']).sides);
		assert.deepEqual([printed?.id, printed?.href], [change.id, change.href]);
	});

	test('emoji are left out, and question marks of the author stay', () => {
		assert.equal(print('🚀 Why??'), 'Why??');
	});
});
