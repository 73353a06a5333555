import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A built site on a port of this machine, for the tests and the bench. */
export interface Server {
	origin: string;
	/** Serves another folder from now on, as after a new version was published. */
	change: (folder: string) => void;
	stop: () => Promise<void>;
}

/** What is sent with gzip, by the end of its name. */
const texts: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
};

/**
 * Serves a built site as hosts do, below a base path that ends with `/`, on a port that is free: text
 * with gzip, and the page for missing pages where nothing stands.
 */
export async function serve(folder: string, base = '/'): Promise<Server> {
	let served = folder;
	const server = createServer(({ url = '/' }, response) => {
		const path = decodeURI(new URL(url, 'http://localhost').pathname);
		const found = path.startsWith(base) ? findFile(served, path.slice(base.length)) : undefined;
		const file = found ?? join(served, '404.html');
		const type = texts[extname(file)];
		const body = readFileSync(file);
		response.writeHead(found === undefined ? 404 : 200, {
			'content-type': type ?? 'application/octet-stream',
			'cache-control': 'no-cache',
			...(type !== undefined && { 'content-encoding': 'gzip' }),
		});
		response.end(type === undefined ? body : gzipSync(body, { level: 9 }));
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port.');
	return {
		origin: `http://127.0.0.1:${address.port}`,
		change: (next) => (served = next),
		stop: () => {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(() => resolve()));
		},
	};
}

/** A folder stands for its `index.html`. */
function findFile(folder: string, path: string): string | undefined {
	const file = join(folder, normalize(`/${path}`));
	const index = existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
	return existsSync(index) ? index : undefined;
}
