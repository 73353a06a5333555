import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toTyped } from './language.ts';

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
