import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toNearest, toRanker } from './ranking.ts';
import { findMissing } from './named.ts';
import { toEntries, type Kind, type SearchRecord } from './record.ts';

/** A page with its options, each in all its spellings. */
function toPage(
	kind: Kind,
	names: string[],
	{ options = [], ...more }: Partial<Omit<SearchRecord, 'options'>> & { options?: string[][] } = {},
): SearchRecord[] {
	const [name = ''] = names;
	const href = `/${name}/`;
	const none = { words: [], errors: [], summary: '', syntax: '', code: '' };
	const plain = { ...none, isHeading: kind === 'concept', isAside: false };
	return [
		{ ...plain, href, kind, name, names, options: [], ...more },
		...options.map((spellings): SearchRecord => ({
			...{ ...plain, href: `${href}#${spellings[0]}`, kind: 'option', page: href },
			...{ name: `${name} ${spellings.join(', ')}`, options: spellings },
			names: spellings.map((option) => `${name} ${option}`),
		})),
	];
}

const entries = toEntries([
	...toPage('instruction', ['COPY'], { options: [['--from'], ['--chown']] }),
	...toPage('instruction', ['ADD'], { options: [['--chown']] }),
	...toPage('instruction', ['HEALTHCHECK'], {
		words: ['liveness probe'],
		code: 'HEALTHCHECK CMD curl localhost || exit 1',
	}),
	...toPage('instruction', ['RUN'], {
		errors: ['returned a non-zero code'],
		summary: 'Run a command while building.',
	}),
	...toPage('command', ['docker run'], {
		options: [
			['--interactive', '-i'],
			['--tty', '-t'],
		],
		errors: ['port is already allocated'],
	}),
	...toPage('command', ['docker rmi', 'docker image rm']),
	...toPage('command', ['docker image prune'], { words: ['dangling images'] }),
	...toPage('command', ['docker start'], { summary: 'Start stopped containers.' }),
	...toPage('command', ['docker compose up'], { options: [['--detach', '-d']] }),
	...toPage('guide', ['Compose'], { options: [['env_file']] }),
	...toPage('concept', ['Copy vs Run']),
	...toPage('concept', ['Multi-Stage Builds']),
	...toPage('check', ['JSONArgsRecommended']),
]);
const rank = toRanker(entries, [['remove', 'delete', 'prune']]);
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
		['liveness probes', 'HEALTHCHECK'],
		['env_file: app.env', 'Compose env_file'],
		['Liveness-Probe', 'HEALTHCHECK'],
		['healtcheck', 'HEALTHCHECK'],
		['haelthcheck', 'HEALTHCHECK'],
		['hea', 'HEALTHCHECK'],
		['compose u', 'docker compose up'],
		['start a container in a network', 'docker start'],
		['jsonarg', 'JSONArgsRecommended'],
		['run with a different healthcheck', 'HEALTHCHECK'],
		['multistage build', 'Multi-Stage Builds'],
		['json args recommended', 'JSONArgsRecommended'],
		['delete dangling images', 'docker image prune'],
		['|| exit 1', 'HEALTHCHECK'],
		['Error: bind for 0.0.0.0:80 failed: port is already allocated.', 'docker run'],
		['The command returned a non-zero code: 127', 'RUN'],
		['copy vs run', 'Copy vs Run'],
		['add vs healthcheck', 'ADD'],
		['what is the difference between add and copy', 'ADD'],
		['difference between the copy and run instructions in a dockerfile', 'Copy vs Run'],
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

describe('a thing without a page', () => {
	const unpaged = ['docker stack', 'docker stack deploy', 'docker compose scale'];
	const cases: readonly (readonly [query: string, missing: string | undefined])[] = [
		['docker stack deploy web', 'docker stack deploy'],
		['docker-compose scale', 'docker compose scale'],
		['docker run --foo', 'docker run --foo'],
		['--foo', '--foo'],
		['DL9999', 'DL9999'],
		['exit code 42', 'exit code 42'],
		['docker run -it ubuntu', undefined],
		['docker run --inter', undefined],
		['docker compose up --detach', undefined],
		['docker stack of layers in an image', undefined],
		['copy', undefined],
	];
	for (const [query, missing] of cases) {
		const name = missing ?? 'none';
		test(`in ${query} is ${name}`, () =>
			assert.equal(findMissing(query, entries, unpaged), missing));
	}
});

test('a command that is named has its own option first', () => {
	assert.equal(first('docker run -i'), 'docker run --interactive, -i');
});

test('hostile and endless queries are nothing but queries', () => {
	for (const query of ['', ' ', '(.*)+[', '\\', '%00', '-', '--', 'x'.repeat(10_000), '🐳']) {
		assert.ok(Array.isArray(rank(query).ranked), query);
	}
});

test('what found nothing has names that are written like it', () => {
	assert.equal(toNearest('onlyhealthch', entries)[0]?.name, 'HEALTHCHECK');
});
