import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toPagePolicy, workerPolicy } from './policy.ts';

const policy = toPagePolicy({ scripts: ['sha256-a='], styles: ['sha256-b='] });

test('a page runs its own files and what it names by hash', () => {
	assert.match(
		policy,
		/^default-src 'none'; script-src 'self' 'sha256-a='; style-src 'self' 'sha256-b=';/,
	);
});

test('neither a page nor the worker of search runs text as script', () => {
	for (const each of [policy, workerPolicy]) {
		assert.doesNotMatch(each, /'unsafe-(?:inline|eval|hashes)'|https?:|\*/);
	}
});

test('only the worker of search compiles WebAssembly', () => {
	assert.doesNotMatch(policy, /wasm/);
	assert.match(workerPolicy, /script-src 'self' 'wasm-unsafe-eval'/);
});
