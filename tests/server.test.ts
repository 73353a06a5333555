import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { readHeaders } from '../scripts/serve.ts';
import { readBuilt, root, sites } from './built.ts';
import { startNginx } from './nginx.ts';

const hashed = /^(?:_astro\/|pagefind\/(?:fragment|index)\/|pagefind\/[^/]+\.pf_meta$)/;
const types: readonly (readonly [RegExp, string])[] = [
	[/\.html$/, 'text/html; charset=utf-8'],
	[/\.md$/, 'text/markdown; charset=utf-8'],
	[/(?:\.(?:txt|sh|dockerfile|typ)|\/Dockerfile)$/, 'text/plain; charset=utf-8'],
	[/\.css$/, 'text/css; charset=utf-8'],
	[/\.js$/, 'text/javascript; charset=utf-8'],
	[/\.json$/, 'application/json'],
	[/\.webmanifest$/, 'application/manifest+json'],
	[/\.xml$/, 'application/xml'],
	[/\.svg$/, 'image/svg+xml'],
	[/\.png$/, 'image/png'],
	[/\.jpg$/, 'image/jpeg'],
	[/\.pdf$/, 'application/pdf'],
	[/\.zip$/, 'application/zip'],
	[/\.(?:pf_\w+|pagefind)$/, 'application/octet-stream'],
];

