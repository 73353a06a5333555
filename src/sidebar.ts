import type { NavigationIndex, NavigationNode, NavigationTopic } from './navigation.ts';

/** What the sidebar of a page lists. */
export type SidebarItem =
	| { type: 'link'; id: string; label: string }
	| { type: 'group'; label: string; items: SidebarItem[] };

/** A longer branch is open only on its own pages. */
const mostClosed = 20;

/** A site of so many pages shows them all. */
const mostPages = 160;

/** Of a longer list, the part around the page is shown, and a link to all of it. */
const mostListed = 40;

/** What a page is, on the way down to it. */
interface Here {
	id: string;
	/** The ids of the pages above. */
	path: ReadonlySet<string>;
	/** Whether branches stand open that do not lead to the page. */
	isSmall: boolean;
}

/**
 * The sidebar of a page: all pages of a small site; of a large one the branches that lead to the
 * page, so that no page grows with their number.
 */
export function toSidebar(navigation: NavigationIndex, id: string): SidebarItem[] {
	const { topics, others, byId, list } = navigation;
	const located = byId.get(id);
	const isSmall = list.length <= mostPages;
	const here: Here = { id, path: new Set([...(located?.parents ?? []), id]), isSmall };
	const inner = toItems(others, here, undefined);
	const [only] = topics;
	if (only !== undefined && topics.length === 1)
		return [...toItems(only.below, here, only), ...inner];
	const holds = (topic: NavigationTopic) =>
		here.path.has(topic.id) || (topic.id === '' && isBelow(topic, here));
	return [...topics.map((topic) => toTopic(topic, isSmall || holds(topic), here)), ...inner];
}

/** Whether the page is in the branches of the topic at the root, which has no id of its own. */
function isBelow({ below }: NavigationTopic, { id, path }: Here): boolean {
	return id === '' || below.some((node) => path.has(node.id));
}

function toTopic(topic: NavigationTopic, isOpen: boolean, here: Here): SidebarItem {
	const label = topic.icon === undefined ? topic.title : `${topic.icon} ${topic.title}`;
	if (!isOpen || topic.below.length === 0) return { type: 'link', id: topic.id, label };
	const own: SidebarItem = { type: 'link', id: topic.id, label: 'Overview' };
	return { type: 'group', label, items: [own, ...toItems(topic.below, here, topic)] };
}

function toItems(
	nodes: readonly NavigationNode[],
	here: Here,
	above: NavigationNode | undefined,
): SidebarItem[] {
	if (nodes.length <= mostListed) return nodes.map((node) => toItem(node, here));
	const at = Math.max(
		0,
		nodes.findIndex(({ id }) => here.path.has(id)),
	);
	const from = Math.max(0, Math.min(at - mostListed / 2, nodes.length - mostListed));
	const shown = nodes.slice(from, from + mostListed).map((node) => toItem(node, here));
	const all = { type: 'link', id: above?.id ?? 'a-z', label: `All ${nodes.length}` } as const;
	return [...shown, all];
}

function toItem(node: NavigationNode, here: Here): SidebarItem {
	const { id, title, below } = node;
	const link: SidebarItem = { type: 'link', id, label: title };
	const isOpen = here.path.has(id) || (here.isSmall && below.length <= mostClosed);
	if (below.length === 0 || !isOpen) return link;
	return {
		type: 'group',
		label: title,
		items: [{ ...link, label: 'Overview' }, ...toItems(below, here, node)],
	};
}
