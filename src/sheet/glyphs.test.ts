import type { Sheet } from './sheetModel.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toHeading, toWarning, withoutSigns } from './glyphs.ts';

/** What is printed of a title when fonts have none of these signs. */
function print(title: string): string {
	const more: Sheet['more'] = { id: 'more', title: 'More', kind: 'concept', cards: [] };
	const names = { name: 'git', page: 'cheatsheet', date: '', holds: '', version: '1' };
	const sheet: Sheet = { title, ...names, sides: [], more, isPlain: true };
	return withoutSigns(sheet, [...'🚀設定変更']).title;
}

describe('on paper', () => {
	test('words of a script that no font has are one mark of omission', () => {
		assert.equal(print('Git 設定'), 'Git …');
		assert.equal(print('設定、変更 (config)'), '… (config)');
	});

	test('the author is told which letters are missing, and nothing of emoji', () => {
		const [said] = toWarning({ name: 'git' }, ['設', '🚀', '設定']);
		assert.equal(said?.file, 'src/content/notes/git.md');
		assert.match(said.reason, / no font here has: 設 定$/);
		assert.equal(said.fatal, false);
		assert.deepEqual(toWarning({ name: 'git' }, ['🚀']), []);
		const [many] = toWarning({ name: 'git' }, ['一二三四五六七八九十百千万']);
		assert.match(many?.reason ?? '', /千 and others$/);
	});

	for (const [title, heading] of [
		['', '…'],
		['\u200b \ufe0f', '…'],
		['はじめに', 'はじめに'],
		['#', '#'],
	] as const) {
		test(`the heading of ${JSON.stringify(title)} says something`, () => {
			assert.equal(toHeading(title), heading);
		});
	}

	test('emoji are left out, and question marks of the author stay', () => {
		assert.equal(print('🚀 Why??'), 'Why??');
	});
});
