import { clientsClaim } from 'workbox-core';
import { matchPrecache, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';

/** All files that are kept, put in by `precache.ts`. */
declare const files: PrecacheEntry[];

// Without `skipWaiting`: a new version waits until no page of the old one is open.
clientsClaim();
// Nothing on the site is another thing for a parameter: `/search/?q=`, `?fill=`.
precacheAndRoute(files, { ignoreURLParametersMatching: [/./] });
registerRoute(
	({ request }) => request.mode === 'navigate',
	new NetworkOnly({ plugins: [{ handlerDidError: () => matchPrecache('404.html') }] }),
);
