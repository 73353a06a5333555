import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { getCollection, type CollectionEntry } from 'astro:content';
import { toPageUrl, toUrl } from './links.ts';

/** A longer branch of the sidebar is open only on its own pages. */
const most = 20;

type Entry = CollectionEntry<'docs'>;
type SidebarEntry = StarlightRouteData['sidebar'][number];
type Link = Extract<SidebarEntry, { type: 'link' }>;

/**
 * Builds sidebar and previous/next from the pages as they are now. Starlight's own come from the
 * configuration, which is read once; the notes change while the development server runs.
 */
export const onRequest = defineRouteMiddleware(async ({ locals, url }) => {
	const route = locals.starlightRoute;
	const entries = (await getCollection('docs')).sort(byOrder);
	const here = decodeURI(url.pathname);
	route.sidebar = [
		...toTree(entries, [], here),
		{
			type: 'group',
			label: 'Use',
			entries: [
				toLink('Cheatsheet', toUrl('/cheatsheet/'), here),
				toLink('Snippets', toUrl('/snippets/'), here),
			],
			collapsed: false,
			badge: undefined,
		},
	];
	const index = entries.findIndex(({ id }) => toPageUrl(id) === here);
	if (index < 0) return;
	route.pagination = {
		prev: toNeighbour(entries[index - 1], here),
		next: toNeighbour(entries[index + 1], here),
	};
});

function toTree(
	entries: readonly Entry[],
	parents: readonly string[],
	here: string,
): SidebarEntry[] {
	return entries
		.filter(({ data }) => data.parents?.join() === parents.join())
		.map((entry) => {
			const link = toLink(entry.data.title, toPageUrl(entry.id), here);
			const below = toTree(entries, [...parents, entry.id], here);
			if (below.length === 0 || (below.length > most && !here.startsWith(link.href))) return link;
			const own = { ...link, label: 'Overview' };
			return {
				type: 'group',
				label: entry.data.title,
				entries: [own, ...below],
				collapsed: false,
				badge: undefined,
			};
		});
}

function toNeighbour(entry: Entry | undefined, here: string): Link | undefined {
	return entry && toLink(entry.data.title, toPageUrl(entry.id), here);
}

function toLink(label: string, href: string, here: string): Link {
	return { type: 'link', label, href, isCurrent: href === here, badge: undefined, attrs: {} };
}

function byOrder(a: Entry, b: Entry): number {
	return (a.data.order ?? 0) - (b.data.order ?? 0);
}
