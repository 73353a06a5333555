import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDataFiles } from '../input/files.ts';
import { parseFacts } from './facts.ts';
import { toAnswerPages } from './pages/articles.ts';

const files = readDataFiles(new URL('../../', import.meta.url));

/** What is said when one file reads otherwise, a line for each message. */
function findMessages(path: string, from: RegExp, to: string): string[] {
	const changed = files.map((file) => {
		if (file.path !== path) return file;
		assert.ok(file.text.search(from) >= 0, `${path} has no ${from}`);
		return { ...file, text: file.text.replace(from, to) };
	});
	const parsed = parseFacts(changed);
	const messages = parsed.ok ? [] : parsed.messages;
	return messages.map(({ file, line, reason }) => `${file}:${line}: ${reason}`);
}

const copy = 'src/content/instructions/copy.yaml';
const run = 'src/content/commands/run.yaml';
const answer = 'src/content/answers/port-already-allocated.yaml';
const guide = 'src/content/guides/volumes-bind-mounts-tmpfs.yaml';
const summary = /^summary: .*/m;

/** What is wrong, in which file, by which change, and what is said behind file and line. */
const cases: readonly [string, string, RegExp, string, string][] = [
	['a value of none', copy, /is: layer/, 'is: x', 'layer.is: unknown value; allowed: layer, metad'],
	['a field of none', copy, /note: need/, 'hint: need', 'unknown field `hint`; allowed: form, te'],
	['no field', copy, summary, '', 'summary: missing; allowed: string'],
	['a number for words', copy, summary, 'summary: 12', 'summary: another type; allowed: string'],
	['an empty list', copy, /sources: \[.*/, 'sources: []', 'too short; allowed: 1 or more'],
	['no day', copy, /^checked: .*/m, 'checked: 1.2.26', 'has another form; allowed: a day as `202'],
	['no address', run, /docs: https/, 'docs: http', 'allowed: an address that begins with `http'],
	['no source', copy, /sources: \[\w+/, 'sources: [gone', 'sources: `gone` does not exist; allow'],
	[
		'no instruction',
		copy,
		/related: \[/,
		'related: [ADDD, ',
		'`ADDD` does not exist; allowed: ADD, ',
	],
	['no check', copy, /rule: \w+/, 'rule: Gone', 'checks: `Gone` does not exist; allowed: '],
	[
		'no command',
		run,
		/related: \[/,
		'related: [gone, ',
		'related: `gone` does not exist; allowed: ',
	],
	[
		'no gotcha',
		'src/content/tables.yaml',
		/cmd\/[\w-]+/,
		'cmd/gone',
		'gotchas: `cmd/gone` does no',
	],
	[
		'no table',
		'src/content/corrections.yaml',
		/see: .*/,
		'see: gone',
		'see: `gone` does not exist; a',
	],
	[
		'a group of none',
		answer,
		/^group: .*/m,
		'group: x',
		'group: unknown value; allowed: daemon, run',
	],
	[
		'a field of no answer',
		answer,
		/^cause:/m,
		'reason:',
		'unknown field `reason`; allowed: title, k',
	],
	['no cause', answer, /^cause:.*\n(?: {2}.*\n)*/m, '', 'cause: missing; allowed: string'],
	[
		'no message',
		answer,
		/^messages:\n(?: .*\n)*/m,
		'messages: []\n',
		'messages: does not fit `kind`; al',
	],
	[
		'a message that nothing finds',
		answer,
		/^ {2}- 'Bind.*/m,
		"  - '…: x'",
		'messages.0: too few words for search; allowed: 2 or more beside `…`',
	],
	[
		'the message of another answer',
		'src/content/answers/tag-does-not-exist.yaml',
		/^ {2}- .*/m,
		"  - 'Bind for …:… failed: port is already allocated'",
		'stands in src/content/answers/port-already-allocated.yaml too; allowed: one answer',
	],
	[
		'a source of no answer',
		answer,
		/^ *- title: .*\n/m,
		'  - ',
		'links.0.title: missing; allowed: st',
	],
	[
		'an answer to nothing',
		answer,
		/^related: \[/m,
		'related: [docker runn, ',
		'related: `docker runn` does not exist; allowed: docker run, ',
	],
	['no section', guide, /^sections:\n(?: .*\n|\n)*/m, '', 'sections: missing; allowed: array'],
	[
		'a guide of no group',
		guide,
		/^group: .*/m,
		'group: x',
		'group: unknown value; allowed: run, bu',
	],
	[
		'no title of an example',
		run,
		/^ {2}- title: (.*)/m,
		'  - note: $1',
		'title: missing; allowed: st',
	],
	[
		'a group of no flag',
		run,
		/group: common/,
		'group: x',
		'group: unknown value; allowed: common, ',
	],
	[
		'no version',
		'src/content/versions.yaml',
		/^engine.*\n/m,
		'',
		'engine: missing; allowed: string',
	],
	[
		'half a row',
		'src/content/tables.yaml',
		/^ {4}- \[.*/m,
		'    - [x]',
		'rows: a row has more or few',
	],
	[
		'no YAML',
		'src/content/usage.yaml',
		/sources: \[(\w+)\]/,
		'sources: [$1',
		'; allowed: YAML 1.2',
	],
];

describe('data with', () => {
	for (const [name, path, from, to, says] of cases) {
		test(`${name} is refused with file, line, field and what is allowed`, () => {
			const messages = findMessages(path, from, to);
			const found = messages.find((message) => message.includes(says)) ?? String(messages[0]);
			assert.ok(found.includes(says), `${messages.join('\n')}\nhas no ${says}`);
			const { text } = files.find((file) => file.path === path) ?? { text: '' };
			const line = text.slice(0, text.search(from)).split('\n').length;
			const isWhole = to === '' || name.includes('YAML');
			if (!isWhole) assert.ok(found.startsWith(`${path}:${line}: `), `${found}\nis not on ${line}`);
		});
	}

	test('one id for two gotchas is refused at the second', () => {
		const { text } = files.find(({ path }) => path === copy) ?? { text: '' };
		const [first, second] = [...text.matchAll(/- id: (.*)/g)];
		assert.ok(first && second);
		const line = text.slice(0, second.index).split('\n').length;
		assert.deepEqual(findMessages(copy, new RegExp(`${second[0]}\n`), `${first[0]}\n`), [
			`${copy}:${line}: gotchas.1.id: \`${first[1]}\` stands twice; allowed: an id of its own`,
		]);
	});

	test('faults in several files is refused with all of them', () => {
		const broken = files.map(({ path, text }) => ({
			...{ path, text: text.replace(/^checked: .*$/m, 'checked: soon') },
		}));
		const parsed = parseFacts(broken);
		assert.ok(!parsed.ok);
		assert.ok(new Set(parsed.messages.map(({ file }) => file)).size > 70);
	});

	test('no answers names each that relies on one, and makes no page of them', () => {
		const whole = parseFacts(files);
		assert.ok(whole.ok);
		assert.deepEqual(toAnswerPages({ ...whole.reference, answers: [] }), []);
		const others = files
			.filter(({ path }) => !path.includes('/answers/'))
			.map(({ path, text }) => ({
				...{ path, text: path === run ? text.replace(/^related: \[/m, '$&exit-codes, ') : text },
			}));
		const broken = parseFacts(others);
		const messages = broken.ok ? [] : broken.messages;
		assert.ok(messages.some(({ file }) => file === run));
		for (const { reason } of messages) {
			assert.match(reason, /^related: `[a-z\d-]+` does not exist; allowed: \w/);
		}
	});

	test('nothing wrong is taken', () => {
		const parsed = parseFacts(files);
		assert.ok(parsed.ok);
		const { instructions, commands, checks, answers, guides } = parsed.reference;
		assert.deepEqual([instructions.length, checks.length], [18, 22]);
		assert.ok(commands.length > 80 && answers.length >= 45 && guides.length > 15);
	});
});
