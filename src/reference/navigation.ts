import type { PlannedTopic } from '../notes/notes.ts';
import type { PageKind, SitePage } from './pages.ts';
import { nameToTitle } from '../notes/notes.ts';

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

/** A line of the sidebar with the lines below it, where it leads to the page or is the page. */
export interface SidebarItem {
	/** The id of the page that it leads to; a folder has no page. */
	id?: string;
	label: string;
	items: SidebarItem[];
}

/** Makes the tree of all pages, which are in the order of the site. */
export function toNavigation(
	pages: readonly SitePage[],
	topics: readonly Pick<PlannedTopic, 'name' | 'folders' | 'title' | 'hints' | 'plan'>[],
): Navigation {
	const nodes = new Map(
		pages.map(({ id, title }): [string, NavigationNode] => [id, { id, title, below: [] }]),
	);
	const spoken = new Map(
		topics
			.filter(({ folders, plan }) => speaksFor(plan.prefix, folders.length))
			.map(({ folders, title }) => [folders.join('/'), title]),
	);
	const toNames = (folders: readonly string[]) =>
		folders.map((own, at) => spoken.get(folders.slice(0, at + 1).join('/')) ?? nameToTitle(own));
	const named = new Map(
		topics.map(({ name, folders, title, hints, plan }): [string, NavigationTopic] => {
			const { prefix: id } = plan;
			const own = { id, title, icon: hints.icon, folders: toNames(folders) };
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

/** Whether a file is a `README.md` of its folder, so many levels deep: it has the folder's address. */
function speaksFor(id: string, depth: number): boolean {
	return id !== '' && id.split('/').length === depth;
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

/** So many pages of one branch are listed. */
const most = 200;

/** Pages that readers of the facts do not look for; the notes and the A–Z lead there. */
const hidden: ReadonlySet<string> = new Set(['corrections']);

/** The sidebar of a page: the first level, and below it only the branches that lead to the page. */
export function toSidebar(navigation: NavigationIndex, id: string): SidebarItem[] {
	const { topics, others, byId } = navigation;
	const path = new Set([...(byId.get(id)?.parents ?? []), id]);
	const [only] = topics;
	const items =
		only !== undefined && topics.length === 1
			? toItems(only.below, path, only.id)
			: toFolders(topics, 0, path);
	return [...items, ...toItems(others, path)];
}

/** Files of one folder are a group, in the order of the site, called as its `README.md` is. */
function toFolders(
	topics: readonly NavigationTopic[],
	depth: number,
	path: ReadonlySet<string>,
): SidebarItem[] {
	const groups = Map.groupBy(topics, ({ folders, id }) => folders?.[depth] ?? `/${id}`);
	return [...groups].flatMap(([label, own]): SidebarItem[] => {
		const isFolder = own.some(({ folders = [] }) => folders.length > depth);
		if (!isFolder) return own.map((topic) => toTopic(topic, path));
		const first = own.find(({ id }) => speaksFor(id, depth + 1));
		const others = own.filter((topic) => topic !== first);
		const files = toFolders(others, depth + 1, path);
		if (first === undefined) return [{ label, items: files }];
		const { items, ...line } = toTopic(first, path);
		return [{ ...line, items: [...items, ...files] }];
	});
}

function toTopic({ id, title, icon, below }: NavigationTopic, path: ReadonlySet<string>) {
	// The topic at the root has no id that could stand on the way to a page.
	const isOpen = path.has(id) || (id === '' && below.some((node) => path.has(node.id)));
	const label = icon === undefined ? title : `${icon} ${title}`;
	return { id, label, items: isOpen ? toItems(below, path, id) : [] };
}

function toItems(
	all: readonly NavigationNode[],
	path: ReadonlySet<string>,
	above = 'a-z',
): SidebarItem[] {
	const nodes = all.filter(({ id }) => !hidden.has(id));
	const toItem = ({ id, title, below }: NavigationNode): SidebarItem => ({
		...{ id, label: title, items: path.has(id) ? toItems(below, path, id) : [] },
	});
	if (nodes.length <= most) return nodes.map(toItem);
	// Of a longer list, the part around the page and a link to all of it.
	const at = nodes.findIndex(({ id }) => path.has(id));
	const from = Math.max(0, Math.min(at - most / 2, nodes.length - most));
	const shown = nodes.slice(from, from + most).map(toItem);
	return [...shown, { id: above, label: `All ${nodes.length}`, items: [] }];
}
