import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toTyped } from './session.ts';

/** Snippets with what is copied of them. */
const sessions: readonly [string, string][] = [
	['docker ps # all', 'docker ps # all'],
	['# first\ndocker ps', '# first\ndocker ps'],
	['$ docker ps\nCONTAINER ID   IMAGE', 'docker ps'],
	['# first\n$ docker ps\nID\n$ docker rm a\na', '# first\ndocker ps\ndocker rm a'],
	['$ docker run \\\n>   nginx\nid', 'docker run \\\n  nginx'],
	['$ docker run \\\n    nginx', 'docker run \\\n    nginx'],
	['RUN echo $HOME', 'RUN echo $HOME'],
	['me@laptop:~/app$ docker ps\nID\nme@laptop:~/app$ ls', 'docker ps\nls'],
	['[root@host ~]# ls\nx', 'ls'],
	['/ # ls\nbin', 'ls'],
	['~$ ls\nx', 'ls'],
	['PS C:\\Users\\me> docker run `\n>>   x', 'docker run `\n  x'],
	['C:\\>docker ps\nID', 'docker ps'],
	['$ cat <<EOF > f\n> a\n> EOF\n$ ls\nf', 'cat <<EOF > f\na\nEOF\nls'],
	['$ cat <<EOF > f\na # b\n\nEOF\nok', 'cat <<EOF > f\na # b\n\nEOF'],
	['cat <<EOF\n$ not\nEOF', 'cat <<EOF\n$ not\nEOF'],
	['$ for i in 1 2; do\n>   echo $i\n> done\n1\n$ ls', 'for i in 1 2; do\n  echo $i\ndone\nls'],
	['PS C:\\> if ($a) {\n>>   ls\n>> }\nout', 'if ($a) {\n  ls\n}'],
	['$ docker build .\n#1 [internal] load\n# x\nend', 'docker build .'],
	['➜  app git:(main) ✗ ls\na', 'ls'],
	["$ echo 'a\n> b'\nout", "echo 'a\nb'"],
];

describe('comments are copied, prompts and output never', () => {
	for (const [code, expected] of sessions) {
		test(code.replaceAll('\n', ' ⏎ '), () => assert.equal(toTyped(code), expected));
	}
	test('a number sign is the prompt of root in records of sessions only', () => {
		assert.equal(toTyped('# docker ps\nID', 'console'), 'docker ps');
		assert.equal(toTyped('# docker ps\nID', 'bash'), '# docker ps\nID');
	});
});
