import type { Plugin } from 'vite';
import { fileURLToPath } from 'node:url';

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
 * Leaves out what Starlight brings although no part of it that is used needs it: the script that
 * keeps the state of its sidebar, see src/components/frame/sidebar.ts; and how it shows links beside
 * headings, see src/styles/markdown.css.
 */
export function withoutUnused(): Plugin {
	return {
		name: 'without-unused',
		enforce: 'pre',
		// Half of what Starlight says of paper is what ours takes back.
		resolveId: (id) => (id.startsWith(print) ? id.replace(print, ownPrint) : undefined),
		load: (id) => (unused.test(id) ? '' : undefined),
	};
}

const print = '../style/print.css?';
const ownPrint = `${fileURLToPath(new URL('styles/print.css', import.meta.url))}?`;

const unused = /\/(?:components-internals\/SidebarPersistState\.\w+|style\/anchor-links\.css)$/;

/**
 * Lets scripts fetch their parts plainly: what Vite adds to fetch those early, and style sheets with
 * them, is a fifth of the one script of all pages. Ours fetch their style sheets themselves; see
 * src/components/sheets.ts.
 */
export function withoutPreload(): Plugin {
	return {
		name: 'without-preload',
		enforce: 'pre',
		load: (id) =>
			id === preloadHelper ? 'export const __vitePreload = (load) => load();' : undefined,
		configEnvironment: (name) =>
			name === 'client'
				? { build: { modulePreload: false, assetsInlineLimit: isInlined } }
				: undefined,
	};
}

/** The name of Vite's module; `vite:build-import-analysis` imports it into what fetches modules. */
const preloadHelper = '\0vite/preload-helper.js';

/** No script stands in a page itself: the policy would have to know it. Else as Vite does. */
function isInlined(path: string): false | undefined {
	return path.endsWith('.js') ? false : undefined;
}
