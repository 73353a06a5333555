import type { Kind } from './notes/notes.ts';
import type { Topic } from './notes/notes.ts';
import type { SitePage } from './reference/pages/page.ts';

/** A page with the pages below it, as the sidebar shows them. */
export interface NavigationNode {
	/** The address without slashes. */
	id: string;
	title: string;
	below: NavigationNode[];
}

/** A file of notes with its pages. */
export interface NavigationTopic extends NavigationNode {
	icon?: string | undefined;
}

/** All pages of the site as a tree. It travels as JSON, because it is asked for on each page. */
export interface Navigation {
	topics: NavigationTopic[];
	/** What belongs to no topic. */
	others: NavigationNode[];
	/** What pages are about, each once. */
	kinds: Kind[];
}

/** Makes the tree of all pages, which are in the order of the site. */
export function toNavigation(
	pages: readonly SitePage[],
	topics: readonly Pick<Topic, 'name' | 'title' | 'hints' | 'plan'>[],
): Navigation {
	const nodes = new Map(
		pages.map(({ id, title }): [string, NavigationNode] => [id, { id, title, below: [] }]),
	);
	const named = new Map(
		topics.map(({ name, title, hints, plan }): [string, NavigationTopic] => {
			const own = nodes.get(plan.prefix);
			const node = { id: plan.prefix, title, below: own?.below ?? [] };
			return [name, { ...node, ...(hints.icon !== undefined && { icon: hints.icon }) }];
		}),
	);
	const prefixes = new Set(topics.map(({ plan }) => plan.prefix));
	const others: NavigationNode[] = [];
	for (const { id, parents, topic } of pages) {
		const node = nodes.get(id);
		if (node === undefined || prefixes.has(id)) continue;
		const above = nodes.get(parents.at(-1) ?? '') ?? named.get(topic ?? '');
		(above?.below ?? others).push(node);
	}
	const kinds = [...new Set(pages.map(({ kind }) => kind))];
	return { topics: [...named.values()], others, kinds };
}

/** A page in the tree. */
export interface Located {
	title: string;
	/** The place in the order of the site. */
	index: number;
	/** The ids of the pages above. */
	parents: readonly string[];
}

/** The tree with ways to find pages in it. */
export interface NavigationIndex extends Navigation {
	byId: ReadonlyMap<string, Located>;
	/** Every page but the one at the root, in the order of the site. */
	list: readonly NavigationNode[];
}

/** Reads the tree once, so that a page only has to look itself up. */
export function toIndex(navigation: Navigation): NavigationIndex {
	const byId = new Map<string, Located>();
	const list: NavigationNode[] = [];
	const add = (node: NavigationNode, parents: readonly string[]): void => {
		const isPage = node.id !== '';
		if (isPage) {
			byId.set(node.id, { title: node.title, index: list.length, parents });
			list.push(node);
		}
		for (const child of node.below) add(child, isPage ? [...parents, node.id] : parents);
	};
	for (const node of [...navigation.topics, ...navigation.others]) add(node, []);
	return { ...navigation, byId, list };
}
