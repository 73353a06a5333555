import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { parseYaml } from '../input/yaml.ts';
import { fill, findPlaces } from './fill.ts';
import { placeholdersSchema } from './placeholder.ts';
import { findFault } from './values.ts';

const file = 'src/content/placeholders.yaml';
const text = readFileSync(new URL('../../' + file, import.meta.url), 'utf8');
const parsed = parseYaml({ path: file, text, note: '' }, placeholdersSchema);
const placeholders = parsed.ok ? parsed.value : [];
const kinds = [...new Set(placeholders.map(({ kind }) => kind))];

const inDockerfile = (code: string, values: Record<string, string>) =>
	fill(code, 'dockerfile', placeholders, values);
const inShell = (code: string, values: Record<string, string>) =>
	fill(code, 'shell', placeholders, values);

test('reads the placeholders', () => assert.equal(parsed.ok, true));

describe('a value stands where its placeholder stood', () => {
	const cases: readonly [string, string, string][] = [
		[
			'docker build -t myimage:latest .',
			'image=team/shop,tag=2.1',
			'docker build -t team/shop:2.1 .',
		],
		[
			'docker push myrepo/myimage:latest',
			'registry=ghcr.io/acme',
			'docker push ghcr.io/acme/myimage:latest',
		],
		[
			'docker save -o myimage.tar myimage:latest',
			'image=shop',
			'docker save -o myimage.tar shop:latest',
		],
		['docker exec -it web sh', 'container=api', 'docker exec -it api sh'],
		['docker run -d -p 8080:80 nginx', 'host-port=9000', 'docker run -d -p 9000:80 nginx'],
	];
	for (const [code, pairs, expected] of cases) {
		const values = Object.fromEntries(pairs.split(',').map((pair) => pair.split('=', 2)));
		test(code, () => assert.equal(inShell(code, values), expected));
	}
});

describe('a word that only looks like a placeholder stays', () => {
	for (const code of [
		'RUN webpack',
		'COPY --from=build /out/app /x',
		'WORKDIR /apps',
		'EXPOSE 18000',
	]) {
		const values = { container: 'xx', directory: '/yy', port: '1' };
		test(code, () => assert.equal(inDockerfile(code, values), code));
	}
	test('a name of Object is no value', () => {
		assert.equal(
			inShell('docker exec web sh', JSON.parse('{"__proto__":"x"}')),
			'docker exec web sh',
		);
	});
});

/** Values that mean something to a shell, to JSON, to HTML or to a builder. */
const hostile: readonly string[] = [
	'"; rm -rf /',
	"'; rm -rf / #",
	'$(touch /tmp/x)',
	'`id`',
	'<script>alert(1)</script>',
	'--privileged',
	'a\nRUN evil',
	'a\r\nb',
	'a\u2028b',
	'a\u0000b',
	'x'.repeat(1000),
	'',
	' ',
	'../../etc',
	'a b',
	'"]\nRUN x',
];

describe('hostile values are refused, or are nothing but text', () => {
	for (const value of hostile) {
		test(JSON.stringify(value).slice(0, 40), () => {
			for (const kind of kinds) {
				if (findFault(kind, value) !== undefined) continue;
				const id = placeholders.find((one) => one.kind === kind)?.id ?? '';
				const code =
					'FROM scratch\nCOPY app.py /app/\nCMD ["app.py", "/app/x"]\nRUN app.py /app\nLABEL org.opencontainers.image.authors="team@example.com"';
				const filled = inDockerfile(code, { [id]: value });
				assert.equal(filled.split('\n').length, code.split('\n').length, `${kind} adds a line`);
				const array = JSON.parse(filled.split('\n')[2]?.slice(4) ?? '') as string[];
				assert.equal(array.length, 2);
			}
		});
	}
	test('those of the issue are refused by every kind but text', () => {
		for (const kind of kinds.filter((one) => one !== 'text')) {
			for (const value of ['"; rm -rf /', 'a\nb', 'x'.repeat(1000)]) {
				assert.notEqual(findFault(kind, value), undefined, `${kind} takes ${value.slice(0, 20)}`);
			}
		}
		assert.notEqual(findFault('text', 'a\nb'), undefined);
		assert.notEqual(findFault('text', 'x'.repeat(1000)), undefined);
	});
});

