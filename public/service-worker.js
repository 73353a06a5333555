// Takes the worker back that a site at this address has left in a browser, with all that it kept.
// A build puts the real one in its place, but not with OFFLINE=no; see README.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
	const { registration, clients, location } = self;
	const names = (await caches.keys()).filter((name) => name.endsWith(registration.scope));
	await Promise.all(names.map((name) => caches.delete(name)));
	await registration.unregister();
	// An author wants the page of the development server; a reader is not disturbed.
	if (!/^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname)) return;
	for (const client of await clients.matchAll({ type: 'window' })) client.navigate(client.url);
}
