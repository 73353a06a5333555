import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toTyped } from './session.ts';
import { toUnits } from './units.ts';

/** Snippets with the parts that are copied alone. */
const units: readonly [string, readonly string[]][] = [
	['FROM a\nRUN b', ['FROM a', 'RUN b']],
	['FROM a\n\nRUN b\n', ['FROM a', 'RUN b']],
	['RUN a \\\n && b\nUSER c', ['RUN a \\\n && b', 'USER c']],
	['RUN a \\\n# why\n && b', ['RUN a \\\n# why\n && b']],
	['RUN <<EOF\na\n\nb\nEOF\nUSER c', ['RUN <<EOF\na\n\nb\nEOF', 'USER c']],
	['# why\nFROM a', ['# why', 'FROM a']],
	[
		'# escape=`\nRUN a `\n b\nWORKDIR C:\\\nUSER c',
		['# escape=`', 'RUN a `\n b', 'WORKDIR C:\\', 'USER c'],
	],
	['RUN <<EOF\na', ['RUN <<EOF', 'a']],
	['', []],
];

describe('a snippet falls into instructions and commands', () => {
	for (const [code, expected] of units) {
		test(code.replaceAll('\n', ' ⏎ ') || 'nothing', () => {
			const lines = code.split('\n');
			const parts = toUnits(code).map(({ first, last }) => lines.slice(first, last + 1).join('\n'));
			assert.deepEqual(parts, expected);
		});
	}
});

/** Snippets with what is copied of them. */
const sessions: readonly [string, string][] = [
	['docker ps # all', 'docker ps # all'],
	['# first\ndocker ps', '# first\ndocker ps'],
	['$ docker ps\nCONTAINER ID   IMAGE', 'docker ps'],
	['# first\n$ docker ps\nID\n$ docker rm a\na', '# first\ndocker ps\ndocker rm a'],
	['$ docker run \\\n>   nginx\nid', 'docker run \\\n  nginx'],
	['$ docker run \\\n    nginx', 'docker run \\\n    nginx'],
	['RUN echo $HOME', 'RUN echo $HOME'],
];

describe('comments are copied, prompts and output never', () => {
	for (const [code, expected] of sessions) {
		test(code.replaceAll('\n', ' ⏎ '), () => assert.equal(toTyped(code), expected));
	}
});
