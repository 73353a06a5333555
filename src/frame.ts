import type { Plugin } from 'vite';

const folder = './src/components/frame';

/** The parts of Starlight that stand on every page, in fewer bytes and with one script for all. */
export const frame: Readonly<Record<string, string>> = {
	PageFrame: `${folder}/Frame.astro`,
	Header: `${folder}/Header.astro`,
	Sidebar: `${folder}/Sidebar.astro`,
	PageSidebar: `${folder}/Contents.astro`,
	TwoColumnContent: `${folder}/Columns.astro`,
	MarkdownContent: `${folder}/Markdown.astro`,
	ContentPanel: `${folder}/Panel.astro`,
	SkipLink: `${folder}/Skip.astro`,
	Footer: `${folder}/Foot.astro`,
	ThemeProvider: `${folder}/ThemeStart.astro`,
};

/**
 * Leaves out the one script of Starlight that belongs to no part that can be replaced: it keeps the
 * state of Starlight's sidebar, which is not ours. See src/components/frame/sidebar.ts.
 */
export function withoutPersister(): Plugin {
	return {
		name: 'without-persister',
		enforce: 'pre',
		load: (id) => (/\/components-internals\/SidebarPersistState\.\w+$/.test(id) ? '' : undefined),
	};
}

/**
 * Lets scripts fetch their parts plainly: what Vite adds to fetch those early is a fifth of the one
 * script of all pages.
 */
export function withoutPreload(): Plugin {
	return {
		name: 'without-preload',
		configEnvironment: (name) =>
			name === 'client'
				? { build: { modulePreload: false, assetsInlineLimit: isInlined } }
				: undefined,
	};
}

/** No script stands in a page itself: the policy would have to know it. Else as Vite does. */
function isInlined(path: string): false | undefined {
	return path.endsWith('.js') ? false : undefined;
}
