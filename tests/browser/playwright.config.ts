import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../scripts/tools.ts';

const root = new URL('../..', import.meta.url).pathname;
const chromium = findBrowser();

/** Where the two built sites are served while the tests run. */
export const atRoot = 'http://localhost:4411';
export const underBase = 'http://localhost:4412/some/repo';

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	workers: 2,
	fullyParallel: true,
	timeout: 60_000,
	reporter: process.env['CI'] ? 'dot' : 'list',
	use: {
		baseURL: atRoot,
		permissions: ['clipboard-read', 'clipboard-write'],
		launchOptions: {
			...(chromium !== undefined && { executablePath: chromium }),
			// Root in a container has no sandbox; the rest keeps Chromium from calling home.
			args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
		},
	},
	projects: [
		{ name: 'site', testIgnore: 'dev.spec.ts' },
		// Alone, because it measures time.
		{ name: 'dev', testMatch: 'dev.spec.ts', dependencies: ['site'], workers: 1 },
	],
	webServer: [
		{ command: 'astro preview --ignore-lock --port 4411', url: `${atRoot}/`, cwd: root },
		{
			command: 'astro preview --ignore-lock --port 4412',
			url: `${underBase}/`,
			cwd: root,
			env: { BASE: '/some/repo/', SITE: 'https://docs.example', OUT_DIR: '.cache/base' },
		},
	],
});
