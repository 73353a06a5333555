import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toSupported } from './support.ts';

const python = { instead: 'python:3.14', variants: ['slim', 'alpine'] };
const debian = { instead: 'debian:trixie', variants: ['slim'] };

describe('the image to write instead of', () => {
	for (const [tag, lifecycle, expected] of [
		['3.10', python, 'python:3.14'],
		['3.10.4-slim', python, 'python:3.14-slim'],
		['3.10-slim-bookworm', python, 'python:3.14-slim'],
		['3.10-alpine', python, 'python:3.14-alpine'],
		['3.10-alpine3.17', python, 'python:3.14-alpine'],
		['3.10-windowsservercore', python, 'python:3.14'],
		['bookworm-20260803-slim', debian, 'debian:trixie-slim'],
		['ltsc2022', { instead: 'windows:ltsc2025' }, 'windows:ltsc2025'],
		['x', {}, undefined],
	] as const) {
		test(tag, () => {
			const variants = 'variants' in lifecycle ? [...lifecycle.variants] : undefined;
			assert.equal(toSupported({ ...lifecycle, variants }, tag), expected);
		});
	}
});
