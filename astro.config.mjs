// @ts-check
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { codeBlocks } from './src/code.ts';
import { problemsInBrowser } from './src/dev/problems.ts';
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
	markdown: { processor },
	integrations: [
		starlight({
			title: readSiteName(),
			logo: { src: './src/components/mark.svg', alt: '' },
			favicon: '/favicon.svg',
			pagefind: false,
			disable404Route: true,
			sidebar: [],
			routeMiddleware: './src/routeData.ts',
			customCss: ['theme', 'content', 'markup', 'search', 'snippets', 'own', 'print'].map(
				(name) => `./src/styles/${name}.css`,
			),
			expressiveCode: codeBlocks,
			markdown: { processedDirs: ['./src/content/notes'] },
			components: {
				EditLink: './src/components/EditLink.astro',
				Head: './src/components/Head.astro',
				PageTitle: './src/components/PageTitle.astro',
				Search: './src/components/Search.astro',
				SocialIcons: './src/components/SiteLinks.astro',
			},
		}),
		plainMarkdown(processor),
		problemsInBrowser(),
	],
	vite: {
		define: { 'import.meta.env.OFFLINE': JSON.stringify(offline) },
		plugins: [listLicences()],
		ssr: { external: ['pagefind', '@myriaddreamin/typst-ts-node-compiler'] },
	},
});
