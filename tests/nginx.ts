import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { renderNginx } from '../src/output/nginx.ts';
import { findScreen } from '../src/output/assets.ts';
import { root, type Site } from './built.ts';

/** What the server says to one request. */
export interface Answer {
	status: number;
	headers: Readonly<Record<string, string>>;
	body: Buffer;
}

/** A real nginx that serves a built site. */
export interface Nginx {
	port: number;
	/** Asks for a path exactly as it is written, which `fetch` would tidy up. */
	ask: (path: string, options?: Asked) => Promise<Answer>;
	stop: () => Promise<void>;
}

interface Asked {
	method?: string;
	headers?: Readonly<Record<string, string>>;
	body?: string;
}

/** Serves a built site with the configuration that the project makes. Throws when nginx refuses it. */
export async function startNginx(site: Site): Promise<Nginx> {
	const scratch = mkdtempSync(join(tmpdir(), 'nginx-'));
	const port = await findFreePort();
	const below = join(scratch, 'html', site.base);
	mkdirSync(dirname(below), { recursive: true });
	symlinkSync(join(root, site.folder), below.replace(/\/$/, ''));
	const screen = await findScreen(join(root, site.folder));
	const place = { base: site.base, root: join(scratch, 'html'), port, scratch, screen };
	const file = join(scratch, 'nginx.conf');
	writeFileSync(file, renderNginx(place));

	// Started as root, nginx would read as nobody, who may not read every folder of a project.
	const user = process.getuid?.() === 0 ? 'user root;' : '';
	const checked = spawnSync('nginx', ['-t', '-c', file, '-g', user], {
		encoding: 'utf8',
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	if (checked.status !== 0) throw new Error(checked.stderr);
	const args = ['-c', file, '-g', `daemon off; ${user}`];
	const server = spawn('nginx', args, { stdio: ['ignore', 'ignore', 'inherit'] });
	const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()));
	const nginx: Nginx = {
		port,
		ask: (path, options = {}) => askFor(port, path, options),
		stop: async () => {
			server.kill('SIGTERM');
			await ended;
			rmSync(scratch, { recursive: true });
		},
	};
	await waitFor(nginx);
	return nginx;
}

async function waitFor(nginx: Nginx): Promise<void> {
	for (let tries = 0; tries < 100; tries += 1) {
		try {
			await nginx.ask('/');
			return;
		} catch {
			await setTimeout(50);
		}
	}
	throw new Error('nginx did not answer within 5 s.');
}

function findFreePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer();
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}

function askFor(port: number, path: string, options: Asked): Promise<Answer> {
	const { method = 'GET', headers = {}, body } = options;
	return new Promise((resolve, reject) => {
		const asked = ask({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
			const parts: Buffer[] = [];
			answer.on('data', (part: Buffer) => parts.push(part));
			answer.on('end', () =>
				resolve({
					status: answer.statusCode ?? 0,
					headers: toPlain(answer.headersDistinct),
					body: Buffer.concat(parts),
				}),
			);
		});
		asked.on('error', reject);
		asked.end(body);
	});
}

/** A header that is sent twice shows as such. */
function toPlain(headers: NodeJS.Dict<string[]>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, values = []]) => [name, values.join(' | ')]),
	);
}
