import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadSite } from '../read.ts';
import { toEnvironment } from '../site.ts';
import { toExplanations } from './explain.ts';
import { findExplained } from './explained.ts';
import { toLanguage } from './language.ts';

const root = new URL('../../', import.meta.url);
const site = loadSite(root, toEnvironment(process.env).today);
assert.ok(site.ok);
const explanations = toExplanations(site.reference);

/** Snippets with the words that are explained. */
const cases: readonly [string, string, readonly string[]][] = [
	['dockerfile', 'COPY --from=build a b', ['COPY', '--from']],
	['dockerfile', 'FROM --platform=$P a AS b', ['FROM', '--platform', 'AS']],
	['dockerfile', '# COPY\nfrom a as b', ['from', 'as']],
	['dockerfile', 'ONBUILD COPY --chown=1 a b', ['ONBUILD', 'COPY', '--chown']],
	[
		'dockerfile',
		'HEALTHCHECK --interval=3s \\\n  CMD curl -f x',
		['HEALTHCHECK', '--interval', 'CMD'],
	],
	[
		'dockerfile',
		'RUN --mount=type=cache,target=/x \\\n  --network=none pip --from',
		['RUN', '--mount', '--network'],
	],
	['dockerfile', 'FOO --from=x', []],
	['bash', 'docker run -it --name=web nginx', ['docker run', '-it', '--name']],
	['bash', 'DOCKER_BUILDKIT=1 docker build -t a .', ['docker build', '-t']],
	['bash', 'docker ps -q | xargs docker rm -f', ['docker ps', '-q', 'docker rm', '-f']],
	['bash', 'a && docker image rm -f b', ['docker image rm', '-f']],
	['bash', 'docker compose up -d --build', ['docker compose up', '-d', '--build']],
	['bash', 'docker nonsense -f', []],
	['console', '$ docker ps -a', ['docker ps', '-a']],
	['json', '{"a": "docker ps -a"}', []],
];

describe('keywords and flags are explained', () => {
	for (const [language, code, expected] of cases) {
		test(code.replaceAll('\n', ' ⏎ '), () => {
			const { grammar } = toLanguage(language);
			const found = findExplained(code, grammar, explanations);
			assert.deepEqual(
				found.map(({ start, end }) => code.slice(start, end)),
				expected,
			);
		});
	}
});

test('every keyword and every flag of the site’s own snippets has its sentence', () => {
	for (const { code, language, findings } of site.snippets) {
		const { grammar } = toLanguage(language);
		if (findings.length > 0 || grammar === undefined) continue;
		const found = findExplained(code, grammar, explanations);
		assert.ok(found.length > 0, code);
		for (const { text, href } of found) assert.ok(text !== '' && href.startsWith('/'), code);
	}
});

test('several flags in one word are explained together', () => {
	const [, word] = findExplained('docker exec -it web sh', 'shell', explanations);
	const { flags: facts } = site.reference.commands.find(({ name }) => name === 'docker exec') ?? {};
	const meanings = ['-i', '-t'].map(
		(short) => facts?.find((flag) => flag.short === short)?.meaning,
	);
	assert.equal(word?.text, meanings.join(' '));
});
