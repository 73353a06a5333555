import type { Entry } from './entry.ts';
import { shares } from './weights.ts';

/** An entry that answers a query, and how well. */
export interface Ranked {
	entry: Entry;
	/** Above 1 when a whole name was matched; see `tiers` in weights.ts. */
	score: number;
}

/** Entries by their scores, the best first; equal ones in the order of the index. */
export function toOrdered(
	scores: ReadonlyMap<number, number>,
	entries: readonly Entry[],
): Ranked[] {
	return [...scores]
		.flatMap(([index, score]) => {
			const entry = entries[index];
			if (entry === undefined) return [];
			const order = shares.order * (1 - index / entries.length);
			const rank = (entry.owner ? 0 : shares.page) + (entry.kind === 'option' ? shares.option : 0);
			return [{ entry, score: score * (entry.isAside ? shares.aside : 1) + order + rank }];
		})
		.sort((a, b) => b.score - a.score);
}
