import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../built.ts';
import { copyProject } from '../project.ts';
import { serve, type Server } from '../../scripts/serve.ts';

/** A built site of two files of notes: search by topic, and old addresses that lead on. */
const project = copyProject();
let address: string;
/** What somebody may have pasted who wants to run something in the browsers of readers. */
const hostile = [
	`<script>hacked('script')</script>`,
	`<kbd id="key" onclick="hacked('handler')">key</kbd>`,
	`<svg onload="hacked('drawing')"><script>hacked('inside')</script></svg>`,
	`<iframe srcdoc="<script>parent.hacked('frame')</script>"></iframe>`,
	`<details open ontoggle="hacked('toggle')"><summary>more</summary>text</details>`,
	`<style>@import 'https://evil.example/x.css'; h1 { display: none }</style>`,
	`<form action="https://evil.example/"><button>send</button></form>`,
	`\`\`\`html\n</code></pre><script>hacked('code')</script>\n\`\`\``,
	`### </title><script>hacked('heading')</script>`,
	`![</p><script>hacked('picture')</script>](https://evil.example/x.png)`,
];
/** What is wider than a phone unless something is done about it. */
const wide = [
	`<pre>${'wide '.repeat(40)}</pre>`,
	'- one\n- עברית',
	`Type \`${'--flag '.repeat(20)}\`.`,
];
let server: Server;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
	project.empty();
	const hints = 'root: true\nmoved:\n  Undo: [/reset/, /old/#back]\n  Start: [/old/#begin]\n';
	project.put('src/content/notes/git.yaml', hints);
	project.put('src/content/notes/git.md', '# Git\n\n## Start\n\nInit.\n\n## Undo\n\nReset.\n');
	const vim = [
		'# Vim',
		'## Insert',
		'Type.',
		'## Undo',
		'Press u.',
		'## Paste',
		...hostile,
		'## Wide',
		...wide,
	];
	project.put('src/content/notes/vim.md', `${vim.join('\n\n')}\n`);
	const { status, stderr } = project.build();
	expect(status, stderr).toBe(0);
	const folder = join(root, project.folder, 'dist');
	server = await serve(folder);
	address = server.origin;
});

test.afterAll(async () => {
	await server.stop();
	project.remove();
});

test('search shows all topics, or one alone, also of the full text', async ({ page }) => {
	await page.goto(`${address}/vim/insert/`);
	await page.keyboard.press('/');
	const dialog = page.getByRole('dialog');
	const hrefs = () =>
		dialog
			.locator('[role=option]')
			.evaluateAll((all) => all.map((option) => option.getAttribute('href')));
	await dialog.getByRole('combobox', { name: 'Search' }).fill('undo');
	await expect.poll(hrefs).toEqual(expect.arrayContaining(['/undo/', '/vim/undo/']));
	await dialog.getByLabel('Topic').selectOption('Vim');
	await expect.poll(hrefs).not.toContain('/undo/');
	expect(await hrefs()).toContain('/vim/undo/');
	await dialog.getByRole('combobox', { name: 'Search' }).fill('press');
	await expect.poll(hrefs).toContain('/vim/undo/');
	await dialog.getByLabel('Topic').selectOption('Git');
	await expect.poll(hrefs).toEqual([]);
});

test('the page of search keeps the topic in its address', async ({ page }) => {
	await page.goto(`${address}/search/?q=undo&topic=vim`);
	const options = page.locator('main [role=option]');
	await expect(options.first()).toHaveAttribute('href', '/vim/undo/');
	await page.locator('main').getByLabel('Topic').selectOption('Git');
	await expect(page).toHaveURL(`${address}/search/?q=undo&topic=git`);
	await expect(options.first()).toHaveAttribute('href', '/undo/');
});

test('hostile notes run nothing, send nothing and hide nothing', async ({ page }) => {
	const ran: string[] = [];
	await page.exposeFunction('hacked', (how: string) => ran.push(how));
	const outside: string[] = [];
	await page.route('https://evil.example/**', (route) => {
		outside.push(route.request().url());
		return route.abort();
	});
	await page.goto(`${address}/vim/paste/`, { waitUntil: 'networkidle' });
	await expect(page.locator('h1')).toHaveText('Paste');
	await expect(page.locator('main summary').filter({ hasText: 'more' })).toBeVisible();
	await page.locator('main kbd').filter({ hasText: 'key' }).click();
	const alive = 'main :is(iframe, form, style, script, [onclick], [onload], [ontoggle])';
	await expect(page.locator(alive)).toHaveCount(0);
	expect([...ran, ...outside]).toEqual([]);
});

test('no page is wider than a phone, whatever the notes hold', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	for (const path of ['/vim/wide/', '/vim/cheatsheet/']) {
		await page.goto(address + path);
		await expect(page.locator('main')).toContainText('עברית');
		const spare = await page.evaluate(() => innerWidth - document.documentElement.scrollWidth);
		expect(spare, path).toBeGreaterThanOrEqual(0);
	}
	const code = page.locator('main pre');
	await page.goto(`${address}/vim/wide/`);
	expect(await code.evaluate((pre) => pre.scrollWidth > pre.clientWidth)).toBe(true);
});

test('sections of one card stand beside each other, each box with its name', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(`${address}/cheatsheet/`);
	const cards = page.locator('[data-card]');
	await expect(cards.getByRole('checkbox')).toHaveCount(2);
	await expect(cards.getByRole('heading')).toHaveText(['Start', 'Undo']);
	const [first, second] = await Promise.all([
		cards.nth(0).boundingBox(),
		cards.nth(1).boundingBox(),
	]);
	expect(first?.y).toBe(second?.y);
	for (const heading of await cards.getByRole('heading').all())
		expect((await heading.boundingBox())?.width).toBeGreaterThan(20);
});

for (const [from, to] of [
	['/reset/', '/undo/'],
	['/old/#back', '/undo/'],
	['/old/#begin', '/start/'],
	['/old/', '/undo/'],
] as const) {
	test(`${from} leads to ${to}`, async ({ page }) => {
		await page.goto(address + from);
		await expect(page).toHaveURL(address + to);
	});
}
