import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { findFault, findPlaces, toValues } from './fill.ts';
import { toPlaceholders } from './placeholders.ts';

const path = 'src/content/placeholders.yaml';
const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { placeholders } = toPlaceholders([{ path, text }], []);

/** A placeholder of the file by its id. */
function get(id: string) {
	const found = placeholders.find((one) => one.id === id);
	assert.ok(found);
	return found;
}

/** The words of a snippet that stand for something, with what they stand for. */
const find = (code: string, language?: string) =>
	findPlaces(code, language, placeholders).map(
		({ start, end, id }) => `${id}=${code.slice(start, end)}`,
	);

describe('placeholders are found', () => {
	const cases: readonly [string, string | undefined, string][] = [
		['docker build -t myimage:latest .', 'bash', 'image=myimage tag=latest'],
		['docker push myrepo/myimage:latest', undefined, 'registry=myrepo image=myimage tag=latest'],
		['docker save -o myimage.tar myimage', 'bash', 'image=myimage'],
		['docker exec -it web sh', 'console', 'container=web'],
		['docker run -d -p 8080:80 nginx', 'bash', 'host-port=8080'],
		['CMD ["python", "app.py"]', undefined, 'file=app.py'],
		['RUN webpack', 'dockerfile', ''],
		['COPY web /x', 'dockerfile', ''],
		['COPY --from=build /out/app /x', 'dockerfile', ''],
		['WORKDIR /apps', 'dockerfile', ''],
		['EXPOSE 18000', 'dockerfile', ''],
	];
	for (const [code, language, expected] of cases) {
		test(code, () => assert.equal(find(code, language).join(' '), expected));
	}
});

describe('values are what Docker takes', () => {
	const cases: readonly [string, readonly string[], readonly string[]][] = [
		[
			'image',
			['shop', 'team/shop', 'localhost:5000/a/b-c__d', 'ghcr.io/x'],
			['Shop', 'shop:1', '/shop', 'a//b', 'a_', 'a b', 'a'.repeat(256), ''],
		],
		['tag', ['1', '1.0-slim', '_x', 'a'.repeat(128)], ['.x', '-x', 'a'.repeat(129), 'a/b', 'ä']],
		['registry', ['acme', 'ghcr.io', 'ghcr.io/acme', 'localhost:5000'], ['https://x', 'x/', 'x:y']],
		['port', ['1', '80', '65535'], ['0', '65536', '08', '-1', '80/tcp', '1e3', '８０', '99999']],
		['user', ['app', '_x', 'a-b'], ['Root', '1app', 'a b', 'a'.repeat(33), '$x']],
		['directory', ['/srv/shop', '/', '/über'], ['srv', '/a b', '/a*', '/a"', '/$a']],
		['file', ['main.py', 'src/a@1.py'], ['-x', 'a b', "a'b", '*.py', '']],
		['module', ['shop.main:app'], ['app', 'app:', 'a-b:c']],
		['container', ['my_app.1'], ['a', '-ab', 'a b']],
		['author', ["O'Brien <me@example.com>"], [' ', 'a"b', 'a\\', '$x', '`id`', 'x'.repeat(256)]],
	];
	for (const [id, good, bad] of cases) {
		test(get(id).label, () => {
			for (const value of good) assert.equal(findFault(get(id), value), undefined, value);
			for (const value of bad) assert.match(findFault(get(id), value) ?? '', /^This has/, value);
		});
	}
});

test('no value has what a shell, JSON or the builder would take for more than itself', () => {
	const hostile = [
		'"; rm -rf /',
		'$(x)',
		'`id`',
		'a\nRUN x',
		'a\r',
		'a\u2028b',
		'a\0b',
		'a\\',
		'"]',
	];
	for (const placeholder of placeholders) {
		for (const value of hostile) {
			assert.ok(findFault(placeholder, value), `${placeholder.id} takes ${JSON.stringify(value)}`);
		}
		const isQuoted = placeholder.match.every((words) => words.includes('"{'));
		const odd = ["'; x #", '<script>', '--privileged', 'a b', '../*', 'a|b', 'a&b', 'a;b', '#a'];
		for (const value of isQuoted ? [] : odd) {
			assert.ok(findFault(placeholder, value), `${placeholder.id} takes ${value}`);
		}
	}
});

test('only good values are taken from addresses and from what the browser keeps', () => {
	const given = { image: '<script>', tag: '2', nothing: 'x', user: { a: 1 }, ['__proto__']: 'x' };
	assert.deepEqual(toValues(Object.entries(given), placeholders), { tag: '2' });
});

test('a placeholder without use, or refused by its own rule, is a warning at its line', () => {
	const words = [
		'- { id: port, label: Port, kind: port, match: ["EXPOSE {80}"] }',
		'- { id: gone, label: Gone, kind: word, match: ["{gone}"] }',
		'- { id: odd, label: Odd, kind: port, match: ["{odd}"] }',
	];
	const snippets = [{ language: 'dockerfile', code: 'EXPOSE 80' }];
	const { messages } = toPlaceholders([{ path, text: words.join('\n') }], snippets);
	assert.deepEqual(messages.map(String), [
		'2:1: gone: no snippet has `{gone}`',
		'3:1: odd: `odd` is refused',
	]);
	assert.ok(messages.every(({ file, fatal }) => file === path && fatal === false));
});

test('a text that stands outside double quotes is an error', () => {
	const words = '- { id: a, label: A, kind: text, match: ["LABEL {a}"] }';
	const [message] = toPlaceholders([{ path, text: words }], []).messages;
	assert.match(String(message), /between double quotes/);
	assert.equal(message?.fatal, true);
});
