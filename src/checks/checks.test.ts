import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readDataFiles } from '../input/files.ts';
import { parseFacts } from '../reference/facts.ts';
import { parseDockerfile } from '../dockerfile/dockerfile.ts';
import agreed from './agreed.json' with { type: 'json' };
import derived from './derived.json' with { type: 'json' };
import upstream from './upstream.json' with { type: 'json' };
import { checkDockerfile, decidable, undecidable } from './checks.ts';

const root = new URL('../../', import.meta.url);
const parsed = parseFacts(readDataFiles(root));
assert.ok(parsed.ok);
const { checks } = parsed.reference;

const findFaults = (source: string, asked?: readonly string[]) =>
	checkDockerfile(parseDockerfile(source), asked).findings;

test('decides every check of the data from the text, or says what it needs', () => {
	const known = [...decidable, ...Object.keys(undecidable)].sort();
	assert.deepEqual(known, checks.map(({ name }) => name).sort());
});

for (const { name, bad, good, experimental } of checks) {
	const asked = experimental ? [name] : [];
	test(`${name} is found in its bad example and not in its good one`, () => {
		const found = findFaults(bad, asked).map(({ rule }) => rule);
		assert.deepEqual([...new Set(found)], name in undecidable ? [] : [name]);
		assert.deepEqual(findFaults(good, asked), []);
	});
	if (name in undecidable || experimental) continue;
	test(`${name} keeps silent when the Dockerfile skips it`, () => {
		assert.deepEqual(findFaults(`# check=skip=${name}\n${bad}`), []);
		assert.deepEqual(findFaults(`# check=skip=Other,${name};error=true\n${bad}`), []);
	});
}

/** Dockerfiles with what is found in them: `line rule`. */
const cases: readonly [string, string, readonly string[]][] = [
	['a lower-case file is as good', 'from alpine as base\nrun echo', []],
	[
		'one word of three is odd',
		'FROM alpine\nrun echo\nCMD ["a"]',
		['2 ConsistentInstructionCasing'],
	],
	['a mixed word is odd in any file', 'FROM alpine\nRun echo', ['2 ConsistentInstructionCasing']],
	['FROM in lower case wants as', 'from alpine AS base', ['1 FromAsCasing']],
	['names differ only in case', 'FROM a AS b\nFROM a AS b', ['2 DuplicateStageName']],
	['context is reserved', 'FROM a AS context', ['1 ReservedStageName']],
	['CMD of another stage counts apart', 'FROM a AS b\nCMD ["x"]\nFROM a\nCMD ["y"]', []],
	[
		'two health checks',
		'FROM a\nHEALTHCHECK NONE\nHEALTHCHECK CMD x',
		['2 MultipleInstructionsDisallowed'],
	],
	['a health check may use the shell', 'FROM a\nHEALTHCHECK CMD curl x || exit 1', []],
	['SHELL says that a shell is wanted', 'FROM a\nSHELL ["bash", "-c"]\nCMD x', []],
	['SHELL of the base stage counts', 'FROM a AS b\nSHELL ["x"]\nFROM b\nCMD x', []],
	['a broken array is shell form', 'FROM a\nCMD ["x"', ['2 JSONArgsRecommended']],
	['single quotes are shell form', "FROM a\nENTRYPOINT ['x']", ['2 JSONArgsRecommended']],
	['an array over two lines is one', 'FROM a\nCMD ["x", \\\n  "y"]', []],
	['LABEL with a blank', 'FROM a\nLABEL key value', ['2 LegacyKeyValueFormat']],
	['ARG with a blank declares two', 'FROM a\nARG one two', []],
	['a comment is no empty line', 'FROM a\nRUN x \\\n# y\n  z', []],
	['a heredoc may have empty lines', 'FROM a\nRUN <<EOF\na\n\nb\nEOF', []],
	['a range of ports', 'FROM a\nEXPOSE 8000-8010/tcp', []],
	['an address in EXPOSE', 'FROM a\nEXPOSE 127.0.0.1:80:80', ['2 ExposeInvalidFormat']],
	['a port by variable', 'FROM a\nARG P=1\nEXPOSE $P', []],
	['a token in ENV', 'FROM a\nENV A=1 GITHUB_TOKEN=x', ['2 SecretsUsedInArgOrEnv']],
	['a public key', 'FROM a\nENV PUBLIC_KEY=x TOKEN_FILE=y', []],
	['a monkey is no key', 'FROM a\nENV MONKEY=x', []],
	['a secret before FROM is in no image', 'ARG API_KEY\nFROM a', []],
	['a variable from ENV', 'FROM a\nENV D=/x\nWORKDIR $D', []],
	['a variable of a base stage', 'FROM a AS b\nENV D=/x\nFROM b\nCOPY $D /', []],
	['a global ARG is not in the stage', 'ARG D\nFROM scratch\nCOPY $D /', ['3 UndefinedVar']],
	['nobody knows what other images set', 'FROM golang\nCOPY $GOPATH /', []],
	['a default declares nothing', 'FROM scratch\nCOPY ${D:-x} /', ['2 UndefinedVar']],
	['an escaped dollar', 'FROM a\nENV A=\\$B', []],
	['a variable in RUN is the shell’s', 'FROM a\nRUN echo $B', []],
	['PATH is always there', 'FROM a\nENV PATH=/x:$PATH', []],
	['a platform that is predefined', 'FROM --platform=$BUILDPLATFORM a', []],
	['an unknown platform argument', 'FROM --platform=$P a', ['1 UndefinedArgInFrom']],
	['a fixed platform said in the name', 'FROM --platform=linux/arm64 a AS build_arm64', []],
	['a tag that may be empty', 'ARG T\nFROM a:$T', ['2 InvalidDefaultArgInFrom']],
	['a tag with a default', 'ARG T\nFROM a:${T:-1}', []],
	['an image in capitals', 'FROM Alpine', ['1 InvalidDefaultArgInFrom']],
	['WORKDIR by variable', 'FROM a\nARG D=x\nWORKDIR $D', ['3 WorkdirRelativePath']],
	['WORKDIR on Windows', 'FROM a\nWORKDIR C:\\app', []],
	['a relative path after an absolute one', 'FROM a\nWORKDIR /a\nWORKDIR b', []],
	['all checks skipped', '# check=skip=all\nFROM a as B\nCMD x', []],
	[
		'an experimental check asked for',
		'# check=experimental=all\n\n# odd\nFROM a AS b',
		['4 InvalidDefinitionDescription'],
	],
	['nothing at all', '', []],
	[
		'a check skipped above one instruction',
		'FROM a\n# check=skip=all\nCMD x\nENTRYPOINT y',
		['4 JSONArgsRecommended'],
	],
	['a check skipped before an empty line', 'FROM a\n# check=skip=JSONArgsRecommended\n\nCMD x', []],
	[
		'a mount of an unknown variable',
		'FROM scratch\nRUN --mount=type=cache,target=$D x',
		['2 UndefinedVar'],
	],
	['an unknown variable in a heredoc', 'FROM scratch\nCOPY <<E /a\n$D\nE', ['2 UndefinedVar']],
	['a quoted heredoc', 'FROM scratch\nCOPY <<"E" /a\n$D\nE', []],
	['an argument after another', 'FROM scratch\nARG A=1 B=$A\nENV C=$B', []],
	['a tag by platform', 'FROM a:$TARGETARCH', []],
	[
		'a stage is found by its name in lower case',
		'FROM a AS Base\nWORKDIR /x\nFROM base\nWORKDIR y',
		['1 StageNameCasing'],
	],
	[
		'a stage is not found by capitals',
		'FROM a AS Base\nFROM Base',
		['1 StageNameCasing', '2 InvalidDefaultArgInFrom'],
	],
	[
		'a stage by argument hands on its shell',
		'ARG F=b\nFROM a AS b\nSHELL ["x"]\nFROM $F\nCMD x',
		[],
	],
	[
		'a stage by argument hands on its directory',
		'ARG F=b\nFROM a AS b\nWORKDIR /x\nFROM $F\nWORKDIR y',
		[],
	],
	['scratch has no directory of its own', 'FROM scratch\nWORKDIR x', ['2 WorkdirRelativePath']],
	['a platform by another name', 'FROM --platform=linux/aarch64 a AS for-arm64', []],
	['a platform that is only an architecture', 'FROM --platform=arm64 a AS linux-tools', []],
	[
		'a platform in quotes',
		'FROM --platform="linux/arm64" a',
		['1 FromPlatformFlagConstDisallowed'],
	],
	['a platform that may be empty', 'ARG P\nFROM --platform=$P a', []],
	['an old ENV of one word', 'FROM a\nENV a  b c', ['2 LegacyKeyValueFormat']],
];

