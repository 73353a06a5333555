import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** A built site that is served as hosts serve it. */
export interface Server {
	origin: string;
	/** Serves another folder from now on, as after a new version was published. */
	change: (folder: string) => void;
	stop: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.pdf': 'application/pdf',
};

/** Serves a folder below a base path, which ends with `/`; without a port, on one that is free. */
export async function serve(folder: string, base = '/', port = 0): Promise<Server> {
	let served = folder;
	const server = createServer(({ url = '/' }, response) => {
		const path = decodeURI(new URL(url, 'http://localhost').pathname);
		const file = path.startsWith(base) ? join(served, path.slice(base.length)) : '';
		const index = path.endsWith('/') ? join(file, 'index.html') : file;
		const isFile = existsSync(index) && statSync(index).isFile();
		const sent = isFile ? index : join(served, '404.html');
		response.writeHead(isFile ? 200 : 404, {
			'content-type': types[extname(sent)] ?? 'application/octet-stream',
			'cache-control': 'no-cache',
		});
		createReadStream(sent).pipe(response);
	});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		change: (next) => (served = next),
		stop: () => {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(() => resolve()));
		},
	};
}
