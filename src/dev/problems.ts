import type { AstroIntegration } from 'astro';
import { askEvent, newsEvent, type News } from './news.ts';

type Server = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/** The page while there is no good one yet: the panel says why. */
const empty =
	'<!doctype html><html lang="en"><meta charset="utf-8"><title>Problems</title>' +
	'<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">' +
	'<p style="font: 1rem/1.6 system-ui; margin: 2rem">The site shows here as soon as the notes have no error.' +
	'<script type="module" src="/src/dev/panel.ts"></script>';

/**
 * Shows problems of notes and facts in the browser while somebody writes: a panel on each page of the
 * development server. Nothing of it gets into a build.
 */
export function problemsInBrowser(): AstroIntegration {
	return {
		name: 'problems-in-browser',
		hooks: {
			'astro:config:setup': ({ command, injectScript }) => {
				if (command === 'dev') injectScript('page', `import '/src/dev/panel.ts';`);
			},
			'astro:server:setup': ({ server }) => spread(server),
		},
	};
}

/** Takes the news from the loader and gives them to all pages, now and when they open. */
function spread(server: Server): void {
	let last: News = { notices: [], isOk: true };
	let hasPages = false;
	server.watcher.on(newsEvent, (news: News) => {
		last = news;
		hasPages ||= news.isOk;
		server.ws.send(newsEvent, news);
	});
	server.ws.on(askEvent, (_, client) => client.send(newsEvent, last));
	server.middlewares.use((request, response, next) => {
		const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html');
		if (hasPages || last.isOk || !isPage) return next();
		server.transformIndexHtml(request.url ?? '/', empty).then((html) => {
			response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
		}, next);
	});
}
