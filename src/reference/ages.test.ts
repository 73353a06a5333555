import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseOutline } from '../notes/notes.ts';
import { addAges, findAged, toAgedMessages } from './ages.ts';
import type { Lifecycle } from './schema/lists.ts';

const url = 'https://endoflife.example/';
const proof = { url, checked: '2026-11-23' };
const lifecycles: Lifecycle[] = [
	{ image: 'python', tag: '3.1', until: '2012-04-09', ...proof },
	{
		image: 'python',
		tag: '3.10',
		until: '2026-10-31',
		instead: 'python:3.14',
		variants: ['slim'],
		...proof,
	},
	{ image: 'golang', tag: '1.27', note: 'until 1.29', ...proof },
	{ image: 'a/b', tag: 'x', until: '2026-01-01', ...proof },
];

describe('an image', () => {
	const find = (text: string, today = '2026-11-24') =>
		findAged(text, lifecycles, today).map(({ name, line }) => `${line} ${name}`);

	test('is aged from the day after its support ended', () => {
		assert.deepEqual(find('FROM python:3.10-slim', '2026-10-31'), []);
		assert.deepEqual(find('FROM python:3.10-slim', '2026-11-01'), ['0 python:3.10-slim']);
	});

	test('is known by the beginning of its tag, up to a dot or a dash', () => {
		const text = 'python:3.10\nor `python:3.10.2` and a/b:x\nnot python:3.11, my/python:3.10';
		assert.deepEqual(find(text), ['0 python:3.10', '1 python:3.10.2', '1 a/b:x']);
	});

	test('whose end nobody has set is not aged', () => {
		assert.deepEqual(find('FROM golang:1.27', '2099-01-01'), []);
	});

	test('that is aged is a warning at its place', () => {
		const file = { path: 'a.md', text: '# A\n\nFROM python:3.10-slim\n' };
		const [message] = toAgedMessages(file, lifecycles, '2026-11-24');
		assert.equal(
			`${message?.file}:${message?.line}:${message?.column} ${message?.fatal} ${message?.reason}`,
			'a.md:3:6 false the support of `python:3.10-slim` ended on 2026-10-31',
		);
		assert.equal(message?.note, 'The page says so. Supported: `python:3.14-slim`.');
	});
});

describe('the page', () => {
	const snippet = '```dockerfile\nFROM python:3.10-slim\n```';
	const warning = [
		'> [!WARNING]',
		'> The support of `python:3.10-slim` ended on 2026-10-31. Use `python:3.14-slim`. ' +
			`[Source](${url}), checked 2026-11-23.`,
	].join('\n');

	const add = (body: string, today = '2026-11-24') =>
		addAges(parseOutline(body), lifecycles, today);

	test('says beside a snippet that an image of it is aged', () => {
		assert.equal(add(`${snippet}\n`), `${snippet}\n\n${warning}\n\n`);
		assert.equal(add(`${snippet}\n`, '2026-10-01'), `${snippet}\n`);
	});

	test('leaves it at a correction that names the image', () => {
		const said = `${snippet}\n\n> [!IMPORTANT]\n> python:3.10-slim is old.\n`;
		assert.equal(add(said), said);
		assert.ok(add(said.replace('python:3.10-slim is', 'Something is')).includes(warning));
	});
});
