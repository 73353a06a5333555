import type { Section } from './outline.ts';

/** So many words are enough for a page: about eight lines of a list. */
const enough = 60;

/**
 * The depth of the headings that get a page of their own. The top level does, and the level below it
 * where at least half of its sections have enough to say, or where there is only one section above.
 */
export function choosePages(groups: readonly Section[], source: string): number {
	if (groups.length === 0) return 1;
	const top = Math.min(...groups.map(({ depth }) => depth));
	const below = groups.flatMap(({ children }) => children).filter(({ title }) => title !== '');
	const large = below.filter((section) => countWords(section, source) >= enough);
	const isWorth = below.length > 0 && (large.length * 2 >= below.length || groups.length === 1);
	return isWorth ? top + 1 : top;
}

function countWords({ start, end }: Section, source: string): number {
	return source.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
