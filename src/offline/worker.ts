/// <reference lib="webworker" />
import type { WorkboxPlugin } from 'workbox-core/types.js';
import type { Kept } from './kept.ts';
import { cacheNames, clientsClaim, registerQuotaErrorCallback } from 'workbox-core';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { isHashed, missingPage } from './kept.ts';

declare const self: ServiceWorkerGlobalScope;

/** Put in by the build, see `src/output/worker.ts`. */
declare const kept: Kept;

const scope = new URL('./', self.location.href).href;

/** Where files of the version before stand, for tabs that are still open with its pages. */
const before = `before-${scope}`;

/**
 * Keeps the whole site on the reader's machine. A version is there whole or not at all: each file is
 * compared with its hash, and the pages that are open go on with the old version until the reader
 * asks for the new one, or none is open any more.
 */
const precache = new PrecacheController({ plugins: [toAnyMissing()] });

precache.addToCacheList(
	[...kept.pages, ...(isSaving() ? [] : kept.downloads)].map(([url, hash]) => ({
		url,
		revision: isHashed(url) ? null : hash,
		integrity: `sha256-${hash}`,
	})),
);

self.addEventListener('install', (event) => event.waitUntil(fill(event)));
self.addEventListener('activate', (event) =>
	event.waitUntil(keepBefore().then(() => precache.activate(event))),
);
self.addEventListener('fetch', heal);
self.addEventListener('message', ({ data }) => void (data === 'change' && self.skipWaiting()));
clientsClaim();

registerRoute(
	new PrecacheRoute(precache, {
		cleanURLs: false,
		directoryIndex: '',
		// Nothing on the site is another thing for a parameter: `/search/?q=`, `?fill=`, `?ts=`.
		ignoreURLParametersMatching: [/^/],
		urlManipulation: ({ url }) =>
			url.pathname.endsWith('/index.html') ? [new URL('./', url)] : [],
	}),
);
registerRoute(
	({ url, sameOrigin }) => sameOrigin && isHashed(toPath(url)),
	async ({ request }) => (await caches.match(request, { cacheName: before })) ?? fetch(request),
);
registerRoute(
	({ request, sameOrigin }) => sameOrigin && request.mode === 'navigate',
	async ({ request, url }) => {
		const folder = `${url.origin}${url.pathname}/`;
		if (precache.getCacheKeyForURL(folder)) return Response.redirect(folder + url.search, 301);
		return fetch(request).catch(toMissing);
	},
);
// What is not there any more (an emptied cache), and another thing on the server by now.
setCatchHandler(({ request }) => fetch(request));

// An update needs room for two versions. Pages may then make room by giving up the old one.
registerQuotaErrorCallback(async () => {
	if (!self.registration.active) return;
	for (const client of await self.clients.matchAll()) client.postMessage('full');
});

/** Whether the reader asked for little data, or has a network that does not carry more. */
function isSaving(): boolean {
	// https://developer.mozilla.org/en-US/docs/Web/API/NetworkInformation
	type Connection = { saveData?: boolean; effectiveType?: string };
	const { connection } = self.navigator as WorkerNavigator & { connection?: Connection };
	return connection?.saveData === true || /2g/.test(connection?.effectiveType ?? '');
}

/** Some servers send the page for missing pages as missing even under its own address. */
function toAnyMissing(): WorkboxPlugin {
	return {
		cacheWillUpdate: async ({ request, response }) => {
			if (response.ok) return response;
			return request.url.endsWith(missingPage) ? withStatus(response, 200) : null;
		},
	};
}

async function toMissing(): Promise<Response> {
	const page = await precache.matchPrecache(missingPage);
	return page ? withStatus(page, 404) : Response.error();
}

function withStatus({ body, headers }: Response, status: number): Response {
	return new Response(body, { status, headers });
}

/** Puts aside what the new version has no more, before it is cleaned away. */
async function keepBefore(): Promise<void> {
	const cache = await caches.open(cacheNames.precache);
	const now = new Set(precache.getURLsToCacheKeys().values());
	await caches.delete(before);
	for (const request of await cache.keys()) {
		if (now.has(request.url) || !isHashed(toPath(new URL(request.url)))) continue;
		const [response, aside] = await Promise.all([cache.match(request), caches.open(before)]);
		// Without room, an open tab has to reload; that is no reason to stay with the old version.
		if (response) await aside.put(request, response).catch(() => undefined);
	}
}

let isWhole = false;

/** Fetches again what browsers or readers have cleared away, once for each start of the worker. */
function heal(event: FetchEvent): void {
	if (isWhole || event.request.mode !== 'navigate') return;
	isWhole = true;
	event.waitUntil(fill(event).catch(() => undefined));
}

/**
 * Fetches what is not kept yet, some files at a time: the library goes one by one, and a thousand
 * round trips in a row take minutes on a phone. Rejects when a file is missing or another.
 */
async function fill(event: ExtendableEvent): Promise<void> {
	const cache = await caches.open(cacheNames.precache);
	const there = new Set((await cache.keys()).map(({ url }) => url));
	const missing = [...precache.getURLsToCacheKeys()].filter(([, key]) => !there.has(key));
	const queue = missing.values();
	const lane = async () => {
		for (const [url, cacheKey] of queue) {
			const integrity = precache.getIntegrityForCacheKey(cacheKey) ?? '';
			const request = new Request(url, {
				integrity,
				cache: url === cacheKey ? 'default' : 'reload',
			});
			const params = { cacheKey, integrity };
			await Promise.all(precache.strategy.handleAll({ event, request, params }));
		}
	};
	await Promise.all(Array.from({ length: 6 }, lane));
}

function toPath({ href }: URL): string {
	return href.startsWith(scope) ? href.slice(scope.length) : href;
}
