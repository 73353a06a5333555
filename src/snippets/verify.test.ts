import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSite } from '../../tests/loaded.ts';
import { toKnownCommands } from './flags.ts';
import { verify } from './verify.ts';

const site = readSite();
const known = toKnownCommands(site.reference.commands);

const find = (language: string, code: string) =>
	verify({ language, code }, known).findings.map(({ line, rule }) => `${line} ${rule}`);

describe('every snippet of the site', () => {
	test('parses, whatever the checks say of it', () => {
		const faulty = site.snippets.filter(({ findings }) =>
			findings.some(({ rule }) => ['syntax', 'flag', 'argument'].includes(rule)),
		);
		assert.deepEqual(faulty, []);
	});
	test('is checked by a parser, but for languages that have none here', () => {
		const languages = site.snippets
			.filter(({ checked }) => checked.length === 0)
			.map(({ language }) => language);
		assert.deepEqual(
			languages.filter((language) => ['dockerfile', 'bash', 'json', 'yaml'].includes(language)),
			[],
		);
	});
});

/** Faulty snippets, with what has to be found in them: `line rule`. */
const bad: readonly [string, string, readonly string[]][] = [
	['dockerfile', 'FROM alpine\nRUM echo', ['2 syntax']],
	['dockerfile', 'WORKDIR', ['1 syntax']],
	['dockerfile', 'EXPOSE abc', ['1 syntax']],
	['dockerfile', 'EXPOSE 80/http', ['1 syntax']],
	['dockerfile', 'LABEL a="b', ['1 syntax']],
	['dockerfile', 'RUN echo "a', ['1 syntax']],
	['dockerfile', "FROM alpine\nRUN echo 'a", ['2 syntax']],
	['dockerfile', 'RUN echo $(date', ['1 syntax']],
	['dockerfile', 'RUN if true; then echo', ['1 syntax']],
	['dockerfile', 'RUN <<EOF\necho', ['1 syntax']],
	['dockerfile', 'FROM alpine\nCOPY <<EOF /a\nb', ['2 syntax']],
	['dockerfile', 'COPY --form=build /a /b', ['1 syntax']],
	['dockerfile', 'ONBUILD COPY --form=a b c', ['1 syntax']],
	['dockerfile', '# syntax=docker/dockerfile:1\nENV my_var', ['2 syntax']],
	['dockerfile', 'FROM alpine\nCMD if true; then echo', ['2 syntax']],
	['dockerfile', 'RUN a \\\n# why\n && b\nFOO', ['4 syntax']],
	['dockerfile', 'RUN <<EOF\na\n\nb\nEOF\nCMD ["a"] b "', ['6 syntax']],
	['bash', 'docker stop -f web', ['1 flag']],
	['bash', 'docker run --detatch nginx', ['1 flag']],
	['bash', 'docker run -itx alpine sh', ['1 flag']],
	['bash', 'docker build --tag', ['1 flag', '1 argument']],
	['bash', 'docker build -t a', ['1 argument']],
	['bash', 'docker rmi', ['1 argument']],
	['bash', 'docker tag a', ['1 argument']],
	['bash', 'docker exec web', ['1 argument']],
	['bash', 'docker ps\ndocker image rm --force-all a', ['2 flag']],
	['bash', 'docker ps | xargs sudo docker rm --forced a', ['1 flag']],
	['bash', 'docker rm $(docker ps --allx -q)', ['1 flag']],
	['bash', 'DOCKER_BUILDKIT=1 docker build --chek .', ['1 flag']],
	['bash', 'docker run "nginx', ['1 syntax']],
	['bash', "docker run 'nginx", ['1 syntax']],
	['bash', 'docker ps &&', ['1 syntax']],
	['bash', 'docker ps | | wc', ['1 syntax']],
	['bash', 'docker rm $(docker ps -q', ['1 syntax']],
	['bash', 'for c in a b; do docker rm $c', ['1 syntax']],
	['bash', 'docker build -f - . <<EOF\nFROM alpine', ['1 syntax']],
	['bash', 'docker ps )', ['1 syntax']],
	['console', '$ docker stop -f web\nweb', ['1 flag']],
	['json', '{"a": }', ['1 syntax']],
	['json', '{\n  "a": 1,\n}', ['3 syntax']],
	['yaml', 'a: [1, 2', ['1 syntax']],
	['yaml', 'a: 1\n b: 2', ['1 syntax']],
];

describe('what is wrong is found', () => {
	for (const [language, code, expected] of bad) {
		test(`${language}: ${code.replaceAll('\n', ' ⏎ ') || 'nothing'}`, () => {
			assert.deepEqual([...new Set(find(language, code))], expected);
		});
	}
});

/** Sound snippets that are easily taken for faulty ones. */
const good: readonly [string, string][] = [
	['dockerfile', 'COPY --from=build --link --chown=1:1 /a /b'],
	['dockerfile', 'ADD --unpack=true a.tar /b'],
	['dockerfile', 'RUN <<EOF\nset -e\necho "a"\nEOF'],
	['dockerfile', 'COPY <<"EOF" /a\n$x "\nEOF'],
	['dockerfile', 'RUN --mount=type=secret,id=a true'],
	['dockerfile', 'ARG V=1\nFROM alpine:${V}'],
	['dockerfile', 'HEALTHCHECK NONE'],
	['dockerfile', '# syntax=docker/dockerfile:1'],
	['dockerfile', '# escape=`\nRUN dir `\n  C:\\\\'],
	['dockerfile', 'RUN a \\\n# why\n && b'],
	['dockerfile', 'SHELL ["powershell"]\nRUN if ($x) { y }'],
	['bash', 'docker run -it --rm -p8080:80 -e A=1 --name=web nginx:stable nginx -g "daemon off;"'],
	['bash', 'docker build . -t myimage'],
	['bash', 'docker exec -it web sh -c "ls -la --color"'],
	['bash', 'docker image rm -f a b'],
	['bash', 'docker run --help'],
	['bash', 'docker build -t a - < Dockerfile'],
	['bash', 'docker info --format x'],
	['bash', '# docker nonsense --x\ndocker ps'],
	['bash', 'docker rm -- -odd'],
	['bash', 'docker build -f - . <<EOF\nFROM alpine\nEOF'],
	['console', '$ docker ps -a\nCONTAINER ID "\n$ docker rm \\\n> web'],
	['yaml', 'services:\n  web:\n    image: nginx'],
	['json', '{"a": [1]}'],
	['go', 'not even go'],
	['', 'anything "'],
];

describe('what is right is not found', () => {
	for (const [language, code] of good) {
		test(`${language}: ${code.replaceAll('\n', ' ⏎ ')}`, () => {
			assert.deepEqual(find(language, code), []);
		});
	}
});

test('says that flags are known only where the data has the commands', () => {
	const say = (code: string) => verify({ language: 'bash', code }, known).checked;
	assert.deepEqual(say('docker ps -a'), ['parses', 'flags known']);
	assert.deepEqual(say('docker ps -a && docker swarm init'), ['parses']);
	assert.deepEqual(say('ls -la'), ['parses']);
});

test('names what to type instead of an unknown flag, and where the facts are', () => {
	const [finding] = verify({ language: 'bash', code: 'docker stop -f web' }, known).findings;
	assert.match(finding?.text ?? '', /`docker stop` has no flag `-f` in src\/content\/.*stop\.yaml/);
	assert.match(finding?.text ?? '', /near: -t/);
});
