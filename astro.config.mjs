// @ts-check
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { codeBlocks } from './src/code.ts';
import { problemsInBrowser } from './src/dev/problems.ts';
import { frame, withoutPreload, withoutUnused } from './src/frame.ts';
import { plainMarkdown, toProcessor } from './src/markdown.ts';
import { readSiteName } from './src/name.ts';
import { listLicences } from './src/output/shipped.ts';
import { toEnvironment } from './src/site.ts';

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
	// Ours is src/components/frame/prefetch.ts: the same in a third of the bytes.
	prefetch: false,
	markdown: { processor },
	integrations: [
		starlight({
			title: readSiteName(),
			favicon: '/favicon.svg',
			pagefind: false,
			disable404Route: true,
			sidebar: [],
			routeMiddleware: './src/routeData.ts',
			customCss: ['theme', 'frame', 'content', 'markup', 'search', 'snippets'].map(
				(name) => `./src/styles/${name}.css`,
			),
			expressiveCode: codeBlocks,
			markdown: { processedDirs: ['./src/content/notes'] },
			components: {
				Head: './src/components/Head.astro',
				PageTitle: './src/components/PageTitle.astro',
				...frame,
			},
		}),
		plainMarkdown(processor),
		problemsInBrowser(),
	],
	vite: {
		define: { 'import.meta.env.OFFLINE': JSON.stringify(offline) },
		plugins: [listLicences(), withoutUnused(), withoutPreload()],
		ssr: { external: ['pagefind', '@myriaddreamin/typst-ts-node-compiler'] },
	},
});
