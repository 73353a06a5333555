import type { HookParameters } from 'astro';
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** What a page says when it can hear the development server: when it was asked for, in ms. */
const loaded = 'docker-notes:loaded';

/** The script of every page while writing. Vite keeps what it sends until there is a connection. */
export const sayLoaded = `import.meta.hot?.send('${loaded}', { at: performance.timeOrigin });`;

/** For this long Astro takes word of a written store for the echo of its own, in milliseconds. */
const echo = 1000;

/**
 * Sees to it that no page of before stays when a save is stored while pages are under way. Astro would
 * keep what such a request found as if it were new: it is told once more, through its own watcher, that
 * the store was written. And a page that could not yet hear that it is old is loaded again.
 */
export function forgetLatePages(server: HookParameters<'astro:server:setup'>['server']): void {
	const store = join(server.config.root, '.astro', 'data-store.json');
	const isStoredAfter = (time: number) =>
		(statSync(store, { throwIfNoEntry: false })?.mtimeMs ?? 0) > time;
	let timer: NodeJS.Timeout | undefined;
	server.middlewares.use((_request, response, next) => {
		const asked = Date.now();
		response.on('close', () => {
			if (!isStoredAfter(asked)) return;
			clearTimeout(timer);
			timer = setTimeout(() => server.watcher.emit('change', store), 2 * echo);
		});
		next();
	});
	server.ws.on(loaded, ({ at }: { at: number }, client) => {
		if (isStoredAfter(at)) client.send({ type: 'full-reload' });
	});
}
