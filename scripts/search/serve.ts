import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A folder that is served as hosts serve it: compressed where that helps. */
export interface Served {
	origin: string;
	/** The bytes of all answers so far, without headers. */
	sent: () => number;
	stop: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
};

/** Serves folders, each below a path (`/` for the site), on a port of this machine that is free. */
export async function serve(folders: Readonly<Record<string, string>>): Promise<Served> {
	let sent = 0;
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const file = findFile(folders, decodeURI(pathname));
		if (file === undefined) {
			response.writeHead(404).end();
			return;
		}
		const type = types[extname(file)];
		const content = readFileSync(file);
		// Pagefind's own files are compressed already.
		const body = type === undefined ? content : gzipSync(content);
		response.writeHead(200, {
			'content-type': type ?? 'application/octet-stream',
			'content-length': body.length,
			...(type !== undefined && { 'content-encoding': 'gzip' }),
		});
		sent += body.length;
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: `http://127.0.0.1:${toPort(server)}`,
		sent: () => sent,
		stop: () => stop(server),
	};
}

function findFile(folders: Readonly<Record<string, string>>, path: string): string | undefined {
	const mounts = Object.keys(folders).sort((a, b) => b.length - a.length);
	const mount = mounts.find((prefix) => path.startsWith(prefix)) ?? '/';
	const file = join(folders[mount] ?? '.', normalize(`/${path.slice(mount.length)}`));
	const index = existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
	return existsSync(index) ? index : undefined;
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
