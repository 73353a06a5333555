import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addAges } from './aside.ts';
import { findAged } from './ages.ts';
import type { Lifecycle } from './schema/lifecycle.ts';

const url = 'https://endoflife.example/';
const lifecycles: Lifecycle[] = [
	{ image: 'python', tag: '3.1', until: '2012-04-09', url, checked: '2026-11-23' },
	{
		image: 'python',
		tag: '3.10',
		until: '2026-10-31',
		instead: 'python:3.14-slim',
		url,
		checked: '2026-11-23',
	},
	{ image: 'golang', tag: '1.27', note: 'until 1.29', url, checked: '2026-11-23' },
	{ image: 'a/b', tag: 'x', until: '2026-01-01', url, checked: '2026-11-23' },
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
});

describe('the page', () => {
	const snippet = '```dockerfile\nFROM python:3.10-slim\n```';
	const warning = [
		'> [!WARNING]',
		'> The support of `python:3.10-slim` ended on 2026-10-31. Use `python:3.14-slim`. ' +
			`[Source](${url}), checked 2026-11-23.`,
	].join('\n');

	test('says beside a snippet that an image of it is aged', () => {
		assert.equal(addAges(`${snippet}\n`, lifecycles, '2026-11-24'), `${snippet}\n\n${warning}\n\n`);
		assert.equal(addAges(`${snippet}\n`, lifecycles, '2026-10-01'), `${snippet}\n`);
	});

	test('leaves it at a correction that names the image', () => {
		const said = `${snippet}\n\n> [!IMPORTANT]\n> python:3.10-slim is old.\n`;
		assert.equal(addAges(said, lifecycles, '2026-11-24'), said);
		const other = `${snippet}\n\n> [!IMPORTANT]\n> Something else.\n`;
		assert.ok(addAges(other, lifecycles, '2026-11-24').includes(warning));
	});
});
