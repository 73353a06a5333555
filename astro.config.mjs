// @ts-check
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { codeBlocks } from './src/markdown/code.ts';
import { placeholderName, toEnvironment } from './src/env.ts';
import { plainMarkdown, toProcessor } from './src/markdown/processor.ts';
import { policy } from './src/publish/policy.ts';
import { publish } from './src/publish/publish.ts';

const { site, base, outDir, port, offline } = toEnvironment(process.env);
const processor = toProcessor(base);

export default defineConfig({
	site,
	base,
	outDir,
	// Not `always`: the development server would then ask for `/pagefind/pagefind.js/`.
	trailingSlash: 'ignore',
	server: { port },
	devToolbar: { enabled: false },
	prefetch: { prefetchAll: true, defaultStrategy: 'hover' },
	build: { inlineStylesheets: 'always' },
	security: { csp: policy },
	markdown: { processor },
	integrations: [
		starlight({
			// src/routeData.ts puts in what the notes say, which may change while the server runs.
			title: placeholderName,
			favicon: '/favicon.svg',
			pagefind: false,
			disable404Route: true,
			sidebar: [],
			routeMiddleware: './src/routeData.ts',
			customCss: ['theme', 'frame', 'content', 'snippets', 'markup', 'search', 'print'].map(
				(name) => `./src/styles/${name}.css`,
			),
			expressiveCode: codeBlocks,
			markdown: { processedDirs: ['./src/content/notes'] },
			components: {
				EditLink: './src/components/EditLink.astro',
				Head: './src/components/Head.astro',
				LastUpdated: './src/components/Version.astro',
				PageTitle: './src/components/PageTitle.astro',
				Search: './src/components/Search.astro',
				Sidebar: './src/components/Sidebar.astro',
				SocialIcons: './src/components/Links.astro',
			},
		}),
		plainMarkdown(processor),
		publish(),
	],
	vite: {
		build: { license: { fileName: 'licences.txt' } },
		// The parser of YAML is loaded by itself, which takes modules.
		worker: { format: 'es' },
		define: { 'import.meta.env.OFFLINE': JSON.stringify(offline) },
		plugins: [
			{
				name: 'sidebar-from-992-px',
				enforce: 'pre',
				// Starlight shows its sidebar from 50rem on, which leaves a tablet too little for the text.
				transform: (code, id) =>
					id.includes('/@astrojs/starlight/')
						? code.replace(/(min-width: ?|width ?>= ?)50(r?em)/g, '$1' + '62$2')
						: undefined,
			},
		],
		ssr: { external: ['pagefind', '@myriaddreamin/typst-ts-node-compiler'] },
	},
});
