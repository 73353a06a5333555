import type { NavigationIndex, SidebarItem } from './reference/navigation.ts';
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { readName, readNavigation, readUses } from './collections.ts';
import { placeholderName } from './env.ts';
import { toPageUrl, toUrl } from './links.ts';
import { toSidebar } from './reference/navigation.ts';

type SidebarEntry = StarlightRouteData['sidebar'][number];
type Link = Extract<SidebarEntry, { type: 'link' }>;

declare global {
	namespace App {
		interface Locals {
			/** The tree of all pages, read once for each page. */
			navigation: NavigationIndex;
		}
	}
}

/**
 * Builds sidebar and previous/next from the pages as they are now. Starlight's own come from the
 * configuration, which is read once; the notes change while the development server runs.
 */
export const onRequest = defineRouteMiddleware(async ({ locals, url }) => {
	const route = locals.starlightRoute;
	const navigation = await readNavigation();
	const uses = await readUses();
	locals.navigation = navigation;
	nameSite(route, await readName());
	const here = decodeURI(url.pathname);
	const id = here.slice(toUrl('/').length).replace(/\/$/, '');
	const use = uses.map(({ id, title }): SidebarItem => ({ type: 'link', id, label: title }));
	const items: SidebarItem[] = [
		...toSidebar(navigation, id),
		{ type: 'group', label: 'Use', items: use },
	];
	route.sidebar = items.map((item) => toEntry(item, here));
	const index = navigation.byId.get(id)?.index;
	if (index === undefined) return;
	const toNeighbour = (at: number): Link | undefined => {
		const node = navigation.list[at];
		return node && toLink(node.id, node.title, here);
	};
	route.pagination = { prev: toNeighbour(index - 1), next: toNeighbour(index + 1) };
});

/** Puts the name that the notes give in the place of the one that the configuration has. */
function nameSite(route: StarlightRouteData, name: string): void {
	const ending = new RegExp(` \\| ${placeholderName}$`);
	route.siteTitle = name;
	for (const tag of route.head) {
		if (tag.tag === 'title') tag.content = tag.content?.replace(ending, () => ` | ${name}`) ?? '';
		if (tag.attrs?.['property'] === 'og:site_name') tag.attrs['content'] = name;
	}
}

function toEntry(item: SidebarItem, here: string): SidebarEntry {
	if (item.type === 'link') return toLink(item.id, item.label, here);
	const { label, items } = item;
	return {
		...{ type: 'group', label, collapsed: false, badge: undefined },
		entries: items.map((inner) => toEntry(inner, here)),
	};
}

function toLink(id: string, label: string, here: string): Link {
	const href = toPageUrl(id);
	return { type: 'link', label, href, isCurrent: href === here, badge: undefined, attrs: {} };
}
