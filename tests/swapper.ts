/**
 * Publishes one version after the other into the folder that it is given, as fast as it can, until it
 * is killed. Each version is a few files that all say which one it is.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { swap, toPlaces } from '../src/output/swap.ts';

const places = toPlaces(process.argv[2] ?? '', process.pid);

for (let version = 1; ; version += 1) {
	mkdirSync(places.next);
	for (let at = 0; at < 5; at += 1) writeFileSync(join(places.next, `${at}.txt`), `${version}`);
	swap(places);
}
