import type { NavigationIndex } from './reference/navigation.ts';
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { readName, readNavigation } from './collections.ts';
import { placeholderName } from './env.ts';
import { toPageUrl, toUrl } from './links.ts';

type Link = NonNullable<StarlightRouteData['pagination']['prev']>;

declare global {
	namespace App {
		interface Locals {
			/** The tree of all pages, read once for each page. */
			navigation: NavigationIndex;
			/** The id of the page, as the tree has it. */
			here: string;
		}
	}
}

/**
 * Finds the page among the others, for the sidebar (src/components/Sidebar.astro) and for previous and
 * next. Starlight's own come from the configuration, which is read once; the notes change while the
 * development server runs.
 */
export const onRequest = defineRouteMiddleware(async ({ locals, url }) => {
	const route = locals.starlightRoute;
	const navigation = await readNavigation();
	locals.navigation = navigation;
	locals.here = decodeURI(url.pathname).slice(toUrl('/').length).replace(/\/$/, '');
	nameSite(route, await readName());
	const index = navigation.byId.get(locals.here)?.index;
	if (index === undefined) return;
	const toNeighbour = (at: number): Link | undefined => {
		const node = navigation.list[at];
		return node && toLink(node.id, node.title);
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

function toLink(id: string, label: string): Link {
	const href = toPageUrl(id);
	return { type: 'link', label, href, isCurrent: false, badge: undefined, attrs: {} };
}
