import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../scripts/tools.ts';

const root = new URL('../..', import.meta.url).pathname;
const chromium = findBrowser();

/** The first of the ports that the tests listen on; `TEST_PORT` moves them all. */
const firstPort = Number(process.env['TEST_PORT'] ?? 4411);

/** Where the three built sites and the development server listen. */
export const ports = {
	root: firstPort,
	base: firstPort + 1,
	dev: firstPort + 2,
	topics: firstPort + 3,
} as const;
export const atRoot = `http://localhost:${ports.root}`;
export const underBase = `http://localhost:${ports.base}/some/repo`;
export const ofTopics = `http://localhost:${ports.topics}`;

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	workers: 2,
	fullyParallel: true,
	// Long enough for a machine that does other work; nothing here measures time.
	timeout: 300_000,
	expect: { timeout: 60_000 },
	reporter: process.env['CI'] ? 'dot' : 'list',
	use: {
		baseURL: atRoot,
		permissions: ['clipboard-read', 'clipboard-write'],
		// Only the tests of it want the whole site kept on every first visit.
		serviceWorkers: 'block',
		launchOptions: {
			...(chromium !== undefined && { executablePath: chromium }),
			// As most readers have them: a test without scroll bars sees less than they do.
			ignoreDefaultArgs: ['--hide-scrollbars'],
			// Root in a container has no sandbox, and a processor is faster without a graphics card to imitate;
			// the rest keeps Chromium from calling home.
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-background-networking',
				'--disable-component-update',
			],
		},
	},
	webServer: [
		{
			command: `astro preview --ignore-lock --port ${ports.root}`,
			url: `${atRoot}/`,
			cwd: root,
		},
		{
			command: `astro preview --ignore-lock --port ${ports.base}`,
			url: `${underBase}/`,
			cwd: root,
			env: { BASE: '/some/repo/', SITE: 'https://docs.example', OUT_DIR: '.cache/base' },
		},
		{
			command: `astro preview --ignore-lock --port ${ports.topics}`,
			url: `${ofTopics}/`,
			cwd: root,
			env: { OUT_DIR: '.cache/topics' },
		},
	],
});
