import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDataFiles } from '../input/files.ts';
import type { Message } from '../input/message.ts';
import { parseFacts } from './facts.ts';
import { toAnswerPages } from './pages/articles.ts';

const files = readDataFiles(new URL('../../', import.meta.url));

/** What is wrong, in which file of `src/content/`, by which change, and what is said behind file and line. */
type Fault = readonly [name: string, file: string, from: RegExp, to: string, says: string];

const summary = /^summary: .*/m;
const related = /^related:\n? *[-[] ?/m;

/** Each in a file of its own, so that all are found at once. */
const shapes: readonly Fault[] = [
	['a value of none', 'instructions/copy', /is: layer/, 'is: x', 'allowed: layer, metadata'],
	[
		'a field of none',
		'instructions/add',
		/note: need/,
		'hint: need',
		'field `hint`; allowed: form',
	],
	['no field', 'instructions/arg', summary, '', 'summary: missing; allowed'],
	[
		'a number for words',
		'instructions/cmd',
		summary,
		'summary: 12',
		'another type; allowed: string',
	],
	[
		'an empty list',
		'instructions/env',
		/sources: \[.*/,
		'sources: []',
		'too short; allowed: 1 or more',
	],
	['no day', 'instructions/expose', /^checked: .*/m, 'checked: 1.2.26', 'allowed: a day as `202'],
	['no address', 'commands/run', /docs: https/, 'docs: http', 'allowed: an address that'],
	[
		'no title of an example',
		'commands/rename',
		/^ {2}- title: (.*)/m,
		'  - note: $1',
		'title: missing; allowed: st',
	],
	['a group of no flag', 'commands/buildx-bake', /group: common/, 'group: x', 'allowed: common, '],
	['a group of none', 'answers/exit-codes', /^group: .*/m, 'group: x', 'allowed: daemon, run'],
	[
		'a field of no answer',
		'answers/swarm',
		/^cause:/m,
		'reason:',
		'field `reason`; allowed: title',
	],
	[
		'no cause',
		'answers/exit-code-1',
		/^cause:.*\n(?: {2}.*\n)*/m,
		'',
		'cause: missing; allowed: string',
	],
	[
		'no message',
		'answers/exit-code-125',
		/^messages:\n(?: .*\n)*/m,
		'messages: []\n',
		'does not fit `kind`',
	],
	[
		'a message that nothing finds',
		'answers/port-already-allocated',
		/^ {2}- 'Bind.*/m,
		"  - '…: x'",
		'too few words for search',
	],
	[
		'a source of no answer',
		'answers/keep-data',
		/^ *- title: .*\n/m,
		'  - ',
		'links.0.title: missing',
	],
	['no section', 'guides/bake', /^sections:\n(?: .*\n|\n)*/m, '', 'sections: missing'],
	['a guide of no group', 'guides/heredocs', /^group: .*/m, 'group: x', 'allowed: run, build'],
	['no version', 'versions', /^engine.*\n/m, '', 'engine: missing'],
	['half a row', 'tables', /^ {4}- \[.*/m, '    - [x]', 'rows: a row has more'],
	['no YAML', 'checks/from-as-casing', /sources: \[(\w+)/, 'sources: [[$1', '; allowed: YAML 1.2'],
	[
		'one id for two gotchas',
		'instructions/from',
		/(- id: (.*)\n[^]*?)- id: .*/,
		'$1- id: $2',
		'stands twice',
	],
];

const names: readonly Fault[] = [
	[
		'no source',
		'instructions/copy',
		/sources: \[\w+/,
		'sources: [gone',
		'`gone` does not exist; allow',
	],
	[
		'no instruction',
		'instructions/add',
		related,
		'$&ADDD, ',
		'`ADDD` does not exist; allowed: ADD, ',
	],
	[
		'a check of no instruction',
		'checks/workdir-relative-path',
		/instructions: \[/,
		'$&GONE, ',
		'instructions: `GONE` does not exist; allow',
	],
	['no command', 'commands/stop', related, '$&gone, ', '`gone` does not exist; allow'],
	['no gotcha', 'tables', /cmd\/[\w-]+/, 'cmd/gone', '`cmd/gone` does not exist'],
	['no table', 'corrections', /see: .*/, 'see: gone', '`gone` does not exist; allow'],
	[
		'the message of another answer',
		'answers/tag-does-not-exist',
		/^ {2}- .*/m,
		"  - 'Bind for …:… failed: port is already allocated'",
		'stands in src/content/answers/port-already-allocated.yaml too; allowed: one answer',
	],
	[
		'an answer to nothing',
		'answers/exit-code-125',
		related,
		'$&docker runn, ',
		'exist; allowed: docker run, ',
	],
];

/** What is said of the data with all these faults. */
function findMessages(faults: readonly Fault[]): readonly Message[] {
	const changed = files.map((file) => {
		const [, , from, to] = faults.find(([, name]) => file.path === toPath(name)) ?? [];
		return from === undefined ? file : { ...file, text: file.text.replace(from, to ?? '') };
	});
	const parsed = parseFacts(changed);
	return parsed.ok ? [] : parsed.messages;
}

function toPath(name: string): string {
	return `src/content/${name}.yaml`;
}

/** What the cheat sheets of others name, Swarm apart, behind `docker` and its kinds of things. */
const sheets = {
	'': `attach build commit cp create diff events exec export history images import info inspect kill load login logout
		logs pause port ps pull push rename restart rm rmi run save search start stats stop tag top unpause update version
		wait`,
	buildx: 'bake build create du imagetools inspect ls prune rm use version',
	builder: 'prune',
	compose: `attach build config cp create down events exec images kill logs ls pause port ps pull push restart rm run
		scale start stop top unpause up version wait watch`,
	container: `attach commit create diff inspect kill logs ls pause port prune rename restart rm run start stats stop top
		unpause update wait`,
	context: 'create ls rm use',
	image: 'history inspect load ls prune pull push rm save tag',
	manifest: 'create inspect push',
	network: 'connect create disconnect inspect ls prune rm',
	system: 'df events info prune',
	volume: 'create inspect ls prune rm',
} as const;

test('a command of the cheat sheets of others has a page here, or is said on one', () => {
	const parsed = parseFacts(files);
	assert.ok(parsed.ok);
	const { commands, answers, guides } = parsed.reference;
	const named = commands.flatMap(({ name, canonical, aliases }) => [name, canonical, ...aliases]);
	const said = JSON.stringify([commands, answers, guides], (key, value) =>
		key === 'words' ? undefined : value,
	);
	const missing = Object.entries(sheets)
		.flatMap(([kind, names]) => names.split(/\s+/).map((name) => `docker ${kind} ${name}`))
		.map((name) => name.replace('  ', ' '))
		.filter((name) => !named.includes(name) && !said.includes(name));
	assert.deepEqual(missing, []);
});

describe('data with', () => {
	for (const faults of [shapes, names]) {
		const messages = findMessages(faults);
		for (const [name, path, from, to, says] of faults) {
			test(`${name} is refused with file, line, field and what is allowed`, () => {
				const own = messages.filter(({ file }) => file === toPath(path));
				const found = own.find(({ reason }) => reason.includes(says));
				assert.ok(found, `${own.map(String).join('\n')}\nhas no ${says}`);
				const { text } = files.find((file) => file.path === toPath(path)) ?? { text: '' };
				const [before = ''] = from.exec(text) ?? [];
				assert.notEqual(before, '');
				const line = text.slice(0, text.search(from)).split('\n').length;
				const last = line + before.trimEnd().split('\n').length - 1;
				const { line: at = 0 } = found;
				const isWhole = to === '' || name.includes('YAML');
				if (!isWhole) assert.ok(at >= line && at <= last, `not on ${line}: ${found}`);
			});
		}
	}

	test('no answers names each that relies on one, and makes no page of them', () => {
		const run = toPath('commands/run');
		const whole = parseFacts(files);
		assert.ok(whole.ok);
		assert.deepEqual(toAnswerPages({ ...whole.reference, answers: [] }), []);
		const others = files
			.filter(({ path }) => !path.includes('/answers/'))
			.map(({ path, text }) => ({
				...{ path, text: path === run ? text.replace(related, '$&exit-codes, ') : text },
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
