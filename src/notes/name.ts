import type { Topic } from './topic.ts';

/** The name of a site of many topics that do not say theirs. */
const fallback = 'Notes';

/** What the site is called: as one of its files says, or else as the one at its root is. */
export function toSiteName(topics: readonly Pick<Topic, 'title' | 'hints' | 'plan'>[]): string {
	const said = topics.find(({ hints }) => hints.site !== undefined)?.hints.site;
	const root = topics.find(({ plan }) => plan.prefix === '');
	return said ?? root?.title ?? fallback;
}
