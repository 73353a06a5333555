import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A folder on a port of this machine. */
export interface Served {
	origin: string;
	stop: () => void;
}

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
};

/** Serves a built site as hosts do, text with gzip, on a port that is free. */
export async function serve(folder: string): Promise<Served> {
	const server = createServer((request, response) => {
		const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
		const file = findFile(folder, path);
		if (file === undefined) return response.writeHead(404).end();
		const type = types[extname(file)];
		const body = readFileSync(file);
		if (type === undefined) return response.end(body);
		response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' });
		return response.end(gzipSync(body, { level: 9 }));
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port.');
	const stop = () => {
		server.close();
		server.closeAllConnections();
	};
	return { origin: `http://127.0.0.1:${address.port}`, stop };
}

function findFile(folder: string, path: string): string | undefined {
	const file = join(folder, normalize(path));
	if (!existsSync(file)) return undefined;
	if (!statSync(file).isDirectory()) return file;
	return findFile(folder, `${path}/index.html`);
}
