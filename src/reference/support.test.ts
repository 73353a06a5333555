import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findEnded } from './support.ts';

const python = { image: 'python', instead: 'python:3.14', variants: ['slim', 'alpine'] };
const ended = [
	{ ...python, tag: '2.7', until: '2020-01-01' },
	{ ...python, tag: '3.6', until: '2021-12-23' },
	{ ...python, tag: '3.10', until: '2026-10-31', older: true as const },
	{ image: 'ubuntu', tag: '16.04', until: '2021-04-02' },
	...[{ image: 'debian', tag: 'buster', until: '2022-09-10', instead: 'debian:trixie' }].map(
		(debian) => ({ ...debian, variants: ['slim'] }),
	),
];

describe('the end of the support of', () => {
	for (const [name, expected] of [
		['python:3.10', 'on 2026-10-31, python:3.14'],
		['python:3.10.4-slim', 'on 2026-10-31, python:3.14-slim'],
		['python:3.10-slim-bookworm', 'on 2026-10-31, python:3.14-slim'],
		['python:3.10-alpine3.17', 'on 2026-10-31, python:3.14-alpine'],
		['python:3.10-windowsservercore', 'on 2026-10-31, python:3.14'],
		['python:3.9-slim', 'before 2026-10-31, python:3.14-slim'],
		['python:3.5.2', 'before 2021-12-23, python:3.14'],
		['python:2.6', 'before 2020-01-01, python:3.14'],
		['python:2', 'before 2021-12-23, python:3.14'],
		['python:3', undefined],
		['python:3.1x', undefined],
		['python:3.11', undefined],
		['python:slim', undefined],
		['ubuntu:14.04', undefined],
		['ubuntu:16.04', 'on 2021-04-02'],
		['debian:buster-20260803-slim', 'on 2022-09-10, debian:trixie-slim'],
	] as const) {
		test(name, () => {
			const [image = '', tag = ''] = name.split(':');
			const { when, supported } = findEnded(image, tag, ended) ?? {};
			assert.equal([when, supported].filter(Boolean).join(', ') || undefined, expected);
		});
	}
});
