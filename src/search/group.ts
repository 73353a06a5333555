import type { Kind } from './entry.ts';
import type { Hit } from './hit.ts';

/** Results under one heading; the first group is the best answer alone and has none. */
export interface Group {
	kind?: Kind | 'text' | 'near';
	hits: Hit[];
}

/**
 * The order in which results are shown: the best one, then the others by kind, kinds in the order of
 * their best result. What the full text adds stands below, so that nothing above it moves.
 */
export function toGroups(hits: readonly Hit[], texts: readonly Hit[]): Group[] {
	const [best, ...others] = hits;
	const kinds = [...new Set(others.map(({ kind }) => kind))];
	const groups: Group[] = [
		{ hits: best === undefined ? [] : [best] },
		...kinds.map((kind) => ({ kind, hits: others.filter((hit) => hit.kind === kind) })),
		{ kind: 'text', hits: [...texts] },
	];
	return groups.filter(({ hits }) => hits.length > 0);
}
