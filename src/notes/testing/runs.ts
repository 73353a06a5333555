import type { Parameters } from 'fast-check';

/** How many times more documents are tried than usual. `RUNS=50 npm run test:long` */
const factor = Number(process.env['RUNS'] ?? 1);

/** The same documents each time, so that no change fails by another's chance; the long run has new ones. */
const seed = Number(process.env['SEED'] ?? (factor > 1 ? Date.now() % 2 ** 31 : 20261125));

/** How a property is tried: a failure prints the seed, which `SEED` repeats, and the smallest case. */
export function settings<T>(runs: number): Parameters<T> {
	return { numRuns: runs * factor, seed, endOnFailure: false };
}

/** A share of the documents that are tried. */
export function share(runs: number, part: number): number {
	return runs * factor * part;
}
