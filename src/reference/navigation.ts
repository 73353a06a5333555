import type { PlannedTopic } from '../notes/notes.ts';
import type { PageKind, SitePage } from './pages.ts';
import { toFolderTitle } from '../notes/notes.ts';

/** A page with the pages below it. */
export interface NavigationNode {
	/** The address without slashes. */
	id: string;
	title: string;
	below: NavigationNode[];
}

/** A file of notes with its pages. */
export interface NavigationTopic extends NavigationNode {
	icon?: string | undefined;
	/** What the folders are called that it lies in, outermost first. */
	folders?: readonly string[];
}

/** All pages of the site as a tree. It travels as JSON, because it is asked for on each page. */
export interface Navigation {
	topics: NavigationTopic[];
	/** What belongs to no topic. */
	others: NavigationNode[];
	/** What pages are about, each once. */
	kinds: PageKind[];
}

/** A page in the tree. */
interface Located {
	title: string;
	/** The place in the order of the tree. */
	index: number;
	/** The ids of the pages above. */
	parents: readonly string[];
}

/** The tree with ways to find pages in it. */
export interface NavigationIndex extends Navigation {
	byId: ReadonlyMap<string, Located>;
	/** Every page but the one at the root, in the order of the tree. */
	list: readonly NavigationNode[];
}

/** What the sidebar of a page lists. */
export type SidebarItem =
	| { type: 'link'; id: string; label: string }
	| { type: 'group'; label: string; items: SidebarItem[] };

/** Makes the tree of all pages, which are in the order of the site. */
export function toNavigation(
	pages: readonly SitePage[],
	topics: readonly Pick<PlannedTopic, 'name' | 'folders' | 'title' | 'hints' | 'plan'>[],
): Navigation {
	const nodes = new Map(
		pages.map(({ id, title }): [string, NavigationNode] => [id, { id, title, below: [] }]),
	);
	const named = new Map(
		topics.map(({ name, folders, title, hints, plan }): [string, NavigationTopic] => {
			const { prefix: id } = plan;
			const own = { id, title, icon: hints.icon, folders: folders.map(toFolderTitle) };
			return [name, { ...own, below: nodes.get(id)?.below ?? [] }];
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

/** Finds every page of the tree, for breadcrumbs and for the pages before and behind. */
export function toIndex(navigation: Navigation): NavigationIndex {
	const byId = new Map<string, Located>();
	const list: NavigationNode[] = [];
	const add = (node: NavigationNode, parents: readonly string[]): void => {
		const { id, title, below } = node;
		if (id !== '') {
			byId.set(id, { title, index: list.length, parents });
			list.push(node);
		}
		for (const child of below) add(child, id === '' ? parents : [...parents, id]);
	};
	for (const node of [...navigation.topics, ...navigation.others]) add(node, []);
	return { ...navigation, byId, list };
}

/**
 * A site of no more than `all` pages, of which `shown` are in no long branch, shows those everywhere; a
 * branch longer than `open` is open only on its own pages.
 */
const most = { all: 400, shown: 160, open: 20, listed: 40 };

/** Where a page is, and what stands open for it. */
interface Here {
	id: string;
	/** The ids of the page and of those above. */
	path: ReadonlySet<string>;
	/** Whether branches stand open that do not lead to the page. */
	isSmall: boolean;
}

/**
 * The sidebar of a page: all pages of a small site; of a large one the branches that lead to the
 * page, so that no page grows with their number.
 */
export function toSidebar({ topics, others, byId, list }: NavigationIndex, id: string) {
	const path = new Set([...(byId.get(id)?.parents ?? []), id]);
	const isSmall = list.length <= most.all && countShown(topics, others) <= most.shown;
	const here: Here = { id, path, isSmall };
	const [only] = topics;
	const items =
		only !== undefined && topics.length === 1
			? toItems(only.below, here, only.id)
			: toFolders(topics, 0, here);
	return [...items, ...toItems(others, here)];
}

/** Files of one folder are a group, in the order of the site. */
function toFolders(topics: readonly NavigationTopic[], depth: number, here: Here): SidebarItem[] {
	const groups = Map.groupBy(topics, ({ folders, id }) => folders?.[depth] ?? `/${id}`);
	return [...groups].flatMap(([label, own]): SidebarItem[] => {
		const isFolder = own.some(({ folders = [] }) => folders.length > depth);
		if (!isFolder) return own.map((topic) => toTopic(topic, here));
		return [{ type: 'group', label, items: toFolders(own, depth + 1, here) }];
	});
}

/** How many pages stand in the sidebar where no branch is open for the page itself. */
function countShown(topics: readonly NavigationNode[], others: readonly NavigationNode[]): number {
	const countAll = (nodes: readonly NavigationNode[]): number =>
		nodes.reduce((sum, { below }) => sum + 1 + (below.length > most.open ? 0 : countAll(below)), 0);
	return countAll([...topics.flatMap(({ below }) => below), ...others]) + topics.length;
}

function toTopic(topic: NavigationTopic, here: Here): SidebarItem {
	const { id, title, icon, below } = topic;
	const label = icon === undefined ? title : `${icon} ${title}`;
	// The topic at the root has no id that could stand on the way to a page.
	const holds = here.path.has(id) || (id === '' && below.some((node) => here.path.has(node.id)));
	return toGroup({ id, title: label, below }, here.isSmall || holds, here);
}

function toItems(nodes: readonly NavigationNode[], here: Here, above = 'a-z'): SidebarItem[] {
	const toItem = (node: NavigationNode) =>
		toGroup(node, here.path.has(node.id) || (here.isSmall && node.below.length <= most.open), here);
	if (nodes.length <= most.listed) return nodes.map(toItem);
	// Of a longer list, the part around the page and a link to all of it.
	const at = nodes.findIndex(({ id }) => here.path.has(id));
	const from = Math.max(0, Math.min(at - most.listed / 2, nodes.length - most.listed));
	const shown = nodes.slice(from, from + most.listed).map(toItem);
	return [...shown, { type: 'link', id: above, label: `All ${nodes.length}` }];
}

function toGroup({ id, title, below }: NavigationNode, isOpen: boolean, here: Here): SidebarItem {
	const link = { type: 'link', id, label: title } as const;
	if (below.length === 0 || !isOpen) return link;
	const own = { ...link, label: 'Overview' };
	return { type: 'group', label: title, items: [own, ...toItems(below, here, id)] };
}
