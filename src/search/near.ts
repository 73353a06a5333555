import type { Entry } from './entry.ts';
import { distance } from 'fastest-levenshtein';
import { toKey } from './tokens.ts';
import { most } from './weights.ts';

/** The instructions, commands and checks that are written most like a query that found nothing. */
export function toNearest(query: string, entries: readonly Entry[]): Entry[] {
	const key = toKey(query).slice(0, most.letters);
	return entries
		.filter(({ owner, isHeading }) => owner === undefined && !isHeading)
		.map((entry) => ({
			entry,
			far: Math.min(...entry.names.map((name) => toFar(toKey(name), key))),
		}))
		.sort((a, b) => a.far - b.far)
		.slice(0, most.nearest)
		.map(({ entry }) => entry);
}

/** Long names are not far just for being long. */
function toFar(name: string, key: string): number {
	return distance(name, key) / Math.max(name.length, key.length);
}
