/** The address of the service worker, relative to the site's: what is below it is its own. */
const workerFile = 'service-worker.js';

/**
 * Writes the service worker of a finished site: after one visit pages, search and sheets are there
 * without a network. A new version waits until no page of the old one is open, so a page never gets
 * parts of two versions. https://developer.chrome.com/docs/workbox/modules/workbox-build
 */
export async function writeWorker(folder: string): Promise<void> {
	// It brings a bundler along, which nobody needs while writing.
	const { generateSW } = await import('workbox-build');
	await generateSW({
		globDirectory: folder,
		globPatterns: ['**/*.{html,css,js,json,svg,webp,jpg,png,pdf,txt,woff2,pagefind,pf_*}'],
		// What only machines read: facts, raw snippets, what hosts and search engines ask for.
		globIgnores: ['api/**', 'snippets/*.txt', 'llms*.txt', 'robots.txt', workerFile],
		swDest: `${folder}/${workerFile}`,
		mode: 'production',
		babelPresetEnvTargets: ['chrome >= 111', 'firefox >= 115', 'safari >= 16.4'],
		sourcemap: false,
		inlineWorkboxRuntime: true,
		clientsClaim: true,
		dontCacheBustURLsMatching: /^_astro\/|\.pf_\w+$/,
		// Hosts send whoever asks for an `index.html` to its folder.
		manifestTransforms: [
			(manifest) => ({
				manifest: manifest.map((file) => ({
					...file,
					url: file.url.replace(/(^|\/)index\.html$/, '$1') || './',
				})),
			}),
		],
		// Nothing on the site is another thing for a parameter: `/search/?q=`, `?fill=`.
		ignoreURLParametersMatching: [/./],
		runtimeCaching: [
			{
				urlPattern: ({ request }) => request.mode === 'navigate',
				handler: 'NetworkOnly',
				options: { precacheFallback: { fallbackURL: '404.html' } },
			},
		],
	});
}
