import type { AstroIntegration } from 'astro';
import type { Broken, Site } from '../site.ts';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isError } from '../input/message.ts';
import { once } from '../input/once.ts';
import { toEnvironment } from '../env.ts';
import { reading } from '../input/reading.ts';
import { renderMessages } from '../input/report.ts';
import { renderHeaders } from './headers.ts';
import { forgetLatePages, sayLoaded } from './invalidation.ts';
import { toTextSections } from '../search/sections.ts';
import { renderIndex, toMediaType, type IndexFile } from './pagefind.ts';
import { writeWorker } from './precache.ts';

/**
 * What is made besides pages: the full-text index (pagefind.ts), `_headers` for hosts that read it
 * (headers.ts) and the service worker, which comes last because it lists all files (precache.ts). The
 * policy of pages is Astro's, with what policy.ts tells it. While writing, the index is answered from
 * memory, what is wrong with the notes lies over the page, and no page stays that missed a save
 * (invalidation.ts).
 */
export function publish(): AstroIntegration {
	let index: () => Promise<IndexFile[]> = () => Promise.resolve([]);
	return {
		name: 'publish',
		hooks: {
			'astro:config:setup': ({ command, injectScript }) => {
				if (command === 'dev') injectScript('page', sayLoaded);
				reading.subscribe((read) => {
					const site = read as Site | Broken;
					if (!site.ok) return;
					// Not the site itself, which would stay in memory as long as the index.
					const sections = toTextSections(site.pages, site.topics.length > 1);
					index = once(() => renderIndex(sections));
					// Pagefind is a process of its own: it works while pages are rendered.
					if (command === 'build') index().catch(() => undefined);
				});
			},
			'astro:server:setup': ({ server }) => {
				let last: Site | Broken | undefined;
				const show = () => {
					if (last?.ok === false) server.ws.send({ type: 'error', err: toOverlay(last) });
				};
				reading.subscribe((read) => {
					const wasBroken = last?.ok === false;
					last = read as Site | Broken;
					if (wasBroken && last.ok) server.ws.send({ type: 'full-reload' });
					show();
				});
				// A page that is loaded again has lost it.
				server.ws.on('connection', show);
				forgetLatePages(server);
				const { base } = toEnvironment(process.env);
				server.middlewares.use(`${base}pagefind/`, (request, response, next) => {
					const path = decodeURI((request.url ?? '').replace(/^\/|\?.*$/g, ''));
					index().then((files) => {
						const file = files.find((each) => each.path === path);
						if (file === undefined) return next();
						response.setHeader('content-type', toMediaType(path));
						response.end(file.content);
					}, next);
				});
			},
			'astro:build:done': async ({ dir }) => {
				const folder = fileURLToPath(dir);
				const { base, offline } = toEnvironment(process.env);
				for (const { path, content } of await index()) {
					const file = join(folder, 'pagefind', path);
					await mkdir(dirname(file), { recursive: true });
					await writeFile(file, content);
				}
				await writeFile(join(folder, '_headers'), renderHeaders(base));
				if (offline) await writeWorker(folder);
			},
		},
	};
}

/** The errors as Vite shows them; `stack` is what its overlay lists below the message. */
function toOverlay({ messages }: Broken) {
	return { message: renderMessages(messages.filter(isError), 'build'), stack: '' };
}
