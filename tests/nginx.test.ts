import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const scratch = mkdtempSync(join(tmpdir(), 'nginx-'));
/** The base path that the site is served below, as the Dockerfile does it. */
const base = '/some/repo/';
let server: ChildProcess;
let origin = '';

const find = (folder: string, ending: string): string =>
	`${folder}/${readdirSync(join(dist, folder)).find((name) => name.endsWith(ending))}`;
const ask = (path: string): Promise<Response> =>
	fetch(origin + path, { redirect: 'manual', headers: { 'accept-encoding': 'gzip' } });

before(async () => {
	cpSync(dist, join(scratch, 'html', base), { recursive: true });
	cpSync(join(dist, '404.html'), join(scratch, 'html/404.html'));
	mkdirSync(join(scratch, 'tmp'));
	const port = await findPort();
	const configuration = readFileSync(join(root, 'nginx.conf'), 'utf8')
		.replaceAll('/tmp/', `${join(scratch, 'tmp')}/`)
		.replaceAll('/usr/share/nginx/html', join(scratch, 'html'))
		.replace('/dev/stdout', 'off')
		.replace('listen 8080', `listen 127.0.0.1:${port}`);
	writeFileSync(join(scratch, 'nginx.conf'), configuration);
	// Started as root, nginx would read as nobody, who may not read every folder.
	const user = process.getuid?.() === 0 ? ' user root;' : '';
	const args = ['-e', 'stderr', '-c', join(scratch, 'nginx.conf'), '-g', `daemon off;${user}`];
	server = spawn('nginx', args, { stdio: ['ignore', 'ignore', 'inherit'] });
	origin = `http://127.0.0.1:${port}`;
	while (server.exitCode === null && !(await ask('/-/health').catch(() => false))) {
		await setTimeout(50);
	}
});

after(async () => {
	if (server.exitCode === null && server.kill()) await once(server, 'exit');
	rmSync(scratch, { recursive: true });
});

describe('nginx.conf', () => {
	test('sends what _headers says', async () => {
		const paths = ['', 'favicon.svg', 'search/', 'api/checks.json', 'cheatsheet/docker-a4.pdf'];
		paths.push(find('_astro', '.js'), find('pagefind', '.pf_meta'), find('pagefind/index', ''));
		for (const path of paths) {
			const { status, headers } = await ask(base + path);
			assert.equal(status, 200, path);
			for (const [name, value] of Object.entries(toHeaders(`/${path}`))) {
				assert.equal(headers.get(name), value, `${name} of ${path}`);
			}
		}
	});

	test('asks for a page again, and never for a file with a hash', async () => {
		assert.equal((await ask(base)).headers.get('cache-control'), 'no-cache');
		const hashed = await ask(base + find('_astro', '.js'));
		assert.match(hashed.headers.get('cache-control') ?? '', /immutable/);
	});

	test('knows text as text, and packs it', async () => {
		const types = { '': 'text/html', 'a-z.md': 'text/markdown', 'llms.txt': 'text/plain' };
		for (const [path, type] of Object.entries(types)) {
			const { headers } = await ask(base + path);
			assert.equal(headers.get('content-type'), `${type}; charset=utf-8`);
			assert.equal(headers.get('content-encoding'), 'gzip');
		}
	});

	test('leads to the folder, and says what is not there with the page for that', async () => {
		const { status, headers } = await ask(`${base}snippets`);
		assert.deepEqual([status, headers.get('location')], [301, `${base}snippets/`]);
		for (const path of ['/', `${base}nope`, `${base}api/`, `${base}_headers`]) {
			const missing = await ask(path);
			assert.equal(missing.status, 404, path);
			assert.equal(await missing.text(), readFileSync(join(dist, '404.html'), 'utf8'));
		}
	});
});

/** What `_headers` says of an address; of several values Netlify takes the last. */
function toHeaders(path: string): Record<string, string> {
	const found: Record<string, string> = {};
	let isMeant = false;
	for (const line of readFileSync(join(dist, '_headers'), 'utf8').split('\n')) {
		const [, name, value] = /^ {2}([^:]+): (.*)$/.exec(line) ?? [];
		if (isMeant && name && value) found[name] = value;
		if (!line.startsWith('/')) continue;
		isMeant = new RegExp(`^${line.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(path);
	}
	return found;
}

async function findPort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = probe.address();
	probe.close();
	if (address === null || typeof address === 'string') throw new Error('There is no free port.');
	return address.port;
}
