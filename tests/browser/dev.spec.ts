import { expect, test, type Page } from '@playwright/test';
import { startDev, type Dev } from './dev.ts';
import { ports } from './playwright.config.ts';

let dev: Dev;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
	dev = await startDev('dev', ports.dev);
});

test.afterAll(() => dev.stop());

/** What lies over the page when something is wrong; Astro shows what stands between backticks as code. */
function overlayOf(page: Page) {
	return page.locator('vite-error-overlay #message-content');
}

test('a save refreshes the page that is open, and renders no other, though all lines below have moved', async ({
	page,
}) => {
	const path = '/dockerfile/instructions/copy/';
	await page.goto(dev.address + path);
	const [, fact = ''] = /#### COPY\n+- (.*)\n/.exec(dev.read()) ?? [];
	await expect(page.getByText(fact).first()).toBeVisible();
	const before = dev.log().length;
	dev.edit(`- ${fact}`, '- Copies anything.\n- Copies more.\n- Copies the rest.');
	await expect(page.getByText('Copies the rest.').first()).toBeVisible();
	const [, count, all] = /\[docs\] rendered (\d+) of (\d+)/.exec(dev.log().slice(before)) ?? [];
	expect(Number(all)).toBeGreaterThan(20);
	expect(Number(count)).toBeGreaterThan(0);
	expect(Number(count)).toBeLessThanOrEqual(3);
	const html = await (await fetch(`${dev.address}/dockerfile/dockerfile-best-practices/`)).text();
	const line = dev.read().split('\n').indexOf('### Dockerfile Best Practices') + 1;
	expect(html).toContain(`docker.md#L${line}"`);
});

test('a new section is in the sidebar and on the sheet', async ({ page }) => {
	await page.goto(`${dev.address}/cheatsheet/`);
	const notes = dev
		.read()
		.replace('#### COPY\n', '#### ARG\n\n- A value for the build.\n\n#### COPY\n');
	dev.write(notes.replace('| Isolation | Process-level ', '| Isolation | Name your stages. '));
	await expect(page.locator('.sheet').getByText('Name your stages.')).toBeVisible();
	// The sidebar shows what is around the page.
	await page.goto(`${dev.address}/dockerfile/instructions/`);
	const sidebar = page.getByRole('navigation', { name: 'Main' });
	await expect(sidebar.getByRole('link', { name: 'ARG', exact: true })).toBeVisible();
});

test('a heading renamed moves its page', async ({ page }) => {
	await page.goto(`${dev.address}/foundations/what-is-docker/`);
	const sidebar = page.getByRole('navigation', { name: 'Main' });
	await expect(sidebar.getByRole('link', { name: 'Why Docker?' })).toBeVisible();
	const renamed = dev.read().replaceAll('Why Docker?', 'Why containers?');
	dev.write(renamed.replaceAll('#why-docker', '#why-containers'));
	await dev.waitForText('/foundations/why-containers/', 'Why containers?');
	await dev.waitForStatus('/foundations/why-docker/', 404);
	await expect(sidebar.getByRole('link', { name: 'Why containers?' })).toBeVisible();
	await expect(sidebar.getByRole('link', { name: 'Why Docker?' })).toHaveCount(0);
	await sidebar.getByRole('link', { name: 'Why containers?' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why containers?');
});

test('problems of notes and facts show over the last good page until they are mended', async ({
	page,
}) => {
	await page.goto(`${dev.address}/dockerfile/instructions/workdir/`);
	await expect(page.locator('main h1')).toHaveText('WORKDIR');
	const line = dev.read().split('\n').indexOf('#### WORKDIR') + 1;
	const facts = 'src/content/instructions/workdir.yaml';
	const good = dev.read(facts);
	dev.edit('#### WORKDIR', '#### ');
	dev.write(good.replace('is: layer', 'is: layers'), facts);
	const overlay = overlayOf(page);
	await expect(overlay).toContainText(`notes/docker.md:${line}: heading has no text`);
	await expect(overlay).toContainText('Write #### Title, or delete the line.');
	await expect(overlay).toContainText('instructions/workdir.yaml:');
	await expect(overlay).toContainText('unknown value; allowed: layer, metadata, none');
	// Not through Playwright, which fails when the server has the page loaded again meanwhile.
	await page.evaluate('location.reload()');
	await expect(page.locator('main h1')).toHaveText('WORKDIR');

	dev.write(good, facts);
	const mended = dev.read().replace('#### \n', '#### WORKDIR\n');
	dev.write(mended.replace('Sets the working directory', 'Chooses the working directory'));
	await expect(page.getByText('Chooses the working directory').first()).toBeVisible();
	await expect(overlay).toHaveCount(0);
});

test('a file of notes comes, moves and goes', async ({ page }) => {
	const [file, other] = ['src/content/notes/git.md', 'src/content/notes/version-control.md'];
	await page.goto(`${dev.address}/foundations/`);
	const sidebar = page.getByRole('navigation', { name: 'Main' });
	dev.write('# Git\n\n## Undo\n\nUse `git restore`.\n', file);
	await dev.waitForText('/git/undo/', 'git restore');
	await expect(sidebar.getByText('Git', { exact: true }).first()).toBeVisible();

	dev.move(file, other);
	await dev.waitForText('/version-control/undo/', 'git restore');
	await dev.waitForStatus('/git/undo/', 404);

	dev.write('# Git\n\n## Undo\n\nUse `git reset`.\n', other);
	await dev.waitForText('/version-control/undo/', 'git reset');

	dev.move(other, undefined);
	await dev.waitForStatus('/version-control/undo/', 404);
	await expect(sidebar.getByText('Git', { exact: true })).toHaveCount(0);
	await dev.waitForStatus('/foundations/', 200);
});

test('a page that cannot hear of a save yet shows it as soon as it can', async ({ page }) => {
	const path = '/dockerfile/instructions/workdir/';
	const { promise: saved, resolve } = Promise.withResolvers<void>();
	await page.route('**/@vite/client', async (route) => {
		await saved;
		await route.continue();
	});
	await page.goto(dev.address + path, { waitUntil: 'commit' });
	await expect(page.getByText('Chooses the working directory').first()).toBeVisible();
	dev.edit('Chooses the working directory', 'Picks the working directory');
	await dev.waitForText(path, 'Picks the working directory');
	resolve();
	await expect(page.getByText('Picks the working directory').first()).toBeVisible();
});

test('search works while writing', async ({ page }) => {
	await page.goto(`${dev.address}/`);
	await page.keyboard.press('/');
	await page.getByRole('combobox', { name: 'Search' }).fill('workdir');
	await page.locator('dialog').getByRole('option').first().click();
	await expect(page).toHaveURL(`${dev.address}/dockerfile/instructions/workdir/`);
});
