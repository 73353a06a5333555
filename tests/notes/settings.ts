import type { Parameters } from 'fast-check';

/** How many times more documents are tried than usual. `RUNS=50 npm run test:long` */
const factor = Number(process.env['RUNS'] ?? 1);

/** The same documents each time, so that no change fails by another's chance. `SEED=2 …` has others. */
const seed = Number(process.env['SEED'] ?? 20261125);

/** How a property is tried: a failure prints the seed and the smallest case. */
export function settings<T>(runs: number): Parameters<T> {
	return { numRuns: runs * factor, seed, endOnFailure: false };
}