for (const [name, source, expected] of cases) {
	test(name, () => {
		const found = findFaults(source).map(({ line, rule }) => `${line} ${rule}`);
		assert.deepEqual(found, expected);
	});
}

/**
 * Files with what is found and whether they are refused: those of BuildKit's own tests of its checks
 * (https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile_check_test.go, Apache-2.0),
 * and others by its source.
 */
for (const row of [...upstream, ...derived]) {
	const [, source = '', expected = ''] = /^(.*) => (.*)$/s.exec(row) ?? [];
	test(`as BuildKit: ${JSON.stringify(source)}`, () => {
		const { findings, refused } = checkDockerfile(parseDockerfile(source));
		const found = findings.map(({ line, rule }) => `${line} ${rule}`).sort();
		if (refused.length > 0) found.push('refused');
		const wanted = expected === 'nothing' ? [] : expected.split(', ');
		assert.deepEqual(found, wanted);
	});
}

/** Files with what BuildKit's own linter says of each. */
const folder = new URL('tests/dockerfiles/', root);
const judged: Record<string, { findings: (string | number)[][]; rejected?: string }> = agreed;

test('every file that BuildKit has judged is compared', () => {
	assert.deepEqual(readdirSync(folder).sort(), Object.keys(judged).sort());
});

for (const [name, { findings, rejected }] of Object.entries(judged)) {
	test(`${name} is judged as BuildKit judges it`, () => {
		const found = checkDockerfile(parseDockerfile(readFileSync(new URL(name, folder), 'utf8')));
		assert.deepEqual(
			found.findings.map(({ rule, line }) => [rule, line]),
			findings,
		);
		assert.equal(found.refused.length > 0, rejected !== undefined);
	});
}
