import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAllHeaders } from '@netlify/headers-parser';

/** Folders that are served, each below a path of the site; `/` stands for the whole. */
export type Folders = Readonly<Record<string, string>>;

/** A folder that is served as hosts serve it: compressed, kept by caches, asked for again when kept. */
export interface Served {
	origin: string;
	/** The bytes of all answers so far, without headers. */
	sent: () => number;
	/** What is served from now on; `texts` stand at their paths in place of files. */
	change: (folders: Folders, texts?: Readonly<Record<string, string>>) => void;
	stop: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
};

/** What others would only be sent as bytes to save. These are packed already. */
const packed: Readonly<Record<string, string>> = {
	'.pdf': 'application/pdf',
	'.png': 'image/png',
	'.zip': 'application/zip',
};

/**
 * Serves folders on a port of this machine; without one, on a port that is free. What `_headers` in
 * the folder of `/` says is sent, too.
 */
export async function serve(folders: Folders, port = 0): Promise<Served> {
	const { toHeaders } = await readHeaders(folders['/']);
	let sent = 0;
	let [served, shown]: Parameters<Served['change']> = [folders];
	const server = createServer((request, response) => {
		const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
		const { status, type, content } = toAnswer(served, shown ?? {}, path);
		const isText = type !== undefined && !Object.values(packed).includes(type);
		const body = isText ? gzipSync(content, { level: 9 }) : content;
		const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
		const cached = { etag, 'cache-control': toCaching(path) };
		if (status === 200 && request.headers['if-none-match'] === etag) {
			response.writeHead(304, cached).end();
			return;
		}
		response.writeHead(status, {
			...toSent(toHeaders(path)),
			...cached,
			'content-type': type ?? 'application/octet-stream',
			'content-length': body.length,
			...(isText && { 'content-encoding': 'gzip' }),
		});
		sent += body.length;
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	return {
		origin: `http://127.0.0.1:${toPort(server)}`,
		sent: () => sent,
		change: (...next) => ([served, shown] = next),
		stop: () => stop(server),
	};
}

/** What `_headers` says, as Netlify reads it. */
export interface Said {
	/** Each value that a header has for a path, in their order. */
	toHeaders: (path: string) => Record<string, string[]>;
	errors: readonly Error[];
}

/** Reads `_headers` of a folder that is published; without one nothing is said. */
export async function readHeaders(folder: string | undefined): Promise<Said> {
	const headersFiles = folder === undefined ? [] : [join(folder, '_headers')];
	const options = { headersFiles, configHeaders: undefined, minimal: false };
	const { headers, errors } = await parseAllHeaders(options);
	const toHeaders: Said['toHeaders'] = (path) => {
		const found: Record<string, string[]> = {};
		for (const rule of headers) {
			if (!('forRegExp' in rule) || !rule.forRegExp.test(path)) continue;
			for (const [name, value] of Object.entries(rule.values)) (found[name] ??= []).push(value);
		}
		return found;
	};
	return { toHeaders, errors };
}

/** Netlify takes the last of several values. Names are in lower case, as ours beside them are. */
function toSent(headers: Record<string, string[]>): Record<string, string> {
	const pairs = Object.entries(headers).map(([name, values]) => [
		name.toLowerCase(),
		values.at(-1) ?? '',
	]);
	return Object.fromEntries(pairs);
}

/** Names below `_astro/` change with their content. */
function toCaching(path: string): string {
	return path.includes('/_astro/') ? 'max-age=31536000, immutable' : 'no-cache';
}

interface Answer {
	status: number;
	type: string | undefined;
	content: Uint8Array;
}

function toAnswer(folders: Folders, texts: Readonly<Record<string, string>>, path: string): Answer {
	const text = texts[path];
	if (text !== undefined) {
		return { status: 200, type: types[extname(path)], content: Buffer.from(text) };
	}
	const found = findFile(folders, path);
	const file = found ?? findFile(folders, `${findMount(folders, path)}404.html`);
	if (file === undefined) return { status: 404, type: undefined, content: Buffer.of() };
	const type = types[extname(file)] ?? packed[extname(file)];
	return { status: found === undefined ? 404 : 200, type, content: readFileSync(file) };
}

function findFile(folders: Folders, path: string): string | undefined {
	const mount = findMount(folders, path);
	const file = join(folders[mount] ?? '.', normalize(`/${path.slice(mount.length)}`));
	const index = existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
	return existsSync(index) ? index : undefined;
}

function findMount(folders: Folders, path: string): string {
	const mounts = Object.keys(folders).sort((a, b) => b.length - a.length);
	return mounts.find((prefix) => path.startsWith(prefix)) ?? '/';
}

function toPort(server: Server): number {
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port.');
	return address.port;
}

function stop(server: Server): Promise<void> {
	server.closeAllConnections();
	return new Promise((resolve) => server.close(() => resolve()));
}
