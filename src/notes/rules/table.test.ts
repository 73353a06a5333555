import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Correction } from '../../reference/schema/lists.ts';
import type { Example } from './rule.ts';
import type { Message } from '../../input/message.ts';
import { checkNotes } from '../../check.ts';
import { readDataFiles } from '../../input/files.ts';
import { parseFacts } from '../../reference/facts.ts';
import { rules } from './table.ts';

const facts = parseFacts(readDataFiles(new URL('../../../', import.meta.url)));
assert.ok(facts.ok);
const { reference } = facts;

/** What the examples suppose to be said of the notes, in their `given`. */
const correction: Correction = {
	...{
		id: 'it',
		severity: 'high' as const,
		verdict: 'wrong' as const,
		text: 'It is so.',
		links: [],
	},
	...{ at: [{ heading: 'COPY', quote: 'Copies files' }], checked: '2026-11-24' },
};
const finding = { snippet: 'env', rule: 'LegacyKeyValueFormat', reason: 'It is shown.' };

for (const { name, isFirm, severity, strict, example, meaning, hint } of rules) {
	describe(name, () => {
		test('is said in words that a table can hold', () => {
			assert.match(name, /^[a-z\d]+(?:-[a-z\d]+)+$/);
			for (const text of [meaning, hint]) assert.match(text, /^[A-Z“`].*\.$/);
			assert.ok(isFirm !== true || (strict ?? severity) === severity);
		});

		test('is broken by its bad example alone, and by no good one', () => {
			if (['nothing-is-lost', 'snippet-has-own-name'].includes(name))
				return assert.equal(example, undefined);
			assert.ok(example);
			assert.deepEqual(toRules(check(name, example, 'bad')), [name]);
			assert.deepEqual(toRules(check(name, example, 'good')), []);
			if (strict !== undefined) {
				const found = check(name, example, 'bad', true).find(({ ruleId }) => ruleId === name);
				assert.equal(found?.fatal, strict === 'error');
			}
		});
	});
}

test('no two rules have one name', () => {
	assert.equal(new Set(rules.map(({ name }) => name)).size, rules.length);
});

function toRules(problems: readonly Message[]): string[] {
	return [...new Set(problems.map(({ ruleId = '' }) => ruleId))];
}

/** What is found in an example, with the data and the files that it supposes. */
function check(name: string, example: Example, side: 'bad' | 'good', isStrict = false): Message[] {
	const text = example[side];
	const encoding = side === 'bad' ? example.encoding : undefined;
	const file = {
		path: 'notes.md',
		bytes: text === undefined ? undefined : Buffer.from(text, encoding ?? 'utf8'),
		exists: (path: string) => path === 'beside.pdf',
		isStrict,
	};
	const knowledge = {
		reference,
		corrections: name === 'correction-fits' ? [correction] : [],
		expected: name === 'snippet-shows-fault' ? [finding] : [],
	};
	return checkNotes(file, knowledge, '2026-11-24');
}
