import type { Group } from './model.ts';

/** Groups that stand one behind the other on a side. */
export interface Stretch {
	groups: Group[];
	/** Whether each has one card alone, which needs no heading above it on a screen. */
	isSingles: boolean;
}

/** The groups of a side, those with one card alone put together: a row for each would be mostly empty. */
export function toStretches(groups: readonly Group[]): Stretch[] {
	const stretches: Stretch[] = [];
	for (const group of groups) {
		const isSingles = isSingle(group);
		const last = stretches.at(-1);
		if (last?.isSingles === isSingles) last.groups.push(group);
		else stretches.push({ groups: [group], isSingles });
	}
	return stretches;
}

function isSingle({ cards: [card, ...others] }: Group): boolean {
	return others.length === 0 && card?.isAlone === true;
}
