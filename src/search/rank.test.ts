import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toEntries } from './entry.ts';
import { toNearest } from './near.ts';
import { toRanker } from './rank.ts';

const names = {
	version: '1',
	pages: [
		{ kind: 'instruction', name: 'COPY', parts: { option: ['--from', '--chown'] } },
		{ kind: 'instruction', name: 'ADD', parts: { option: ['--chown'] } },
		{ kind: 'instruction', name: 'HEALTHCHECK', words: ['liveness probe'] },
		{ kind: 'instruction', name: 'RUN' },
		{ kind: 'command', name: 'docker run', parts: { flag: ['--interactive -i', '--tty -t'] } },
		{ kind: 'command', name: 'docker rmi', also: ['docker image rm'] },
		{ kind: 'command', name: 'docker image prune', words: ['dangling images'] },
		{ kind: 'command', name: 'docker compose up', parts: { flag: ['--detach -d'] } },
		{ kind: 'concept', at: '/a/', name: 'Terms', parts: { section: ['Copy vs Run', 'Images'] } },
		{ kind: 'concept', at: '/stages/', name: 'Multi-Stage Builds' },
		{ kind: 'check', name: 'JSONArgsRecommended' },
	],
} satisfies Parameters<typeof toEntries>[0];

const details = {
	version: '1',
	synonyms: [['remove', 'delete', 'prune']],
	pages: names.pages.map(
		({ name }) =>
			({
				HEALTHCHECK: { code: 'HEALTHCHECK CMD curl localhost || exit 1' },
				'docker run': { terms: ['!port is already allocated'] },
				RUN: { terms: ['!returned a non-zero code'], summary: 'Run a command while building.' },
			})[name] ?? {},
	),
};

const entries = toEntries(names, details);
const rank = await toRanker(entries, details.synonyms);
const first = (query: string): string => rank(query).ranked[0]?.entry.name ?? 'nothing';

describe('the best answer', () => {
	const cases: readonly (readonly [query: string, name: string])[] = [
		['copy', 'COPY'],
		['docker run', 'docker run'],
		['run', 'RUN'],
		['docker image rm', 'docker rmi'],
		['compose-up', 'docker compose up'],
		['--from', 'COPY --from'],
		['add --chown', 'ADD --chown'],
		['docker compose up -d', 'docker compose up --detach, -d'],
		['docker run -it ubuntu', 'docker run'],
		['COPY . .', 'COPY'],
		['liveness probe', 'HEALTHCHECK'],
		['Liveness-Probe', 'HEALTHCHECK'],
		['healtcheck', 'HEALTHCHECK'],
		['haelthcheck', 'HEALTHCHECK'],
		['helth check', 'HEALTHCHECK'],
		['hea', 'HEALTHCHECK'],
		['compose u', 'docker compose up'],
		['multistage build', 'Multi-Stage Builds'],
		['json args recommended', 'JSONArgsRecommended'],
		['delete dangling images', 'docker image prune'],
		['|| exit 1', 'HEALTHCHECK'],
		['Error: bind for 0.0.0.0:80 failed: port is already allocated.', 'docker run'],
		['The command returned a non-zero code: 127', 'RUN'],
		['copy vs run', 'Copy vs Run'],
		['add vs healthcheck', 'ADD'],
		['what is the difference between add and copy', 'ADD'],
	];
	for (const [query, name] of cases) {
		test(`to ${query} is ${name}`, () => assert.equal(first(query), name));
	}
});

test('both sides of a comparison come first, in the order in which they were typed', () => {
	const order = rank('docker rmi vs add').ranked.map(({ entry }) => entry.name);
	assert.deepEqual(order.slice(0, 2), ['docker rmi', 'ADD']);
});

test('three letters take no typo, and neither do two words of one meaning', () => {
	assert.equal(first('abd'), 'nothing');
	assert.equal(first('zebra'), 'nothing');
});

test('hostile and endless queries are nothing but queries', () => {
	for (const query of ['', ' ', '(.*)+[', '\\', '%00', '-', '--', 'x'.repeat(10_000), '🐳']) {
		assert.ok(Array.isArray(rank(query).ranked), query);
	}
});

test('names without details answer as well', async () => {
	const rank = await toRanker(toEntries(names));
	assert.equal(rank('copy').ranked[0]?.entry.name, 'COPY');
});

test('what found nothing has names that are written like it', () => {
	assert.equal(toNearest('onlyhealthch', entries)[0]?.name, 'HEALTHCHECK');
});