for (const site of sites) {
	describe(`nginx, serving the site ${site.name},`, async () => {
		const built = readBuilt(site);
		const nginx = await startNginx(site);
		after(nginx.stop);
		const ask: typeof nginx.ask = (path, options) => nginx.ask(site.base + path.slice(1), options);
		const content = built.files.filter((path) => !/\.(?:gz|br)$|^_headers$/.test(path));
		const read = (path: string) => readFileSync(join(root, site.folder, path));

		test('sends every file as what it is', async () => {
			for (const path of content) {
				const { status, headers, body } = await ask(`/${path}`);
				assert.equal(status, 200, path);
				assert.deepEqual(body, read(path), path);
				const type = types.find(([pattern]) => pattern.test(path))?.[1];
				assert.equal(headers['content-type'], type, path);
				assert.equal(headers['content-encoding'], undefined, path);
				assert.equal(headers['x-content-type-options'], 'nosniff', path);
				const caching = hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
				assert.equal(headers['cache-control'], caching, path);
			}
		});

		test('sends what is packed to those who take it, and says so to caches', async () => {
			const packed = content.filter((path) => built.files.includes(`${path}.gz`));
			assert.notEqual(packed.length, 0);
			for (const path of packed) {
				const hasBrotli = built.files.includes(`${path}.br`);
				const best = hasBrotli ? (['br', '.br'] as const) : (['gzip', '.gz'] as const);
				for (const [accepted, [encoding, ending]] of [
					['gzip, deflate, br', best],
					['gzip', ['gzip', '.gz']],
					['br;q=0', [undefined, '']],
				] as const) {
					const { headers, body } = await ask(`/${path}`, {
						headers: { 'accept-encoding': accepted, via: '1.1 proxy' },
					});
					assert.equal(headers['content-encoding'], encoding, path);
					assert.equal(headers['vary'], 'Accept-Encoding', path);
					assert.deepEqual(body, read(path + ending), path);
					const type = types.find(([pattern]) => pattern.test(path))?.[1];
					assert.equal(headers['content-type'], type, path);
				}
			}
		});

		test('sends the same headers as the hosts that read `_headers`', async () => {
			const { toHeaders: said, errors } = await readHeaders(join(root, site.folder));
			assert.deepEqual(errors, []);
			for (const path of pick(content)) {
				const { headers } = await ask(`/${path}`);
				const here = Object.entries(said(site.base + path));
				assert.ok(here.length >= 5, path);
				for (const [name, values] of here) {
					assert.equal(headers[name.toLowerCase()], values.at(-1), `${path}: ${name}`);
					// Cloudflare sends all values: right for a policy, which both then hold, and nothing else.
					assert.ok(values.length === 1 || name === 'Content-Security-Policy', `${path}: ${name}`);
				}
			}
		});

		test('lets nobody frame a page, and others use only what is made for them', async () => {
			const page = await ask('/');
			assert.equal(page.headers['content-security-policy'], "frame-ancestors 'none'");
			assert.equal(page.headers['referrer-policy'], 'no-referrer');
			assert.match(
				page.headers['permissions-policy'] ?? '',
				/camera=\(\).*clipboard-write=\(self\)$/,
			);
			assert.equal(page.headers['access-control-allow-origin'], undefined);
			const data = await ask('/api/checks.json');
			assert.equal(data.headers['access-control-allow-origin'], '*');
			assert.equal(data.headers['cross-origin-resource-policy'], 'cross-origin');
			const drawing = await ask('/favicon.svg');
			assert.match(drawing.headers['content-security-policy'] ?? '', /default-src 'none'.*sandbox/);
		});

		test('says that a page has not changed', async () => {
			for (const coding of ['identity', 'gzip', 'br']) {
				const headers = { 'accept-encoding': coding };
				const first = await ask('/cheatsheet/', { headers });
				const etag = first.headers['etag'] ?? '';
				const second = await ask('/cheatsheet/', {
					headers: { ...headers, 'if-none-match': etag },
				});
				assert.equal(second.status, 304, coding);
				assert.equal(second.body.length, 0);
				assert.equal(second.headers['cache-control'], 'no-cache');
				assert.equal(second.headers['content-security-policy'], "frame-ancestors 'none'");
			}
		});

		test('answers what is missing with the page for that', async () => {
			const missing = ['/nothing/', '/nothing.html', '/_astro/', '/_astro/gone.js'];
			const hidden = ['/.git/config', '/.env', '/api/.hidden', '/_headers', '/%5Fheaders'];
			for (const path of [...missing, ...hidden]) {
				const { status, headers, body } = await ask(path);
				assert.equal(status, 404, path);
				assert.match(body.toString(), /There is no such page/, path);
				assert.equal(headers['cache-control'], 'no-cache', path);
				assert.equal(headers['content-type'], 'text/html; charset=utf-8', path);
				assert.equal(headers['content-security-policy'], "frame-ancestors 'none'", path);
			}
			if (site.base === '/') return;
			assert.equal((await nginx.ask('/dockerfile/')).status, 404);
			assert.equal((await nginx.ask('/')).headers['location'], site.base);
		});

		test('leads to the page of a folder, without naming a host or a port', async () => {
			for (const path of ['/dockerfile', '/dockerfile/instructions/copy', '//dockerfile']) {
				const { status, headers } = await ask(path, { headers: { host: 'evil.example:81' } });
				assert.equal(status, 301, path);
				assert.equal(headers['location'], `${site.base}${path.replace(/^\/+/, '')}/`);
			}
			for (const path of ['//evil.example/%2e%2e', '/%5cevil.example', '//evil.example//..']) {
				const { headers } = await nginx.ask(path);
				assert.doesNotMatch(headers['location'] ?? '', /^(?:\w+:|[/\\]{2}|.*evil)/, path);
			}
		});

		test('never leaves its folder', async () => {
			const up = ['../', '..%2f', '%2e%2e/', '%2e%2e%2f', '..%5c', '..;/', '.%00./', '%252e%252e/'];
			for (const step of up) {
				for (const start of ['/', '/api/', '/_astro/', '//']) {
					const { status, body } = await ask(`${start}${step.repeat(12)}etc/passwd`);
					assert.ok([400, 404].includes(status), `${start}${step}: ${status}`);
					assert.doesNotMatch(body.toString(), /root:/);
				}
			}
		});

		test('only reads', async () => {
			const methods = ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'MKCOL'];
			for (const method of methods) {
				for (const path of ['/', '/api/checks.json', '/nothing/', '/_astro/']) {
					const { status, headers } = await ask(path, { method });
					assert.equal(status, 405, `${method} ${path}`);
					if (method !== 'TRACE') assert.equal(headers['allow'], 'GET, HEAD', `${method} ${path}`);
				}
			}
			const head = await ask('/', { method: 'HEAD' });
			assert.equal(head.status, 200);
			assert.equal(head.body.length, 0);
			assert.equal(head.headers['allow'], undefined);
			const large = await ask('/', { method: 'POST', body: 'x'.repeat(5000) });
			assert.ok([405, 413].includes(large.status));
		});

		test('refuses what is far too long', async () => {
			assert.equal((await ask(`/?q=${'x'.repeat(9000)}`)).status, 414);
			const one = await ask('/', { headers: { cookie: 'x'.repeat(9000) } });
			assert.ok([400, 431].includes(one.status));
			const many = Array.from({ length: 8 }, (_, at) => [`x-${at}`, 'x'.repeat(6000)]);
			const all = await ask('/', { headers: Object.fromEntries(many) as Record<string, string> });
			assert.ok([400, 431].includes(all.status));
			assert.equal((await ask('/')).status, 200);
		});

		test('sends parts of a file', async () => {
			const path = '/cheatsheet/docker-a4.pdf';
			const { status, headers, body } = await ask(path, { headers: { range: 'bytes=100-199' } });
			assert.equal(status, 206);
			assert.deepEqual(body, read(path.slice(1)).subarray(100, 200));
			assert.match(headers['content-range'] ?? '', /^bytes 100-199\/\d+$/);
			const none = await ask(path, { headers: { range: 'bytes=99999999-' } });
			assert.equal(none.status, 416);
		});

		test('does not say which version it is', async () => {
			for (const path of ['/', '/nothing/', '/..%2f..%2f']) {
				const { headers, body } = await ask(path);
				assert.equal(headers['server'], 'nginx');
				assert.doesNotMatch(body.toString(), /nginx\/\d/);
			}
		});
	});
}

/** Some files of each folder and ending: all that the rules can tell apart. */
function pick(files: readonly string[]): string[] {
	const kinds = new Map(files.map((path) => [path.replace(/[^/]+(?=\.)/, ''), path]));
	return [...kinds.values()];
}
