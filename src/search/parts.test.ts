import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findUse } from './parts.ts';

const examples = [
	'docker ps -a',
	'docker run -d \\\n  --restart always \\\n  nginx:1.30\ndocker logs web',
	'RUN --mount=type=cache,target=/x <<EOF\nmake\nEOF',
].map((code) => ({ code }));

describe('an option is shown in use by', () => {
	for (const [name, expected] of [
		['-a', 'docker ps -a'],
		['--restart', 'docker run -d \\\n  --restart always \\\n  nginx:1.30'],
		['cache', 'RUN --mount=type=cache,target=/x <<EOF\nmake\nEOF'],
		['--rm', ''],
	] as const) {
		test(`${name}: ${JSON.stringify(expected)}`, () => {
			assert.equal(findUse(examples, [name]), expected);
		});
	}
});