describe('a value is quoted for what reads it', () => {
	/** Allowed for a file, and full of meaning. */
	const odd = `a'b"c$(d)\`e\`;f&g|h<i>\\j`;
	test('the value is a good one', () => assert.equal(findFault('file', odd), undefined));
	test('in an array it is a string of JSON', () => {
		const line = inDockerfile('CMD ["python", "app.py"]', { file: odd });
		assert.deepEqual(JSON.parse(line.slice(4)), ['python', odd]);
	});
	for (const code of [
		'RUN echo app.py',
		'RUN echo "app.py"',
		"RUN echo 'app.py'",
		'CMD echo app.py',
		'HEALTHCHECK --interval=3s CMD echo app.py',
		'ONBUILD RUN echo app.py',
	]) {
		test(`the shell reads it back: ${code}`, () => {
			const script = inDockerfile(code, { file: odd }).replace(/^.*?(?=echo)/, '');
			const { stdout } = spawnSync('sh', ['-c', script.replace('echo', "printf '%s'")], {
				encoding: 'utf8',
			});
			assert.equal(stdout, odd);
		});
	}
	test('the builder reads it back', () => {
		const line = inDockerfile('COPY app.py .', { file: odd });
		assert.equal(line.replace(/\\(.)/g, '$1'), `COPY ${odd} .`);
		assert.equal(/(?<!\\)[$"'`]/.test(line), false);
	});
	test('in a label it stays within its quotes', () => {
		const line = inDockerfile('LABEL org.opencontainers.image.authors="team@example.com"', {
			author: 'A "B" $C \\',
		});
		assert.equal(line, 'LABEL org.opencontainers.image.authors="A \\"B\\" \\$C \\\\"');
	});
	test('in a comment it is as it is', () => {
		assert.equal(inDockerfile('# reads app.py', { file: "a'b" }), "# reads a'b");
	});
});

describe('values are what Docker takes', () => {
	const good: readonly [string, readonly string[]][] = [
		['repository', ['shop', 'team/shop', 'localhost:5000/a/b-c__d', 'ghcr.io/x']],
		['tag', ['1', '1.0-slim', '_x', 'a'.repeat(128)]],
		['registry', ['acme', 'ghcr.io', 'ghcr.io/acme', 'localhost:5000']],
		['port', ['1', '80', '65535']],
		['user', ['app', '_x', 'a-b']],
		['path', ['/srv/shop', '/']],
		['module', ['shop.main:app']],
		['name', ['my_app.1']],
	];
	const bad: readonly [string, readonly string[]][] = [
		['repository', ['Shop', 'shop:1', '/shop', 'a//b', 'a_', 'a b', 'a'.repeat(256), '']],
		['tag', ['.x', '-x', 'a'.repeat(129), 'a/b', 'ä']],
		['registry', ['https://x', 'x/', 'x:y']],
		['port', ['0', '65536', '08', '-1', '80/tcp', '1e3', '８０']],
		['user', ['Root', '1app', 'a b', 'a'.repeat(33), '$x']],
		['path', ['srv', '/a b', '/a*']],
		['module', ['app', 'app:', 'a-b:c']],
		['name', ['a', '-ab', 'a b']],
	];
	const check = (rows: typeof good, isGood: boolean) => {
		for (const [name, values] of rows) {
			const kind = kinds.find((one) => one === name);
			test(`${isGood ? 'takes' : 'refuses'} as ${name}: ${values.join(' ').slice(0, 60)}`, () => {
				assert.ok(kind);
				for (const value of values)
					assert.equal(findFault(kind, value) === undefined, isGood, value);
			});
		}
	};
	check(good, true);
	check(bad, false);
});

test('places do not overlap and are in order', () => {
	const places = findPlaces('docker push myrepo/myimage:latest', 'shell', placeholders);
	assert.deepEqual(
		places.map(({ id }) => id),
		['registry', 'image', 'tag'],
	);
});
